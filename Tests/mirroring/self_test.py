# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the loopback forges themselves, with git, openssl and Python's own HTTP client.

    python3 -B Tests/mirroring/self_test.py [NAME …]      every check, or those of a class or of one name
"""
import unittest

from self_test_faults import FaultsOnPurpose
from self_test_listings import Listings
from self_test_transfers import Transfers

__all__ = ["FaultsOnPurpose", "Listings", "Transfers"]

if __name__ == "__main__":
    unittest.main()
