"""From a pile of hand-ins to a gradebook, without ever running what a learner wrote.

`collect` finds the files, `submission` reads the answers out of them, `run` shows them to our own
workbook through papermill, `gradebook` and `feedback` keep what came out, `grade` does it all.
"""
