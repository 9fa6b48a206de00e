// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan check`: red when a public repository carries no usable licence, with the mend.

import ArgumentParser
import Forges
import Foundation
import Inventory
import Languages
import Policy
import Reports

struct CheckCommand: ParsableCommand, SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Fails when a repository of software carries no usable licence, and says how to mend it.",
        discussion: """
            Reads the files that lie in the work tree, uncommitted ones too. Red: no licence, one that nobody recognises, one \
            that is not free, or only a data licence. All else warns. The rules: docs/rules/. A project's own policy: \
            .codescan.yml (docs/check.md).

            EXAMPLES
              codescan check                    the repository in this folder
              codescan check --policy reuse     and every file with its licence
              codescan check ./forges           an organisation, mirrors too
              codescan check --report sarif=codescan.sarif --report junit=codescan.xml
              codescan check --write-baseline .codescan-baseline.json
              codescan check --baseline .codescan-baseline.json
              codescan check --fix --license EUPL-1.2 --holder "Commune de Montclair"

            EXIT STATUS
              0   green        1   red
              2   not red, and something could not be read
              64  the command line, a path, .codescan.yml, the baseline or the index is wrong
              73  the output cannot be created          74  the output cannot be written
            """)

    @Argument(help: ArgumentHelp("Repositories, and folders that hold some. (default: this folder)", valueName: "path"))
    var paths: [String] = ["."]

    @OptionGroup(title: "WHAT TO CHECK") var rules: CheckRuleOptions
    @OptionGroup(title: "WHAT TO WRITE") var writing: CheckWritingOptions
    @OptionGroup(title: "MENDING") var mending: CheckMendingOptions
    @OptionGroup var index: IndexOption

    var language: Language { writing.languageOption.language }

    func run() throws {
        let reports = try writing.reports().map { (format: $0.format, output: try OutputFile($0.path)) }
        let found = try RepositoryFinder().findForChecking(paths: paths)
        for problem in found.problems { Failure.say(problem.sentence(language)) }
        var options = InventoryOptions()
        options.language = language
        options.readsWorkTrees = !rules.committed
        options.sourceDate = try Environment.sourceDate()
        let rules = self.rules
        let config = try rules.readConfig()
        options.readsHeaders = { file in
            // A mistake in the file is told when the verdict is asked for.
            let policy = try? config ?? rules.policy(Policy.fileName, file)
            return policy?.applies(.fileWithoutLicense) ?? false
        }
        if found.locations.count > 1 { options.cachePath = Environment.cachePath }
        let run = InventoryRun(options: options, accounts: nil, index: try index.open())
        let baseline = try rules.readBaseline()
        var verdicts: [Verdict] = []
        var told: Set<Policy.Exception> = []
        var presets: Set<Policy.Preset> = []
        try run.inspect(found.locations) { inspection in
            let file = inspection.entry.path + "/" + Policy.fileName
            let policy = try config ?? rules.policy(file, inspection.details?.policyFile ?? .absent)
            presets.insert(policy.preset)
            for exception in policy.expiredExceptions(on: options.day) where told.insert(exception).inserted {
                Failure.say(
                    language(
                        "the exception for \(exception.rule.rawValue) ended on \(language.longDate(exception.until.description)) and is no longer applied",
                        "l’exception pour \(exception.rule.rawValue) a pris fin le \(language.longDate(exception.until.description)) et n’est plus appliquée"
                    ))
            }
            let verdict = policy.verdict(on: inspection, today: options.day)
            verdicts.append(baseline?.apply(to: verdict, isOnlyOne: found.locations.count == 1) ?? verdict)
        }
        if mending.fix {
            try mending.mend(verdicts, language, isCommitted: rules.committed)
            return
        }
        let preset = presets.count == 1 ? presets.first : rules.policy
        let report = CheckReport(verdicts, preset: preset ?? .france, language: language)
        for (format, output) in reports { try output.write(try writing.data(report, format)) }
        try writing.appendSummary(report)
        if let path = rules.writeBaseline {
            try OutputFile(path).write(try Baseline(verdicts).data())
            return
        }
        if report.isRed { throw ExitCode(1) }
        if !found.problems.isEmpty || verdicts.contains(where: \.hasErrors) { throw Failure.incomplete }
    }
}

/// What is asked of the repositories.
struct CheckRuleOptions: ParsableArguments {
    @Flag(help: "Check HEAD, not the files in the work tree.")
    var committed = false

    @Option(
        help: "The rules to start from: the French State's, the OSI's, or the State's with REUSE. (default: france)")
    var policy: Policy.Preset?

