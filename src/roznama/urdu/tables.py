"""Tables: language data, as a package's .tsv files tell it."""

from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The cells of each line of the engine's `data/NAME.tsv`."""
    return rows_of("roznama.urdu", f"data/{name}.tsv")


def rows_of(package: str, path: str) -> list[list[str]]:
    """The cells of each line of a package's file; remarks (#) and empty lines left out."""
    text = files(package).joinpath(path).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
