"""`python -m icjims_desktop`: the application."""

import sys

from icjims_desktop.app.main import main

if __name__ == "__main__":
    sys.exit(main())
