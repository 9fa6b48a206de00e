// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// A process that does one job: it reads the job as one line of JSON and tells of it in lines of JSON. It leads a process
// group of its own, and its standard input stays open for as long as it is wanted: it ends with whoever started it.
//
//     try await worker.run(job) { process in
//         for try await event in process.events(ListingEvent.self) { … }
//     }

import Foundation
import Subprocess
import SystemPackage

/// A program to start for each job.
public struct Worker: Sendable, Hashable {
    /// The program's path.
    public let program: String
    /// Its arguments.
    public let arguments: [String]

    /// A worker.
    public init(program: String, arguments: [String] = []) {
        self.program = program
        self.arguments = arguments
    }

    /// A token is for the process whose job names it.
    private static var noTokens: [Environment.Key: String?] {
        let names = ProcessInfo.processInfo.environment.keys.filter { $0.uppercased().contains("TOKEN") }
        return Dictionary(names.compactMap { Environment.Key(rawValue: $0) }.map { ($0, nil) }) { first, _ in first }
    }

    /// Starts the program, gives it the job, and lends the process to `body`; ends it when `body` returns or throws.
    /// - Throws: what `body` throws; `WorkerError` when the program does not start.
    func run<Result: Sendable>(
        _ job: some Encodable, _ body: (RunningWorker) async throws -> Result
    ) async throws -> Result {
        let line = try JSONEncoder().encode(job) + Data("\n".utf8)
        var options = PlatformOptions()
        options.processGroupID = 0
        do {
            return try await Subprocess.run(
                .path(FilePath(program)), arguments: Arguments(arguments),
                environment: .inherit.updating(Self.noTokens),
                platformOptions: options,
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution in
                let process = RunningWorker(execution: execution)
                defer { process.end() }
                _ = try await execution.standardInputWriter.write(Array(line))
                return try await body(process)
            }.closureResult
        } catch let error as SubprocessError {
            throw WorkerError(
                description: "\(program): does not start or ended early (\(error)); install codescan again")
        }
    }
}

/// A program that could not do its job.
public struct WorkerError: Error, Sendable, CustomStringConvertible {
    /// What failed, and how to mend it.
    public let description: String
}

/// A worker at work.
struct RunningWorker: Sendable {
    fileprivate let execution: Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>

    /// The longest line: a page of a hundred repositories has some 200 kB.
    private static let maximumLine = 64 << 20

    /// What it tells, as it comes: the next line is read when it is asked for, so a slow reader holds the worker up.
    func events<Event: Decodable & Sendable>(_ type: Event.Type) -> some AsyncSequence<Event, any Error> {
        execution.standardOutput
            .strings(
                separatedBy: .unicodeScalarSequence("\n".unicodeScalars),
                bufferingPolicy: .maxLineLength(Self.maximumLine)
            )
            .map { line in try JSONDecoder().decode(Event.self, from: Data(line.utf8)) }
    }

    /// Ends it at once, and all that it started.
    func end() { try? execution.send(signal: .kill, toProcessGroup: true) }
}
