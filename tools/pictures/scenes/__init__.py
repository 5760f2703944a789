"""One function a story paints its picture; importing a module registers its scenes."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from pictures.scenes.registry import SCENES

for _file in sorted(Path(__file__).parent.glob("[a-z]*.py")):
    if _file.stem not in ("cast", "registry"):
        import_module(f"{__name__}.{_file.stem}")

SCENES = dict(sorted(SCENES.items()))

__all__ = ["SCENES"]
