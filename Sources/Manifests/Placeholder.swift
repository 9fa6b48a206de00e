import Licensing
public enum ManifestFormat: Sendable, Equatable { case publiccode, codemeta, npm
  public static func recognize(fileName: String) -> ManifestFormat? { nil }
  public func parse(_ b: [UInt8]) throws -> Manifest { Manifest(declarations: []) }
  public var isBuild: Bool { self == .npm } }
public struct LicenseDeclaration { public var field: String; public var statement: String; public var reading: LicenseStatement.Reading; public var lines: ClosedRange<Int> }
public struct Manifest { public var declarations: [LicenseDeclaration] }
