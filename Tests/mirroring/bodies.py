# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies as the faults make them: cut, slowed, stalled, without an end. A body is an iterator of chunks here."""
import itertools
import random
import struct
import zlib
from collections.abc import Callable, Iterator

from faults import Fault

CHUNK = 64 * 1024
FOREVER = 1e9
# Waits so many seconds, less when the client has gone or the server stops: then it says so.
Pause = Callable[[float], bool]


class Reset(Exception):
    """The connection is to be cut with a TCP reset."""


def first_bytes(chunks: Iterator[bytes], count: int) -> Iterator[bytes]:
    """The first `count` bytes, in chunks."""
    left = count
    while left > 0:
        chunk = next(chunks, b"")
        if not chunk:
            return
        yield chunk[:left]
        left -= len(chunk)


def stalled(chunks: Iterator[bytes], count: int, pause: Pause, seconds: float) -> Iterator[bytes]:
    """All of it, with a silence of `seconds` after `count` bytes."""
    sent = 0
    for chunk in chunks:
        if sent < count <= sent + len(chunk):
            yield chunk[:count - sent]
            if pause(seconds):
                return
            yield chunk[count - sent:]
        else:
            yield chunk
        sent += len(chunk)


def slowed(chunks: Iterator[bytes], speed: float, pause: Pause) -> Iterator[bytes]:
    """All of it, at `speed` bytes a second, in ten pieces a second or byte by byte."""
    piece = max(int(speed / 10), 1)
    for chunk in chunks:
        for at in range(0, len(chunk), piece):
            yield chunk[at:at + piece]
            if pause(piece / speed):
                return


def endless_json() -> Iterator[bytes]:
    """A JSON array that never closes."""
    yield b'[{"id":0}'
    for start in itertools.count(1, 500):
        yield b"".join(b',{"id":%d,"name":"repository-%d","full_name":"example-ministry/repository-%d"}' % (one, one, one)
                       for one in range(start, start + 500))


def pack_objects() -> Iterator[bytes]:
    """The head of a pack that announces a million objects, then one valid, incompressible blob after another: sixty gigabytes."""
    yield b"PACK" + struct.pack(">II", 2, 1_000_000)
    size = 60_000
    length, rest = 0x30 | size & 15, size >> 4
    head = b""
    while rest:
        head, length, rest = head + bytes([length | 0x80]), rest & 0x7F, rest >> 7
    head += bytes([length])
    source = random.Random(1)
    while True:
        yield head + zlib.compress(source.randbytes(size), 0)


def flood(version_2: bool) -> Iterator[bytes]:
    """git-upload-pack's answer to a fetch, with a pack that has no end, on side band 1."""
    yield b"000dpackfile\n" if version_2 else b"0008NAK\n"
    for data in pack_objects():
        for at in range(0, len(data), 65_000):
            piece = data[at:at + 65_000]
            yield b"%04x\x01" % (len(piece) + 5) + piece


def cut_length(fault: Fault, length: int | None) -> int:
    """How much a truncated body keeps: what the fault says, else half of it."""
    return int(fault.get("bytes", (length or 2 * CHUNK) // 2))


def faulty(chunks: Iterator[bytes], fault: Fault, pause: Pause, length: int | None) -> Iterator[bytes]:
    """A body with what a fault does to it while it is sent. `length` is the body's, where it is known."""
    if fault.kind == "slow":
        return slowed(chunks, fault["bytes_per_second"], pause)
    if fault.kind == "stall":
        return stalled(chunks, fault["bytes"], pause, fault.get("seconds", FOREVER))
    if fault.kind == "truncate":
        return first_bytes(chunks, cut_length(fault, length))
    if fault.kind == "reset":
        return itertools.chain(first_bytes(chunks, fault.get("bytes", 0)), reset())
    return chunks


def reset() -> Iterator[bytes]:
    raise Reset
    yield b""
