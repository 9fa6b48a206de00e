// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// `codescan mirror`: from a list of accounts to the tree of mirrors that inventories are taken of.

import ArgumentParser
import Forges
import Foundation
import Git
import Inventory
import Languages
import Mirroring
import Reports

struct MirrorCommand: AsyncParsableCommand, SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "mirror",
        abstract: "Mirrors the public repositories of forge accounts, and keeps the mirrors up to date.",
        discussion: """
            ACCOUNTS is the national list of forge accounts, or one in its format. Each public repository is mirrored as
            INTO/HOST/OWNER/NAME.git, with what its forge says of it beside. A second run copies only what changed,
            follows repositories that were renamed, and keeps those that vanished.

            A token raises a forge's limits; it is read from CODESCAN_TOKEN_<HOST> (CODESCAN_TOKEN_GITLAB_EXAMPLE_ORG),
            from GITHUB_TOKEN or GITLAB_TOKEN for the two of that name, or from git's credential helper. Proxies are
            those of https_proxy and no_proxy.

            EXAMPLES
              codescan mirror
              codescan mirror inventory.yml --into ./forges
              codescan mirror --list
              codescan mirror --dry-run
              codescan mirror --depth 1 --branches head
              codescan mirror --urls repositories.txt --into ./forges
              codescan mirror --ca-file /etc/ssl/ministere.pem

            EXIT STATUS
              0   every repository is mirrored
              2   done, and something could not be had: the report names it
              64  the command line, inventory.yml or the list of addresses is wrong
              75  another codescan mirror is at work on the same folder
            """)

    @Argument(
        help: ArgumentHelp(
            "The list of forge accounts. (default: ./inventory.yml, unless --urls is given)", valueName: "accounts"))
    var accounts: String?

    @OptionGroup(title: "WHAT TO MIRROR") var what: MirrorContentOptions
    @OptionGroup(title: "HOW HARD TO PRESS FORGES") var pace: MirrorPaceOptions

    @Flag(help: "Only list the repositories: their addresses, one a line.")
    var list = false

    @Flag(help: "Say what would be done, and do nothing.")
    var dryRun = false

    @Option(help: "How to write the report.")
    var format: Format = .text

    @OptionGroup var languageOption: LanguageOption

    @Flag(help: "Say nothing while at work.")
    var noProgress = false

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func validate() throws {
        if list, dryRun { throw ValidationError("--list and --dry-run exclude each other") }
    }

    var language: Language { languageOption.language }

    func run() async throws {
        // A process that ends while it is spoken to is an error to report, not the end of this one.
        signal(SIGPIPE, SIG_IGN)
        let mode: MirrorMode = list ? .list : dryRun ? .rehearse : .mirror
        let run = MirrorRun(
            options: try options(mode), accounts: try forgeAccounts(), addresses: try what.addresses(),
            now: try Environment.sourceDate() ?? .now)
        // Lines of a list and lines of progress would mix on a terminal.
        let isListing = mode != .mirror
        let lines = HostLines(
            isOn: !noProgress && !(isListing && Terminal.standardOutput.isTerminal), language: language)
        let written = MirrorRunReport(language: language)
        let report: MirrorReport
        do {
            report = try await run.run(progress: lines.show) { action in
                guard isListing, let line = written.line(of: action) else { return }
                try? StandardOutput.write(line: line)
            }
        } catch {
            lines.erase()
            throw error
        }
        lines.erase()
        switch (list, format) {
        case (true, _): for problem in report.problems { Failure.say(written.sentence(problem)) }
        case (false, .text):
            try StandardOutput.write(Data(written.text(report, isRehearsal: dryRun).utf8))
        case (false, .json): try StandardOutput.write(try MirrorRunReport.json(report))
        }
        if !report.isComplete { throw Failure.incomplete }
    }

    private func options(_ mode: MirrorMode) throws -> MirrorOptions {
        guard let lister = InstalledFiles.findProgram("codescan-list-forge") else {
            throw InputError(
                "codescan-list-forge is not beside codescan, which cannot list forges without it; run make build, or "
                    + "install codescan again",
                "codescan-list-forge n’est pas à côté de codescan, qui ne peut lister les forges sans lui\u{A0}; lancez make "
                    + "build, ou réinstallez codescan")
        }
        let tokens = Tokens(environment: ProcessInfo.processInfo.environment)
        var options = MirrorOptions(
            root: what.into, userAgent: CodescanVersion.userAgent, lister: Worker(program: lister),
            copier: Worker(program: InstalledFiles.program, arguments: [MirrorTransferCommand._commandName])
        ) { await tokens.token(for: $0) }
        options.mode = mode
        options.branches = what.branches
        options.depth = what.depth
        pace.apply(to: &options)
        return options
    }

    private func forgeAccounts() throws -> ForgeAccounts {
        guard let path = accounts ?? (what.urls == nil ? "inventory.yml" : nil) else { return .none }
        guard FileManager.default.fileExists(atPath: path) else {
            throw InputError(
                "\(path): no such file; write the forge accounts to mirror into it (docs/inventory-yml.md), "
                    + "or give a list of addresses with --urls",
                "\(path)\u{A0}: aucun fichier de ce nom\u{A0}; écrivez-y les comptes de forges à recopier "
                    + "(docs/inventory-yml.md), ou donnez une liste d’adresses avec --urls")
        }
        let accounts = try ForgeAccounts(contentsOf: path)
        for warning in accounts.warnings { Failure.say(warning.sentence(language)) }
        return accounts
    }
}

