// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The tracking report as a spreadsheet of two sheets, or three with what changed.

import Foundation
import Inventory
import Languages
import Tracking

/// `codescan track --report suivi.ods`.
public enum TrackingODS {
    /// The file's bytes.
    public static func data(_ result: TrackingResult, language: Language) -> Data {
        let sheets = TrackingSheets(result: result, language: language)
        return OpenDocumentSpreadsheet(
            sheets: [sheets.commitments, sheets.ministries, sheets.changes].compactMap(\.self),
            title: TrackingPage(result, language: language).title, language: language
        ).data
    }
}
