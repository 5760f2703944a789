"""Print what the language engine reaches: `python -m bench_urdu [PART…]`."""

import sys
from importlib import import_module

PARTS = (
    "normalization", "segmentation", "stemming", "roman", "inpage", "attribution", "variants",
    "madda", "peers",
)  # fmt: skip


def main() -> None:
    for part in sys.argv[1:] or PARTS:
        print(f"\n{part}")
        for what, measured, target in import_module(f"bench_urdu.{part}").rows():
            print(f"  {what:64}  {measured:>18}  {target}")


if __name__ == "__main__":
    main()
