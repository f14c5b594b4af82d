internal import EmbeddedFiles
internal import Yams

/// What roles, findings and verdicts are called, as `Lexicon/findings.yaml` has it.
struct FindingNames: Decodable, Sendable {
  struct RoleName: Decodable, Sendable {
    let name, heading: String
  }

  struct KindName: Decodable, Sendable {
    let words, short: String
  }

  let roles: [Role: RoleName]
  let tiring: String
  let kinds, unwanted: [Finding.Kind: KindName]
  let verdicts: [Verdict: String]

  // The data is compiled in and a test reads it; where it were damaged the names of the JSON would stand in.
  static let shipped = try? YAMLDecoder().decode(
    FindingNames.self, from: EmbeddedFile.findings.text)

  static func kind(_ kind: Finding.Kind, as role: Role) -> KindName? {
    guard let names = shipped else { return nil }
    return (role.isUnwanted ? names.unwanted[kind] : nil) ?? names.kinds[kind]
  }
}

extension Role: CodingKeyRepresentable {}
extension Finding.Kind: CodingKeyRepresentable {}
extension Verdict: CodingKeyRepresentable {}

extension Role {
  /// What stands before the person's words: “Energizer”.
  public var name: String { FindingNames.shipped?.roles[self]?.name ?? rawValue }

  /// What stands above several statements of it: “Gives you energy”.
  public var heading: String { FindingNames.shipped?.roles[self]?.heading ?? rawValue }
}

extension Statement {
  /// What it is called: a strength that tires is called so, and an energizer has its number.
  public var name: String {
    switch role {
    case .energizer: "\(role.name) \(rank)"
    case .strength where tires: FindingNames.shipped?.tiring ?? role.name
    default: role.name
    }
  }
}

extension Finding.Kind {
  /// The kind in a few words, as it is said of a statement of that role: a deal-breaker that is ruled out is
  /// kept, and not met.
  public func words(as role: Role) -> String {
    FindingNames.kind(self, as: role)?.words ?? rawValue
  }

  /// The kind in a word or two, for a table.
  public func short(as role: Role) -> String {
    FindingNames.kind(self, as: role)?.short ?? rawValue
  }
}

extension Verdict {
  /// The verdict in a few words.
  public var words: String { FindingNames.shipped?.verdicts[self] ?? rawValue }
}
