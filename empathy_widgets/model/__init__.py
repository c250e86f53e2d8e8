"""What things are: exercises, answers and the kinds of step. No input or output here."""
