// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// From declarations to one conclusion (DESIGN: "How a project's licence is concluded"). The sources are asked in order
// of strength, and the first that names a licence is the basis; the weaker ones can complete it ("or later", a choice
// between two), or contradict it, and then are named.

import Licensing
import Manifests

/// Everything that a repository says of licences.
struct LicenseSources {
    /// Legal files at the root that speak of the project.
    var legal: [LegalFileReading] = []
    /// Texts in `LICENSES/` at the root.
    var licensesFolder: [LegalFileReading] = []
    /// Files of other names and places that a manifest, a README or a header calls the licence.
    var referred: [ReferredFile] = []
    /// REUSE.toml and .reuse/dep5: what they say of the project's own files.
    var reuse: [Declaration] = []
    /// Manifests, the nearest to the root first.
    var manifests: [ManifestReading] = []
    var readmes: [ReadmeReading] = []
    /// What the heads of sampled source files say, one list a file.
    var heads: [[Declaration]] = []
    /// Where NOTICE at the root says of the project that a later version may be chosen.
    var notices: [Declaration] = []
    /// Legal files of parts and of vendored code.
    var parts: [LegalFileReading] = []
    /// Legal files that could not be read, with the reason.
    var unreadableLegal: [(path: String, reason: SkippedFile.Reason)] = []
}

extension LicenseSources {
    /// Whether no source says anything, not even a file that cannot be read.
    var saysNothing: Bool {
        legal.isEmpty && licensesFolder.isEmpty && referred.isEmpty && reuse.isEmpty && unreadableLegal.isEmpty
            && manifests.allSatisfy(\.declarations.isEmpty) && readmes.allSatisfy(\.declarations.isEmpty)
            && heads.allSatisfy(\.isEmpty)
    }
}

/// A manifest and where it stands.
struct ManifestReading {
    let file: ListedFile
    let manifest: Manifest
    let declarations: [Declaration]
    /// The files that its fields name as the licence.
    let references: [FileReference]
    /// Whether it stands in a folder below the root.
    var isNested: Bool { file.depth > 0 }

    init(_ file: ListedFile, _ manifest: Manifest) {
        self.file = file
        self.manifest = manifest
        declarations = manifest.declarations.compactMap { declaration in
            guard let expression = declaration.reading.expression?.normalized, !expression.isVague else { return nil }
            return Declaration(
                expression: expression,
                evidence: LicenseEvidence(
                    path: file.path.string, blob: file.id.hex, kind: .manifest, expression: expression.description,
                    lines: [declaration.lines.lowerBound, declaration.lines.upperBound], coverage: 100,
                    rule: declaration.field),
                isStatement: true)
        }
        references = manifest.declarations.compactMap { declaration in
            guard case .file(let path) = declaration.reading else { return nil }
            return FileReference(
                source: file, kind: .manifest, lines: declaration.lines, field: declaration.field, paths: [path])
        }
    }
}

/// On what a conclusion rests; the words for it are in `LicenseExplanation`.
enum LicenseBasis: Equatable {
    case legalFiles([String])
    /// A file that another one names as the licence.
    case referred(by: String, to: String)
    case licensesFolder
    case reuse
    case manifest(String)
    case readme(String)
    case sourceHeaders(Int)
    /// A legal file that no rule explains.
    case unexplained([String])
    case unreadable(path: String, reason: SkippedFile.Reason)
    case nothing
}

struct LicenseConcluder {
    let sources: LicenseSources
    /// What the repository holds: of documentation and data, the content's licence is the project's own too.
    let kind: ContentKind
    /// The languages of the repository, the largest first: of several manifests, the one of the main language speaks. Asked
    /// only then, since they are known by the sizes of all files.
    let languages: () -> [String]
    /// What the sampled files' headers agree on.
    private let headers: [Declaration]

    init(sources: LicenseSources, kind: ContentKind, languages: @escaping () -> [String]) {
        self.sources = sources
        self.kind = kind
        self.languages = languages
        headers = Self.agreement(of: sources.heads)
    }

    /// What was concluded, before dates and words.
    struct Result {
        var status: LicenseConclusion.Status
        var expression: LicenseExpression?
        var basis: LicenseBasis
        var freeSoftware: FreeSoftwareStatus
        var other: [String] = []
        var evidence: [LicenseEvidence] = []
        var conflicts: [String] = []
        /// A restriction of use stated beside a free licence.
        var restriction: (path: String, line: Int)?
    }

    private struct Basis {
        var basis: LicenseBasis
        var declarations: [Declaration]
    }

