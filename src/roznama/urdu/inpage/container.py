"""The container of an InPage document: an OLE compound file with a stream of text in it."""

import io
import re

import olefile

from roznama.urdu.inpage.errors import InpageError

OLE_SIGNATURE = olefile.MAGIC

_STREAM = re.compile(r"InPage([1-9])00", re.IGNORECASE)
_HEADER = 512  # bytes
_SECTOR_SHIFT, _FAT_SECTORS = slice(0x1E, 0x20), slice(0x2C, 0x30)  # [MS-CFB] 2.2


def text_stream(file: bytes) -> tuple[int, bytes]:
    """InPage's version by its stream's name (1 to 9), and the stream of the document `file`."""
    _check_header(file)
    try:
        with olefile.OleFileIO(io.BytesIO(file)) as ole:
            streams = [path[0] for path in ole.listdir() if len(path) == 1]
            names = sorted(name for name in streams if _STREAM.fullmatch(name))
            if names:
                _check_sizes(ole, names[-1], len(file))
                return int(names[-1][-3]), ole.openstream(names[-1]).read()
    except Exception as error:  # olefile lets errors of many kinds out on damaged files
        raise InpageError("The OLE file is damaged and cannot be read") from error
    raise InpageError("The OLE file holds no InPage document: it has no stream InPage100 to 300")


def _check_header(file: bytes) -> None:
    """Refuse a file whose allocation table would be larger than itself: it would fill memory."""
    shift = int.from_bytes(file[_SECTOR_SHIFT], "little")
    sectors = int.from_bytes(file[_FAT_SECTORS], "little")
    if len(file) < _HEADER or shift not in (9, 12) or sectors << shift > len(file):
        raise InpageError("The OLE file is damaged: its header does not fit its size")


def _check_sizes(ole: olefile.OleFileIO, name: str, limit: int) -> None:
    """Refuse sizes above `limit` bytes: olefile 0.47 reads a chain in a circle up to its size."""
    sizes = [ole.get_size(name)]
    if sizes[0] < ole.mini_stream_cutoff_size:
        sizes += [ole.root.size, ole.num_mini_fat_sectors * ole.sector_size]
    if max(sizes) > limit:
        raise OSError("a stream is larger than the file")
