internal import Foundation
internal import WorkFit
internal import Yams

/// Profiles and postings, with what a careful friend would say of them.
struct PairCorpus {
  /// What became of one statement, by a label or by a method.
  struct Status: Hashable {
    let role: Role
    let word: String
  }

  /// What is said of one posting for one person.
  struct Label {
    let isFlagged: Bool
    let verdict: String
    /// In the order of the profile's statements.
    let statuses: [Status]

    var isImpressive: Bool { verdict.hasPrefix("impressive") }
  }

  struct Pair {
    let id: String
    let kind: String
    let profession: String
    let part: Part
    let profile: Profile
    let posting: String
    let label: Label
    /// What was said on a second pass without sight of the first.
    let second: Label?
  }

  static let roles: [(key: String, role: Role)] = [
    ("energizers", .energizer), ("drains", .drain), ("must_haves", .mustHave),
    ("deal_breakers", .dealBreaker), ("strengths", .strength),
  ]

  let pairs: [Pair]

  init(folder: String) throws {
    let people = try YAMLDecoder().decode(
      [Person].self, from: TextFile.text(folder + "/pairs.yaml"))
    let second = try Self.second(at: folder + "/pairs-second.tsv")
    pairs = try people.enumerated().flatMap { place, person in
      let profile = try Profile(
        yaml: YAMLEncoder().encode(person.profile), file: folder + "/pairs.yaml")
      return person.postings.map { posting in
        let label = Label(
          isFlagged: posting.flag, verdict: posting.verdict,
          statuses: zip(Self.roles, posting.lists).flatMap { role, list in
            list.map { Status(role: role.role, word: $0) }
          })
        return Pair(
          id: posting.id, kind: posting.kind, profession: person.profession,
          part: person.fresh == true ? .fresh : place.isMultiple(of: 2) ? .tuning : .heldBack,
          profile: profile,
          posting: posting.text, label: label,
          second: second[posting.id].map { Self.label($0, like: label) })
      }
    }
  }

  private struct Person: Decodable {
    let profession: String
    let fresh: Bool?
    let profile: [String: [String]]
    let postings: [Posting]
  }

  private struct Posting: Decodable {
    let id, kind, text, verdict: String
    let flag: Bool
    let energizers: [String]
    let drains, mustHaves, dealBreakers, strengths: [String]?

    enum CodingKeys: String, CodingKey {
      case id, kind, text, verdict, flag, energizers, drains, strengths
      case mustHaves = "must_haves"
      case dealBreakers = "deal_breakers"
    }

    var lists: [[String]] {
      [energizers, drains ?? [], mustHaves ?? [], dealBreakers ?? [], strengths ?? []]
    }
  }

  /// By id: the verdict, and the statuses in the order of the first pass.
  private static func second(at path: String) throws -> [String: [String]] {
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    let rows = try Rows(path: path).rows
    return Dictionary(rows.map { ($0[0], Array($0.dropFirst())) }, uniquingKeysWith: { $1 })
  }

  private static func label(_ fields: [String], like first: Label) -> Label {
    let words = fields.count > 1 ? fields[1].split(separator: " ").map(String.init) : []
    return Label(
      isFlagged: fields[0] == Verdict.impressiveButDraining.rawValue, verdict: fields[0],
      statuses: zip(first.statuses, words).map { Status(role: $0.role, word: $1) })
  }
}

/// The rows of a file of fields parted by tabs; lines that begin with `#` are remarks.
struct Rows {
  let rows: [[String]]

  init(path: String) throws {
    rows = try TextFile.text(path).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
