"""Print what the copy desk reaches: `python -m bench_copydesk [PART…]`. Stores nothing."""

import sys
from importlib import import_module

from bench_copydesk.printing import print_table

PARTS = ("findings", "attributed", "reused", "speed")


def main() -> None:
    asked = sys.argv[1:] or PARTS
    if unknown := [part for part in asked if part not in PARTS]:
        raise SystemExit(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    for part in asked:
        for table in import_module(f"bench_copydesk.{part}").tables():
            print_table(table)


if __name__ == "__main__":
    main()