    @Option(
        help: ArgumentHelp(
            "The policy to use for every repository. (default: each repository's own .codescan.yml)", valueName: "file")
    )
    var config: String?

    @Option(help: ArgumentHelp("Fail only on what this baseline does not know.", valueName: "file"))
    var baseline: String?

    @Option(help: ArgumentHelp("Write what is found now as a baseline, and succeed.", valueName: "file"))
    var writeBaseline: String?

    /// The policy that `--config` names for every repository.
    func readConfig() throws -> Policy? {
        guard let config else { return nil }
        guard let data = FileManager.default.contents(atPath: config) else {
            throw InputError(
                "\(config): cannot be read; check the path and its rights",
                "\(config)\u{A0}: illisible\u{A0}; vérifiez le chemin et ses droits")
        }
        return try policy(config, .text(Array(data)))
    }

    /// The policy of a repository's own file.
    func policy(_ name: String, _ file: RepositoryDetails.PolicyFile) throws -> Policy {
        switch file {
        case .absent: return Policy(preset: policy ?? .france)
        case .unreadable:
            throw InputError(
                "\(name): cannot be read; it has to be a text of 1 MiB at the most within the repository",
                "\(name)\u{A0}: illisible\u{A0}; ce doit être un texte de 1\u{A0}Mio au plus, dans le dépôt")
        case .text(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw InputError(
                    "\(name): not UTF-8; save it as UTF-8",
                    "\(name)\u{A0}: n’est pas en UTF-8\u{A0}; enregistrez-le dans cet encodage")
            }
            return try Policy(parsing: text, file: name, preset: policy)
        }
    }

    func readBaseline() throws -> Baseline? {
        guard let baseline else { return nil }
        guard let data = FileManager.default.contents(atPath: baseline) else {
            throw InputError(
                "\(baseline): cannot be read; make one with: codescan check --write-baseline \(baseline)",
                "\(baseline)\u{A0}: illisible\u{A0}; faites-en un avec\u{A0}: codescan check --write-baseline \(baseline)"
            )
        }
        return try Baseline(data, file: baseline)
    }
}

/// How the verdicts are written.
struct CheckWritingOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, github, codequality, sarif, junit, json }

    @Option(help: "How to write the verdicts. (default: text; in GitHub Actions, github)")
    var format: Format?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write. (default: standard output)", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Another report beside it, once or more, such as sarif=codescan.sarif. (default in GitLab CI: "
                + "codequality=gl-code-quality-report.json)", valueName: "format=file"))
    var report: [String] = []

    @OptionGroup var languageOption: LanguageOption

    @Option(help: "When to colour the text.")
    var color: ColorChoice = .auto

    private var isGitHub: Bool { Environment["GITHUB_ACTIONS"] == "true" }
    private var isGitLab: Bool { Environment["GITLAB_CI"] == "true" }

    func validate() throws { _ = try reports() }

    /// What to write, and where.
    func reports() throws -> [(format: Format, path: String?)] {
        var reports: [(Format, String?)] = [(format ?? (isGitHub ? .github : .text), output)]
        for text in report {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let format = Format(rawValue: parts[0]) else {
                throw ValidationError(
                    "--report \(text): give a format and a file, such as sarif=codescan.sarif; the formats are "
                        + Format.allCases.map(\.rawValue).joined(separator: ", "))
            }
            reports.append((format, parts[1]))
        }
        if isGitLab, format == nil, report.isEmpty { reports.append((.codequality, "gl-code-quality-report.json")) }
        return reports
    }

    func data(_ report: CheckReport, _ format: Format) throws -> Data {
        switch format {
        case .text: Data(text(report).utf8)
        case .github: CheckGitHub.data(report)
        case .codequality: try CheckCodeQuality.data(report)
        case .sarif: try CheckSARIF.data(report)
        case .junit: CheckJUnit.data(report)
        case .json: try CheckJSON.data(report)
        }
    }

    private func text(_ report: CheckReport) -> String {
        let terminal = Terminal.standardOutput
        guard output == nil || output == "-" else { return CheckText(report, colored: color == .always).text }
        // GitLab's log shows colours, though it is no terminal.
        let colored = isGitLab && color == .auto ? Environment["NO_COLOR"] == nil : terminal.isColored(color)
        return CheckText(report, width: terminal.width, colored: colored).text
    }

    /// Adds the job's summary where GitHub Actions asks for it.
    func appendSummary(_ report: CheckReport) throws {
        guard isGitHub, let path = Environment["GITHUB_STEP_SUMMARY"] else { return }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw OutputError(path) }
        defer { close(descriptor) }
        try writeAll(CheckMarkdown.data(report), descriptor, path)
    }
}

extension Policy.Preset: ExpressibleByArgument {}
