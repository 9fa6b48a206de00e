import Git
import Foundation
public struct RepositoryLocation: Sendable { public var forge: String?; public var owner: String?; public var name: String; public var url: String?; public var path: GitPath }
public struct FinderProblem: CustomStringConvertible, Sendable { public var description: String }
public enum RepositoryFinder { public static func find(paths: [String]) throws -> (locations: [RepositoryLocation], problems: [FinderProblem]) {
  var l: [RepositoryLocation] = []
  for p in paths { 
    if Repository.looksLikeRepository(GitPath(p)) != nil { l.append(.init(forge: nil, owner: nil, name: (p as NSString).lastPathComponent, url: nil, path: GitPath(p))); continue }
    for o in try FileManager.default.contentsOfDirectory(atPath: p).sorted() { for n in ((try? FileManager.default.contentsOfDirectory(atPath: p + "/" + o)) ?? []).sorted() where n.hasSuffix(".git") { l.append(.init(forge: "github.com", owner: o, name: String(n.dropLast(4)), url: nil, path: GitPath(p + "/" + o + "/" + n))) } } }
  return (l, []) } }
public struct ForgeAccounts: Sendable { public struct A: Sendable { public var psoID: String; public var name: String?; public var ministry: String? }; public func administration(forge: String, owner: String) -> A? { nil } }
