// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What REUSE.toml or .reuse/dep5 says of the project's own files.

enum ReuseReading { static func declarations(of bytes: [UInt8], _ file: ListedFile) -> [Declaration] { [] } }
