"""Measure in this interpreter, `.venv-peers`, and print the rows as JSON for `peers.rows`."""

import json

from bench_urdu.peers import letters, pieces, words


def main() -> None:
    rows = []
    for part in (letters, pieces, words):
        for title, columns, lines in part.tables():
            rows.append((f"{title}: speed (ours is 1), {', '.join(columns)}", "", ""))
            rows += [(f"  {name}", _aligned(cells), "") for name, *cells in lines]
    print(json.dumps(rows))


def _aligned(cells: list[str]) -> str:
    return f"{''.join(f'{cell:>8}' for cell in cells):<40}"


if __name__ == "__main__":
    main()
