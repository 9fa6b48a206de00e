// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What every command that reads repositories is told: how many at a time, whose they are, where findings are kept.

import ArgumentParser
import Forges
import Foundation
import Inventory
import Languages

struct SourceOptions: ParsableArguments {
    private static let accountsFile = "inventory.yml"

    @Option(
        help: ArgumentHelp("Repositories read side by side. (default: one for each processor)", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "The list of forge accounts and bodies. (default: ./inventory.yml if it is there)", valueName: "file"))
    var accounts: String?

    @Option(
        help: ArgumentHelp(
            "Where findings are kept from run to run. (default: ~/.cache/codescan/findings.sqlite)", valueName: "file"))
    var cache: String?

    @Flag(help: "Neither use nor keep findings of other runs.")
    var noCache = false

    @OptionGroup var index: IndexOption

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): give 1 or more") }
        if noCache, cache != nil { throw ValidationError("--cache and --no-cache exclude each other") }
    }

    func options(language: Language) throws -> InventoryOptions {
        var options = InventoryOptions()
        options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        options.cachePath = noCache ? nil : cache ?? Environment.cachePath
        options.language = language
        options.sourceDate = try Environment.sourceDate()
        return options
    }

    /// The accounts, unless `output` is the file that holds them.
    func forgeAccounts(besides output: String?, _ language: Language) throws -> ForgeAccounts? {
        let path = accounts ?? Self.accountsFile
        try FilePlan(
            reads: [.init(Bilingual("the list of forge accounts", "liste des comptes de forges"), path)],
            writes: [.init(Bilingual("--output"), output)]
        ).check()
        guard accounts != nil || FileManager.default.fileExists(atPath: path) else { return nil }
        let accounts = try ForgeAccounts(contentsOf: path)
        for warning in accounts.warnings { Failure.say(warning.sentence(language)) }
        return accounts
    }
}
