"""The tests mirror the package; helpers shared by several rooms stand here too."""
