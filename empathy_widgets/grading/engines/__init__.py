"""How the workbook is run, behind papermill's own engine interface.

- `fork`: a copy of a ready IPython shell for every hand-in; fast, and stopped when it takes too
  long or too much memory. Where the system can fork.
- `warm`: one kernel that is emptied between hand-ins. Elsewhere.
- `plain`: papermill's own way, a new kernel for every hand-in. On request.

These modules import papermill, so they are only imported where a run begins.
"""
