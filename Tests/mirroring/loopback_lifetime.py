# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a helper server of the tests ends: after its lifetime, or when the pipe on its standard input closes."""
import os
import select
import stat
import time


def starter_is_a_pipe() -> bool:
    """Whether standard input is a pipe, whose end means that the starter has gone; /dev/null ends at once and means nothing."""
    mode = os.fstat(0).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def wait_for_the_end(lifetime: float) -> None:
    """Returns when it is time to stop."""
    until = time.time() + lifetime
    while (left := until - time.time()) > 0:
        if not starter_is_a_pipe():
            time.sleep(min(left, 1))
        elif select.select([0], [], [], left)[0] and not os.read(0, 4096):
            return