    func conclude() -> Result {
        guard let found = basis() else { return nothingFound() }
        let split = split(found.declarations)
        guard var expression = LicenseExpression.consolidate(split.own.map(\.expression)) else { return nothingFound() }
        var evidence = split.own.map(\.evidence)

        expression = complete(expression, with: &evidence)
        var parts = split.parts.map(\.expression)
        if kind == .software {
            // One file or statement may name the code's licence and the content's.
            let code = expression.conjuncts.filter { !$0.isContentLicense }
            if !code.isEmpty, code.count < expression.conjuncts.count, let own = LicenseExpression.and(code) {
                parts += expression.conjuncts.filter(\.isContentLicense)
                expression = own
            }
        }
        if let both = addingCode(to: expression, &evidence) { expression = both }
        var result = Result(
            status: .declared, expression: expression, basis: found.basis,
            freeSoftware: FreeSoftwareStatus(expression), evidence: Self.distinct(evidence))
        result.conflicts = conflicts(with: expression)
        result.status = result.conflicts.isEmpty ? .declared : .conflicting
        result.other = other(beside: expression, parts)
        if result.freeSoftware == .free, let restriction = sources.readmes.compactMap(\.restriction).first {
            result.restriction = restriction
            result.freeSoftware = .unknown
            result.status = .conflicting
            result.conflicts.append(
                "\(restriction.path):\(restriction.line) restricts the use that \(expression) allows")
        }
        return result
    }

    // MARK: The basis

    private func basis() -> Basis? {
        let legal = sources.legal.filter { $0.expression != nil }
        if !legal.isEmpty {
            return Basis(basis: .legalFiles(legal.map { $0.file.path.string }), declarations: legal.flatMap(Self.whole))
        }
        if let first = sources.referred.first {
            let same = sources.referred.filter { $0.reference.source.path == first.reference.source.path }
            let pointers = same.map { referred in
                Declaration(
                    expression: referred.expression, evidence: referred.pointer,
                    isStatement: false)
            }
            return Basis(
                basis: .referred(
                    by: first.reference.source.path.string, to: first.reading.file.path.string),
                declarations: same.flatMap { Self.whole($0.reading) } + pointers)
        }
        let root = ranked(sources.manifests.filter { !$0.isNested }).flatMap(\.declarations)
        let readme = sources.readmes.flatMap(\.declarations)
        let folder = sources.licensesFolder.filter { $0.expression != nil }
        if !folder.isEmpty {
            // Of several texts, the README, the manifests and the headers say which one is the project's own.
            let texts = folder.flatMap(Self.whole)
            let choice = readme.filter { statement in
                statement.scope == .project && statement.expression.alternatives.count > 1
                    && texts.contains { $0.expression.bases.isSubset(of: statement.expression.bases) }
            }
            if let first = choice.first { return Basis(basis: .readme(first.evidence.path), declarations: choice) }
            let named = (readme.filter { $0.scope == .project } + root + sources.reuse + headers)
            let own = texts.filter { text in
                named.contains { !$0.expression.bases.isDisjoint(with: text.expression.bases) }
            }
            if !own.isEmpty {
                let rest = texts.filter { text in !own.contains { $0.expression == text.expression } }
                    .map {
                        var part = $0; part.scope = .part; return part
                    }
                return Basis(basis: .licensesFolder, declarations: own + rest)
            }
            return Basis(basis: .licensesFolder, declarations: texts)
        }
        if !sources.reuse.isEmpty { return Basis(basis: .reuse, declarations: sources.reuse) }
        if let first = root.first {
            let same = root.filter { $0.evidence.path == first.evidence.path }
            return Basis(basis: .manifest(first.evidence.path), declarations: Self.mostSpecific(same))
        }
        let projectReadme = readme.filter { $0.scope == .project }
        if let first = projectReadme.first ?? readme.first {
            return Basis(basis: .readme(first.evidence.path), declarations: readme)
        }
        if !headers.isEmpty { return Basis(basis: .sourceHeaders(headers.count), declarations: headers) }
        return packageOfMainLanguage()
    }

    /// Where nothing at the root speaks: the packages one folder down that are written in the repository's main language, as
    /// `server/package.json`, when those that name a licence name the same.
    private func packageOfMainLanguage() -> Basis? {
        let packages = sources.manifests.filter { $0.file.depth == 1 }
        guard !packages.isEmpty, let main = languages().first else { return nil }
        let declarations = packages.filter { $0.manifest.format.languages.contains(main) }.flatMap(\.declarations)
        guard let first = declarations.first, Set(declarations.map(\.expression)).count == 1 else { return nil }
        return Basis(basis: .manifest(first.evidence.path), declarations: [first])
    }

