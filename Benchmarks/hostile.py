# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inputs made to be slow: what a detector that is not linear, or that works for each licence it half recognises, would
stumble over. Each is a function that gives four pieces; the benchmark reads them as four files and as one file."""
import random
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, islice

from licensedb import LicenseDB
from writing import Writer

PIECES = 4
# Bytes a piece, where the input can have any size.
SIZE = 2_500_000

Generator = Callable[[LicenseDB], list[bytes]]
_generators: dict[str, Generator] = {}


def hostile_inputs() -> dict[str, Generator]:
    """The inputs by name, as the table shows them."""
    return _generators


def _input(name: str) -> Callable[[Generator], Generator]:
    def register(generator: Generator) -> Generator:
        _generators[name] = generator
        return generator
    return register


def _pieces(texts: Iterable[str], encoding: str = "utf-8") -> list[bytes]:
    """Four pieces of SIZE bytes from an endless sequence of texts."""
    source = iter(texts)
    pieces: list[bytes] = []
    for _ in range(PIECES):
        parts: list[bytes] = []
        length = 0
        while length < SIZE:
            parts.append(next(source).encode(encoding))
            length += len(parts[-1])
        pieces.append(b"".join(parts)[:SIZE])
    return pieces


def _dealt(texts: list[str]) -> list[bytes]:
    """Texts dealt out to four pieces, whatever their size."""
    return ["\n\n".join(texts[start::PIECES]).encode() for start in range(PIECES)]


def _forever(make: Callable[[], str]) -> Iterator[str]:
    while True:
        yield make()


@_input("one word repeated")
def _one_word(_: LicenseDB) -> list[bytes]:
    return _pieces(cycle(["license "]))


@_input("every rule, one after the other")
def _rules(database: LicenseDB) -> list[bytes]:
    return _dealt([rule.text for rule in database.rules])


@_input("every licence, one after the other")
def _licenses(database: LicenseDB) -> list[bytes]:
    return _dealt(list(database.licenses.values()))


@_input("each licence, many times over")
def _repeated_licenses(database: LicenseDB) -> list[bytes]:
    texts = list(database.licenses.values())
    return _pieces(text + "\n" for text in cycle(texts[::40]) for _ in range(16))


@_input("one short licence repeated")
def _one_license(database: LicenseDB) -> list[bytes]:
    return _pieces(cycle([database.licenses["mit"] + "\n"]))


@_input("licences cut at every word")
def _cut(database: LicenseDB) -> list[bytes]:
    """For each word: the text from there to its end, then from its beginning to there."""
    def rotations() -> Iterator[str]:
        for key in ("apache-2.0", "mpl-2.0", "epl-2.0"):
            words = database.licenses[key].split(" ")
            for cut in range(len(words)):
                yield " ".join(words[cut:]) + "\n\n" + " ".join(words[:cut]) + "\n\n"
    return _pieces(rotations())


@_input("licences, every fifth word another")
def _near_misses(database: LicenseDB) -> list[bytes]:
    source = random.Random(1)
    def near_misses() -> Iterator[str]:
        for text in cycle(islice(database.licenses.values(), 0, None, 7)):
            words = text.split(" ")
            words[4::5] = source.choices(database.vocabulary, k=len(words[4::5]))
            yield " ".join(words) + "\n\n"
    return _pieces(near_misses())


@_input("one long licence, every ninth word another")
def _near_miss(database: LicenseDB) -> list[bytes]:
    words = database.licenses["gpl-3.0"].split(" ")
    words[8::9] = ["another"] * len(words[8::9])
    return _pieces(cycle([" ".join(words) + "\n\n"]))


@_input("runs of six words of licences, shuffled")
def _shreds(database: LicenseDB) -> list[bytes]:
    source = random.Random(2)
    shreds: list[str] = []
    for text in database.licenses.values():
        words = text.split()
        shreds += (" ".join(words[start:start + 6]) + "\n" for start in range(0, len(words), 6))
    source.shuffle(shreds)
    return _pieces(cycle(shreds))


@_input("words of the rules, at random")
def _vocabulary(database: LicenseDB) -> list[bytes]:
    source = random.Random(3)
    return _pieces(_forever(lambda: " ".join(source.choices(database.vocabulary, k=12)) + "\n"))


@_input("names and short references, shuffled")
def _references(database: LicenseDB) -> list[bytes]:
    source = random.Random(8)
    references = [rule.text.strip() for rule in database.rules if rule.kind == "reference" and len(rule.text) < 40]
    return _pieces(_forever(lambda: source.choice(references) + "\n"))


@_input("one name repeated")
def _one_name(_: LicenseDB) -> list[bytes]:
    return _pieces(cycle(["GPL "]))


# REUSE-IgnoreStart
_TAG = "SPDX-License-Identifier: "
# REUSE-IgnoreEnd


@_input("SPDX tags")
def _tags(_: LicenseDB) -> list[bytes]:
    expressions = ("MIT", "Apache-2.0 OR MIT", "(GPL-2.0-or-later WITH Classpath-exception-2.0)", "None/of it")
    return _pieces(cycle([f"// {_TAG}{expression}\n" for expression in expressions]))


@_input("SPDX tags, one line")
def _tags_in_a_line(_: LicenseDB) -> list[bytes]:
    return _pieces(cycle([_TAG + "MIT OR "]))


@_input("SPDX tags with sentences for values")
def _long_tags(_: LicenseDB) -> list[bytes]:
    return _pieces(cycle([_TAG + "a or b and " * 35 + "\n"]))


@_input("one SPDX expression without an end")
def _endless_expression(_: LicenseDB) -> list[bytes]:
    return [_TAG.encode() + piece for piece in _pieces(cycle(["(MIT OR "]))]


@_input("C file of 7,220 lines, 170 kB")
def _source_file(_: LicenseDB) -> list[bytes]:
    """Short lines, as generated tables and bindings have them."""
    writer = Writer(4)
    def line() -> str:
        return f"    {{{writer.random.randint(10_000, 99_999)}, {writer.identifier()[:20]}}},\n"
    return ["".join(line() for _ in range(7_220)).encode() for _ in range(PIECES)]


@_input("minified code, one line")
def _minified(_: LicenseDB) -> list[bytes]:
    writer = Writer(5)
    def statement() -> str:
        a, b, c = writer.random.choices("abcdefghijklmnopqrstuvwxyz", k=3)
        return f'{a}.{writer.identifier()}=function({b},{c}){{return"{writer.words(1)[0]}"+{b}[{c}]||{a}.license}};'
    return _pieces(_forever(statement))


@_input("UTF-16")
def _utf16(database: LicenseDB) -> list[bytes]:
    writer = Writer(6)
    texts = _forever(lambda: writer.paragraph() + writer.random.choice(database.notices))
    return [b"\xff\xfe" + piece for piece in _pieces(texts, "utf-16-le")]


@_input("punctuation")
def _punctuation(_: LicenseDB) -> list[bytes]:
    source = random.Random(7)
    return _pieces(_forever(lambda: "".join(source.choices("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n", k=64))))


@_input("escapes and entities, one line")
def _escapes(_: LicenseDB) -> list[bytes]:
    return _pieces(cycle(["&eacute;&#233;&#xe9;\\u00e9\\n\\t\\fB\\(co&amp;&nbsp;&#x110000;&licen"]))


@_input("combining accents and other alphabets")
def _accents(_: LicenseDB) -> list[bytes]:
    return _pieces(cycle(["lice\u0301nce\u0327 лицензия 许可证 άδεια رخصة 🄯 "]))
