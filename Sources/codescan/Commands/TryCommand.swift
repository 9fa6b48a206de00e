import ArgumentParser
import Foundation
import Inventory
import Forges
struct TryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "try")
  @Argument var paths: [String]
  @OptionGroup var index: IndexOption
  @Flag var full = false
  func run() async throws {
    var o = InventoryOptions(today: CalendarDate("2026-11-24")!); o.jobs = 2; o.full = full
    let inv = try await InventoryRun(options: o, accounts: nil, index: try index.open()).run(paths: paths) { p in FileHandle.standardError.write(Data("\(p.done) \(p.repository)\n".utf8)) }
    let e = JSONEncoder(); e.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    print(String(decoding: try e.encode(inv), as: UTF8.self))
  }
}
