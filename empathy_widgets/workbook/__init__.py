"""What a notebook calls: `Workbook`, its live widgets, its saved answers, its static twin."""
