"""Tables: the engine's language data, as its files tell it."""

from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The cells of each line of `data/NAME.tsv`; remarks (#) and empty lines left out."""
    text = files("roznama.urdu").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
