"""What is made from exercises: workbooks, schemas, and the course's check of itself."""
