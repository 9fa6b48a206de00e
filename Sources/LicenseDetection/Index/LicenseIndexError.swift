// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

/// Why a licence index cannot be built or used, with the mend.
public enum LicenseIndexError: Error, Sendable, Equatable, CustomStringConvertible {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    case notAnIndex(path: String)
    case wrongVersion(path: String, found: UInt32, wanted: UInt32)
    case damaged(path: String, part: String)
    case noRules(path: String)
    case invalidRule(path: String, reason: String)
    case tooManyWords(count: Int, limit: Int)

    /// One sentence that names the file and the command that mends it.
    public var description: String {
        let mend =
            "make it with: codescan index build LICENSEDB -o \(LicenseIndex.fileName) (in codescan's source: make index)"
        return switch self {
        case .missing(let path): "\(path): no licence index here; \(mend)"
        case .unreadable(let path, let reason): "\(path): the licence index cannot be read (\(reason)); \(mend)"
        case .notAnIndex(let path): "\(path): not a licence index; \(mend)"
        case .wrongVersion(let path, let found, let wanted):
            "\(path): this licence index has format \(found) and this codescan reads format \(wanted); \(mend)"
        case .damaged(let path, let part): "\(path): the licence index is damaged (\(part)); \(mend)"
        case .noRules(let path):
            "\(path): no licences/*.LICENSE and rules/*.RULE here; give the folder that holds LicenseDB's licenses/ and rules/"
        case .invalidRule(let path, let reason): "\(path): \(reason)"
        case .tooManyWords(let count, let limit):
            "the rules hold \(count) distinct words and an index holds \(limit) at most; leave some rules out"
        }
    }
}
