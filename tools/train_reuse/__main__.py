"""Learn the weights of `archive/reuse/deciding.py`: `DATA=folder python -m train_reuse`."""

import numpy as np
from bench_urdu.data import DATA

from roznama.archive.reuse.measures import measure
from roznama.archive.reuse.reading import read
from train_reuse.fitting import fitted, macro_f1, unseen
from train_reuse.pairs import KINDS, measured, pairs


def main() -> None:
    if not DATA:
        raise SystemExit("DATA names no folder with the public data sets")
    measures, kinds = measured(pairs(), lambda one, other: measure(read(one), read(other)))
    weights = fitted(measures, kinds, len(KINDS))
    print("WEIGHTS: dict[Kind, tuple[float, ...]] = {")
    for kind, column in zip(KINDS, weights.T, strict=True):
        print(f"    Kind.{kind.name}: ({', '.join(f'{weight:.3f}' for weight in column)}),")
    print("}")
    reached = [macro_f1(confusion) for confusion in unseen(measures, kinds, len(KINDS))]
    print(f"# macro-F1, cross-validated: {np.mean(reached):.3f} ± {np.std(reached):.3f}")


if __name__ == "__main__":
    main()
