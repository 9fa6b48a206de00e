// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What is loaded has the names and types of libgit2's own headers: see CLibgit2.