    /// The manifests of the main language first.
    private func ranked(_ manifests: [ManifestReading]) -> [ManifestReading] {
        guard manifests.count > 1 else { return manifests }
        let languages = languages()
        let ranks = manifests.map { manifest in
            languages.firstIndex { manifest.manifest.format.languages.contains($0) } ?? languages.count
        }
        return manifests.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { manifests[$0] }
    }

    /// A legal file's reading as one declaration, its evidence kept apart.
    private static func whole(_ reading: LegalFileReading) -> [Declaration] {
        guard let expression = reading.expression else { return [] }
        return reading.declarations.map { declaration in
            var whole = declaration
            if declaration.scope == .project { whole.expression = expression }
            return whole
        }
    }

    /// Of a manifest's fields the one with a version, "or later" or a choice beats the one without.
    private static func mostSpecific(_ declarations: [Declaration]) -> [Declaration] {
        guard let first = declarations.first else { return [] }
        let same = declarations.filter { $0.expression.bases == first.expression.bases }
        return same.contains { $0.expression.saysOrLater } ? same.filter { $0.expression.saysOrLater } : [first]
    }

    /// The licence that the sampled files' headers agree on: of a few files, most; else nothing.
    private static func agreement(of heads: [[Declaration]]) -> [Declaration] {
        let own = heads.compactMap { head -> Declaration? in
            guard var first = head.first, let whole = LicenseExpression.consolidate(head.map(\.expression)) else {
                return nil
            }
            first.expression = whole
            return first
        }
        let counts = Dictionary(own.map { ($0.expression, 1) }, uniquingKeysWith: +)
        guard let most = counts.max(by: { ($0.value, $1.key.description) < ($1.value, $0.key.description) }) else {
            return []
        }
        // A few files of many may be borrowed; a licence stands on a quarter of the sample, or on most of those that speak where
        // they are three and a sixth of it.
        let isMost = most.value * 2 >= own.count && most.value >= 3 && most.value * 6 >= heads.count
        guard isMost || most.value * 4 >= heads.count else { return [] }
        return own.filter { $0.expression == most.key }
    }

    /// Code's licence apart from the licence of texts and data, where both are declared.
    private func split(_ declarations: [Declaration]) -> (own: [Declaration], parts: [Declaration]) {
        // A repository of texts has its texts' licence and its code's.
        if kind == .documentation { return (declarations, []) }
        let project = declarations.filter { $0.scope == .project }
        let own = project.isEmpty ? declarations : project
        var parts = project.isEmpty ? [] : declarations.filter { $0.scope == .part }
        let code = own.filter { !$0.expression.isContentLicense }
        if code.isEmpty || code.count == own.count { return (own, parts) }
        parts += own.filter { $0.expression.isContentLicense }
        return (code, parts)
    }

    // MARK: Completing

    /// What the headers agree on, or where it is about other licences, those headers that speak of this one: generated or
    /// borrowed files may be more than the project's own.
    private func headers(of expression: LicenseExpression) -> [Declaration] {
        if headers.contains(where: { !$0.expression.bases.isDisjoint(with: expression.bases) }) { return headers }
        let own = sources.heads.filter { head in
            !head.isEmpty && head.allSatisfy { $0.expression.bases.isSubset(of: expression.bases) }
        }
        return headers + Self.agreement(of: own)
    }

    /// "or later" where a statement says so of the same licence; the version where only "GPL" was said; a choice or pair that a
    /// README or manifest spells out.
    private func complete(_ expression: LicenseExpression, with evidence: inout [LicenseEvidence]) -> LicenseExpression
    {
        var completed = expression
        let statements =
            sources.readmes.flatMap(\.declarations).filter { $0.scope == .project || kind == .documentation }
            + sources.manifests.filter { !$0.isNested }.flatMap(\.declarations)
            + headers(of: expression) + sources.reuse + sources.notices
        for statement in statements where statement.isStatement || statement.evidence.kind == .readme {
            let said = statement.expression
            let widens =
                said.operands.count > 1 && said != completed
                && completed.bases.isSubset(of: said.bases) && said.alternatives.count > 1
            let choice = completed.operands.count > 1 && completed.bases == said.bases && said.operands.count > 1
            if widens || choice || completed.isVersionlessName(of: said) {
                completed = said
                evidence.append(statement.evidence)
            } else if said.saysOrLater, said.operands.count == 1 {
                let conjuncts = completed.conjuncts.map { own in
                    own.bases == said.bases && !own.saysOrLater ? own.withOrLater() : own
                }
                if conjuncts != completed.conjuncts, let widened = LicenseExpression.and(conjuncts) {
                    completed = widened
                    evidence.append(statement.evidence)
                }
            }
        }
        return completed.simplified
    }

