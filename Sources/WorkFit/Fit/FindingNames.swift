import EmbeddedFiles
package import Phrases
import Yams

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
  package var name: Phrase {
    Phrase(sentence: FindingNames.shipped?.roles[self]?.name ?? rawValue)
  }

  /// What stands above several statements of it: “Gives you energy”.
  package var heading: Phrase {
    Phrase(sentence: FindingNames.shipped?.roles[self]?.heading ?? rawValue)
  }
}

extension Statement {
  /// What it is called: a strength that tires is called so, and an energizer has its number.
  package var name: Phrase {
    switch role {
    case .energizer: "\(role.name) \(rank)"
    case .strength where tires:
      FindingNames.shipped.map { Phrase(sentence: $0.tiring) } ?? role.name
    default: role.name
    }
  }
}

extension Finding.Kind {
  /// The kind in a few words, as it is said of a statement of that role: a deal-breaker that is ruled out is
  /// kept, and not met.
  package func words(as role: Role) -> Phrase {
    Phrase(sentence: FindingNames.kind(self, as: role)?.words ?? rawValue)
  }
}

extension Finding {
  /// The finding's kind in a word or two behind the sign of its stance, for a table.
  package var mark: Phrase {
    let short = FindingNames.kind(kind, as: statement.role)?.short ?? kind.rawValue
    return switch stance {
    case .for: Phrase(sentence: "+ " + short)
    case .against: Phrase(sentence: "− " + short)
    case .open: Phrase(sentence: kind == .mixed ? "± " + short : short)
    }
  }
}

extension Verdict {
  /// The verdict in a few words.
  package var words: Phrase { Phrase(sentence: FindingNames.shipped?.verdicts[self] ?? rawValue) }
}
