// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// From a thrown error to what a person reads and a script tests: `codescan: <sentence>`, and a status of sysexits.h.

import ArgumentParser
import Forges
import Foundation
import Inventory
import Languages
import LicenseDetection
import Mirroring
import Policy
import Reports
import Tracking

/// A sentence for the person at the terminal, about something they gave.
struct InputError: Error, Spoken {
    private let message: Bilingual

    init(_ message: Bilingual) { self.message = message }

    init(_ english: String, _ french: String) { message = Bilingual(english, french) }

    func sentence(_ language: Language) -> String { message(language) }
}

/// A command that a person tells which language to speak.
protocol SpeakingCommand {
    var language: Language { get }
}

enum Failure {
    /// Done, and something could not be read; the report names it.
    static let incomplete = ExitCode(2)

    /// Writes a sentence, each of its lines under the program's name; what a file says in it moves no cursor.
    static func say(_ sentence: String) {
        let lines = sentence.split(whereSeparator: \.isNewline).map { "codescan: \(TerminalText(String($0)).string)\n" }
        FileHandle.standardError.write(Data(lines.joined().utf8))
    }

    /// Ends the program as the error asks. The command line's own errors, help and version are the parser's to print.
    static func exit(with error: any Error, in language: Language) -> Never {
        guard let status = status(of: error) else { Codescan.exit(withError: error) }
        say((error as? CocoaError)?.localizedDescription ?? error.words(language))
        Foundation.exit(status)
    }

    private static func status(of error: any Error) -> Int32? {
        switch error {
        case is InputError, is LicenseIndexError, is InventoryFileError, is FinderError,
            is InventoryReadError, is TrackFileError, is PolicyFileError, is BaselineError, is MendError,
            is AddressListError:
            EX_USAGE
        case is LockedError: EX_TEMPFAIL
        case is PDFError: PDFError.status
        case let error as OutputError: error.status
        case is CocoaError: EX_IOERR
        default: nil
        }
    }
}

extension CocoaError {
    /// What the system says, such as "Permission denied", without the path, which the caller names.
    var reason: Bilingual {
        (underlying as? POSIXError).map { Bilingual(systemError: $0.code.rawValue) }
            ?? Bilingual(localizedDescription)
    }
}
