"""Print what the archive reaches: `python -m bench_archive [PART…]`."""

import sys
from importlib import import_module

PARTS = ("ours", "related", "events", "peers")


def main() -> None:
    for part in sys.argv[1:] or PARTS:
        print(f"\n{part}", flush=True)
        module = import_module(f"bench_archive.{part}")
        if not hasattr(module, "rows"):
            module.main()
            continue
        for what, measured, target in module.rows():
            print(f"  {what:60}  {measured:>20}  {target}", flush=True)


if __name__ == "__main__":
    main()
