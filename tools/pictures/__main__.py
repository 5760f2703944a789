"""Redraw the demo edition's pictures: ``python -m pictures [STEM...]``."""

import sys

from pictures.draw import main

sys.exit(main(sys.argv[1:]))