    // MARK: Contradictions and others

    private func conflicts(with expression: LicenseExpression) -> [String] {
        var found = sources.legal.flatMap(\.contradictions) + sources.licensesFolder.flatMap(\.contradictions)
        for reading in sources.legal where reading.isEmpty { found.append("\(reading.file.path.string) is empty") }
        for manifest in sources.manifests where !manifest.file.folder.isExample {
            for declaration in manifest.manifest.declarations {
                switch declaration.reading {
                case .expression(let said)
                where !said.isVague && said.normalized.bases.isDisjoint(with: expression.bases)
                    && !said.normalized.isLooseName(of: expression):
                    found.append("\(manifest.file.path.string) says \(said)")
                case .proprietary where !manifest.isNested && FreeSoftwareStatus(expression) != .nonFree:
                    found.append("\(manifest.file.path.string) says \(declaration.statement)")
                default: break
                }
            }
        }
        for referred in sources.referred where referred.expression.bases.isDisjoint(with: expression.bases) {
            found.append(
                "\(referred.reference.source.path.string) refers to \(referred.reading.file.path.string), which is "
                    + "\(referred.expression)")
        }
        for declaration in sources.readmes.flatMap(\.declarations)
        where declaration.scope == .project && declaration.expression.bases.isDisjoint(with: expression.bases)
            && !declaration.expression.isContentLicense && !declaration.expression.isLooseName(of: expression)
        {
            found.append("\(declaration.evidence.path) says \(declaration.expression)")
        }
        var seen: Set<String> = []
        return found.filter { seen.insert($0).inserted }
    }

    /// Where the legal file is a content licence and the README, or a legal file one folder down, puts code under
    /// another, both bind.
    private func addingCode(to expression: LicenseExpression, _ evidence: inout [LicenseEvidence]) -> LicenseExpression?
    {
        guard expression.isContentLicense else { return nil }
        let folders = sources.parts.filter { $0.file.depth == 1 && !$0.file.isVendored }
        let code = (sources.readmes.flatMap(\.declarations) + folders.flatMap(Self.whole))
            .filter { $0.scope == .project && !$0.expression.isContentLicense && !$0.expression.isVague }
        guard !code.isEmpty, let joined = LicenseExpression.consolidate([expression] + code.map(\.expression)) else {
            return nil
        }
        evidence += code.map(\.evidence)
        return joined
    }

    private func other(beside expression: LicenseExpression, _ parts: [LicenseExpression]) -> [String] {
        var names: [String] = []
        let declared =
            parts + sources.parts.compactMap(\.expression) + (kind == .software ? [] : sources.reuse.map(\.expression))
            + sources.readmes.flatMap(\.declarations).filter { $0.scope == .part }.map(\.expression)
        for other in declared where !other.isVague && !other.bases.isSubset(of: expression.bases) {
            let name = other.description
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private func nothingFound() -> Result {
        let other =
            sources.parts.compactMap(\.expression).filter { !$0.isVague }.map(\.description)
            + sources.manifests.filter(\.isNested).flatMap(\.declarations).map(\.expression.description)
        var distinct: [String] = []
        for name in other where !distinct.contains(name) { distinct.append(name) }
        let unexplained = sources.legal.filter { !$0.isEmpty && $0.expression == nil }.map { $0.file.path.string }
        if let blocked = sources.unreadableLegal.first {
            return Result(
                status: .unrecognized, expression: nil, basis: .unreadable(path: blocked.path, reason: blocked.reason),
                freeSoftware: .unknown, other: distinct)
        }
        if !unexplained.isEmpty {
            return Result(
                status: .unrecognized, expression: nil, basis: .unexplained(unexplained), freeSoftware: .unknown,
                other: distinct)
        }
        return Result(status: .missing, expression: nil, basis: .nothing, freeSoftware: .none, other: distinct)
    }

    private static func distinct(_ evidence: [LicenseEvidence]) -> [LicenseEvidence] {
        var kept: [LicenseEvidence] = []
        for item in evidence where !kept.contains(item) { kept.append(item) }
        return kept
    }
}
