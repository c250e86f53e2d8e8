"""`python -m empathy_widgets` is the same as `empathy`."""

import sys

from empathy_widgets.cli import main

if __name__ == "__main__":
    sys.exit(main())