struct MirrorContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the mirrors.", valueName: "folder"))
    var into = "forges"

    @Option(
        help: ArgumentHelp(
            "Repositories that no forge lists: a file of addresses, one a line; - for standard input.",
            valueName: "file"))
    var urls: String?

    @Option(help: "Which branches to mirror: all, with the tags; or head, the default branch alone.")
    var branches: MirroredBranches = .all

    @Option(help: ArgumentHelp("How many commits of each branch. (default: all)", valueName: "n"))
    var depth: Int?

    func validate() throws {
        if let depth, depth < 1 { throw ValidationError("--depth \(depth): give 1 or more") }
        if into.isEmpty { throw ValidationError("--into: give a folder, such as ./forges") }
    }

    func addresses() throws -> [RepositoryAddress] {
        guard let urls else { return [] }
        let data: Data
        do {
            data =
                urls == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(fileURLWithPath: urls))
        } catch let error as CocoaError {
            throw InputError(Bilingual { "\(urls)\($0.colon) \(error.reason($0))" })
        }
        return try RepositoryAddress.list(String(decoding: data, as: UTF8.self), file: urls)
    }
}

extension MirroredBranches: ExpressibleByArgument {}

struct MirrorPaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Forges at work side by side.", valueName: "n"))
    var hosts = 8

    @Option(help: ArgumentHelp("Copies side by side from one forge.", valueName: "n"))
    var jobs = 2

    @Option(help: ArgumentHelp("The most requests a second to a forge's API.", valueName: "n"))
    var rate = 5.0

    @Option(help: ArgumentHelp("How often what fails for the moment is tried again.", valueName: "n"))
    var retries = 5

    @Option(help: ArgumentHelp("The wait before the first retry; each next one is longer.", valueName: "seconds"))
    var retryWait = 1.0

    @Option(
        help: ArgumentHelp(
            "The longest wait that a forge's limits may ask for; beyond it the account is left for the next run.",
            valueName: "seconds"))
    var maxWait = 900.0

    @Option(help: ArgumentHelp("The most bytes that one copy may have.", valueName: "bytes"))
    var maxSize = TransferLimits().maximumBytes

    @Option(help: ArgumentHelp("The longest that one copy may take.", valueName: "seconds"))
    var maxTime = 3600

    @Option(help: ArgumentHelp("The fewest bytes a minute that a copy must bring.", valueName: "bytes"))
    var minRate = TransferLimits().bytesPerMinute

    @Option(help: ArgumentHelp("The longest that a server may be silent.", valueName: "seconds"))
    var maxSilence = 120

    @Option(
        help: ArgumentHelp(
            "Certificate authorities (PEM) to trust in the place of the system's. (default: $SSL_CERT_FILE)",
            valueName: "file"))
    var caFile: String?

    @Option(
        help: ArgumentHelp(
            "Where forges' answers are kept, so that what did not change is not sent again. (default: ~/.cache/codescan/forges)",
            valueName: "folder"))
    var cache: String?

    @Flag(help: "Neither use nor keep forges' answers.")
    var noCache = false

    func validate() throws {
        func check(_ name: String, _ isRight: Bool) throws {
            if !isRight { throw ValidationError("--\(name): give a number above 0") }
        }
        try check("hosts", hosts > 0)
        try check("jobs", jobs > 0)
        try check("rate", rate > 0)
        try check("max-size", maxSize > 0)
        try check("max-time", maxTime > 0)
        try check("max-silence", maxSilence > 0)
        if retries < 0 || retryWait < 0 || maxWait < 0 || minRate < 0 {
            throw ValidationError("--retries, --retry-wait, --max-wait, --min-rate: give 0 or more")
        }
        if let caFile, !FileManager.default.isReadableFile(atPath: caFile) {
            throw ValidationError("--ca-file: \(caFile) cannot be read; give a file of certificates in PEM")
        }
        if noCache, cache != nil { throw ValidationError("--cache and --no-cache exclude each other") }
    }

    func apply(to options: inout MirrorOptions) {
        options.hosts = hosts
        options.transfersPerHost = jobs
        options.retries = retries
        options.pace.requestsPerSecond = rate
        options.pace.retries = retries
        options.pace.firstRetryWait = retryWait
        options.pace.longestWait = maxWait
        options.limits.maximumBytes = maxSize
        options.limits.wallClock = .seconds(maxTime)
        options.limits.bytesPerMinute = minRate
        options.limits.silence = .seconds(maxSilence)
        options.pace.stallTimeout = min(options.pace.stallTimeout, Double(maxSilence))
        options.certificates = caFile ?? Environment["SSL_CERT_FILE"]
        options.cachePath = noCache ? nil : cache ?? Environment.cacheFolder.map { $0 + "/forges" }
    }
}
