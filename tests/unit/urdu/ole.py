"""A writer of minimal OLE compound files (MS-CFB), for tests: one level of streams."""

import struct

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST = 4096  # smaller streams would have to lie in the mini stream


def ole_file(streams: dict[str, bytes]) -> bytes:
    """An OLE file with up to three `streams` by name, filled up with NULs to 4,096 bytes each."""
    # Sector 0 is the directory; the streams follow, then the allocation table.
    fat, body = [_END], b""
    entries = [_entry("Root Entry", 5, child=1 if streams else _FREE, start=_END, size=0)]
    for number, (name, content) in enumerate(streams.items(), 1):
        data = content.ljust(_LEAST, b"\0")
        entries.append(_entry(name, 2, right=number + 1 if number < len(streams) else _FREE,
                              start=len(fat), size=len(data)))  # fmt: skip
        sectors = -(-len(data) // SECTOR)
        fat += [*range(len(fat) + 1, len(fat) + sectors), _END]
        body += data.ljust(sectors * SECTOR, b"\0")
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    return _with_table(fat, directory + body)


def _entry(
    name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int, size: int
) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        encoded, len(encoded), kind, 1, _FREE, right, child, b"", 0, 0, 0, start, size,
    )  # fmt: skip


def _with_table(fat: list[int], sectors: bytes) -> bytes:
    per_sector = SECTOR // 4
    count = -(-(len(fat) + 1) // (per_sector - 1))
    places = list(range(len(fat), len(fat) + count))
    table = [*fat, *[_FAT] * count]
    table += [_FREE] * (count * per_sector - len(table))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
        0, count, 0, 0, _LEAST, _END, 0, _END, 0, places[0],
    )  # fmt: skip
    header += struct.pack("<108I", *places[1:], *[_FREE] * (109 - count))
    return header + sectors + struct.pack(f"<{len(table)}I", *table)
