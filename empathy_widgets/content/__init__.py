"""Files and languages: exercises with line numbers, rubrics, the words of the interface."""
