// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Manifests that cannot be read, and the licence fields of those whose format asks for SPDX identifiers: npm, Composer, Cargo,
// publiccode.yml, pyproject.toml's `license` (PEP 639).

import Inventory
import Languages
import Licensing
import Manifests

enum ManifestRules {
    private static let spdxFormats: Set<ManifestFormat> = [.npm, .composer, .cargo, .publiccode]

    static func findings(_ details: RepositoryDetails) -> [Finding] {
        // A broken publiccode.yml is an invalid one.
        let isKnown = { path in path == details.publiccode?.path }
        return details.brokenManifests.filter { !isKnown($0.path) }.map { broken($0.path, $0.error) }
            + details.statements.filter(isSPDXField).flatMap(findings)
    }

    private static func broken(_ path: String, _ error: ManifestError) -> Finding {
        Finding(
            .brokenManifest, at: path, lines: error.line.map { $0...$0 }, Bilingual(error.fault),
            mend: Bilingual { language in
                let mend = error.mend(language)
                return mend.prefix(1).uppercased() + mend.dropFirst() + "."
            })
    }

    private static func isSPDXField(_ statement: RepositoryDetails.Statement) -> Bool {
        guard case .file = statement.declaration.reading else {
            // npm's word for "nobody may use it" is no identifier, and said as what it is by the conclusion.
            if case .proprietary = statement.declaration.reading { return false }
            return spdxFormats.contains(statement.format) && !statement.declaration.field.contains("classifiers")
                && !statement.declaration.field.hasSuffix("-file")
        }
        return false
    }

    private static func findings(_ statement: RepositoryDetails.Statement) -> [Finding] {
        let declaration = statement.declaration
        let said = declaration.statement.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        func finding(_ rule: Rule.Identifier, _ message: Bilingual, _ mend: Bilingual?) -> Finding {
            Finding(
                rule, at: statement.path, lines: declaration.lines, message, mend: mend,
                subject: "\(declaration.field) \(said)")
        }
        let listed = try? LicenseExpression(parsing: declaration.statement)
        let unknown = listed?.identifiers.first { SPDXLicenseList.license($0) == nil && !$0.hasPrefix("LicenseRef-") }
        guard let listed, unknown == nil else {
            let meant = declaration.reading.expression?.description
            return [
                finding(
                    .invalidIdentifier,
                    Bilingual(
                        "\(declaration.field) says “\(said)”, which is no SPDX expression",
                        "\(declaration.field) indique «\u{A0}\(said)\u{A0}», qui n’est pas une expression SPDX"),
                    meant.map { Bilingual("Write \($0).", "Écrivez \($0).") })
            ]
        }
        return listed.identifiers.filter { SPDXLicenseList.license($0)?.isDeprecated == true }.map { identifier in
            let current = LicenseExpression(LicenseOperand(identifier)).normalized.description
            return finding(
                .deprecatedIdentifier,
                Bilingual(
                    "\(declaration.field) says \(identifier), which SPDX has replaced",
                    "\(declaration.field) indique \(identifier), que SPDX a remplacé"),
                current == identifier
                    ? nil : Bilingual("Write \(current), or -or-later.", "Écrivez \(current), ou -or-later."))
        }
    }
}
