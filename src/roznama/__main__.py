"""`python -m roznama` is the `roznama` command."""

from roznama.config.cli import main

main()
