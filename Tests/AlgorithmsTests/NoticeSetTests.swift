// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The detector against Fixtures/notices: texts in the kinds of file where notices really are, and near misses, written
// before it. The score is printed; it may not fall.

import Foundation
import Testing

@testable import Algorithms

/// A text and what a careful reader finds in it.
struct NoticeCase: Sendable, CustomTestStringConvertible {
    var path: String
    var kind: AlgorithmNotice.Kind?
    var elements: Set<AlgorithmElement>
    var why: String

    var testDescription: String { path }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/notices")
        .standardizedFileURL

    static let all: [NoticeCase] = {
        let table = (try? String(contentsOf: folder.appending(path: "cases.tsv"), encoding: .utf8)) ?? ""
        return table.split(separator: "\n").dropFirst().map { row in
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return NoticeCase(
                path: cells[0], kind: AlgorithmNotice.Kind(rawValue: cells[1]),
                elements: Set(cells[2].split { !$0.isLetter }.compactMap { AlgorithmElement(rawValue: String($0)) }),
                why: cells.last ?? "")
        }
    }()

    func found() throws -> AlgorithmNotice? {
        let text = try Data(contentsOf: Self.folder.appending(path: path))
        return NoticeDetector.notice(in: [UInt8](text), form: TextForm(path: path))
    }
}

/// How the detector fares over the whole set.
struct NoticeScore: CustomStringConvertible {
    var cases = 0
    var kindsRight = 0
    /// The texts whose kind was not found, with what was.
    var wrong: [String] = []
    var falseNotices = 0
    var nearMisses = 0
    var elementsFound = 0
    var elementsRight = 0
    var elementsExpected = 0

    init(_ cases: [NoticeCase]) throws {
        for notice in cases {
            let found = try notice.found()
            self.cases += 1
            if found?.kind == notice.kind {
                kindsRight += 1
            } else {
                wrong.append("\(notice.path): \(found?.kind.rawValue ?? "none")")
            }
            if notice.kind == nil || notice.kind == .discussion {
                nearMisses += 1
                if let found, found.kind != .discussion { falseNotices += 1 }
            } else {
                let elements = Set((found?.elements ?? [:]).keys)
                elementsFound += elements.count
                elementsExpected += notice.elements.count
                elementsRight += elements.intersection(notice.elements).count
            }
        }
    }

    var precision: Double { Double(elementsRight) / Double(max(1, elementsFound)) }
    var recall: Double { Double(elementsRight) / Double(max(1, elementsExpected)) }

    var description: String {
        "kinds \(kindsRight) of \(cases), false notices \(falseNotices) of \(nearMisses) near misses, elements: precision "
            + String(format: "%.3f, recall %.3f", precision, recall)
    }
}

@Suite("The set of notices")
struct NoticeSetTests {
    @Test("the score does not fall")
    func score() throws {
        let score = try NoticeScore(NoticeCase.all)
        print("Notices: \(score)")
        #expect(score.cases == 176)
        #expect(score.kindsRight == 176, "\(score.wrong)")
        #expect(score.falseNotices == 0)
        #expect(score.precision >= 0.96)
        #expect(score.recall >= 0.88)
    }
}
