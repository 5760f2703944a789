"""The data files of red flags."""

from importlib.resources import files


def rows(name: str, cells: int) -> list[list[str]]:
    """The cells of each line of `data/NAME.tsv`; remarks (#) and empty lines left out.

    ValueError with the line's text where it has not as many cells as `cells` says.
    """
    text = files(__package__).joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    found = [[cell.strip() for cell in line.split("\t")] for line in lines]
    for row in found:
        if len(row) != cells:
            raise ValueError(f"{name}.tsv: {cells} cells are wanted in: {' | '.join(row)}")
    return found
