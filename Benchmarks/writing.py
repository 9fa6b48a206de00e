# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up files such as repositories hold: prose, source code, with a licence here and there. The same seed writes the
same bytes."""
import random
from itertools import accumulate

from licensedb import LicenseDB

_WORDS = """
the a of to and in is for that it with as are on this by be or not from an which when each all one can will has if its
than only more into no other then so but they out up may must such these two first also where after before between both
call file value name list user time data code table line form page result request answer service number version package
test table field key index server client report office tax income rule rate year month date amount address person house
child school town region state law text page image map point area road water energy health care plan project team work
build run read write send open close change check find keep make take give show move start stop return create remove
update install compile publish measure compute count sort merge split copy print draw store load save choose
new old small large short long simple fast slow free public open common local global empty full single whole next last
le la les des une pour dans avec sur par que qui est sont pas plus chaque selon entre sans leur cette commune service
impôt revenu montant date année calcul règle données agence ministère dossier demande réponse droit loi usager
""".split()
# The commoner a word of a language, the earlier it stands above: the n-th is met about n times less than the first.
_CUMULATIVE_WEIGHTS = list(accumulate(1 / (10 + rank) for rank in range(len(_WORDS))))


class Writer:
    """Writes texts with a random generator of its own."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def words(self, count: int) -> list[str]:
        return self.random.choices(_WORDS, cum_weights=_CUMULATIVE_WEIGHTS, k=count)

    def paragraph(self) -> str:
        """Sentences, in lines of some 80 characters."""
        lines: list[str] = []
        line = ""
        for _ in range(self.random.randint(3, 7)):
            sentence = " ".join(self.words(self.random.randint(6, 22))).capitalize() + "."
            for word in sentence.split():
                if len(line) + len(word) > 80:
                    lines.append(line)
                    line = word
                else:
                    line = f"{line} {word}" if line else word
        return "\n".join([*lines, line]) + "\n"

    def identifier(self) -> str:
        return "_".join(self.words(self.random.randint(1, 3)))

    def statement(self) -> str:
        """One statement of a language with braces and semicolons."""
        a, b, c = self.identifier(), self.identifier(), self.identifier()
        number = self.random.randint(0, 4096)
        return self.random.choice((
            f"int {a} = {b}({c}, {number});", f"if ({a} < {number}) return {b};", f"{a}->{b} += {c} * {number};",
            f'log("{a} {b}: %d", {c});', f"{a}[{number}] = {b} ? {c} : 0x{number:x};",
            f"for (int i = 0; i < {a}; i++) {b}(i, &{c});"))

    def function(self) -> str:
        body = "".join(f"    {self.statement()}\n" for _ in range(self.random.randint(4, 16)))
        return f"/* {' '.join(self.words(9))} */\nstatic int {self.identifier()}(void)\n{{\n{body}}}\n\n"

    def document(self, size: int) -> str:
        """A file of about `size` characters: one in two is prose, the other code."""
        is_prose = self.random.random() < 0.5
        parts: list[str] = []
        length = 0
        while length < size:
            parts.append(self.paragraph() + "\n" if is_prose else self.function())
            length += len(parts[-1])
        return "".join(parts)


def commented(text: str) -> str:
    """The text as a block comment."""
    return "/*\n" + "".join(f" * {line}".rstrip() + "\n" for line in text.strip().splitlines()) + " */\n"


def plain_text(database: LicenseDB, size: int, seed: int) -> bytes:
    """Files of some 8 kB one after the other, `size` bytes in all: a notice at the head of every fourth, a whole licence
    text after every thirty-second."""
    writer = Writer(seed)
    licenses = list(database.licenses.values())
    parts: list[bytes] = []
    length = 0
    while length < size:
        text = writer.document(8_000)
        if len(parts) % 4 == 0:
            text = commented(writer.random.choice(database.notices)) + text
        if len(parts) % 32 == 0:
            text += writer.random.choice(licenses)
        parts.append(text.encode())
        length += len(parts[-1])
    return b"".join(parts)[:size]
