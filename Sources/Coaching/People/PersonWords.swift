import EmbeddedFiles
import Foundation
import Yams

/// The words of `people.yaml`.
struct PersonWords: Decodable, Sendable {
  let nobody, determiners, prepositions, roles, titles, particles, joining, possessives, recruiters,
    noNames, saidSo: Set<String>
  let nameEndings: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func read(_ key: CodingKeys) throws -> Set<String> {
      Set(try container.decode([String].self, forKey: key).map(Self.key))
    }
    nobody = try read(.nobody)
    determiners = try read(.determiners)
    prepositions = try read(.prepositions)
    roles = try read(.roles)
    titles = try read(.titles)
    particles = try read(.particles)
    joining = try read(.joining)
    possessives = try read(.possessives)
    recruiters = try read(.recruiters)
    saidSo = try read(.saidSo)
    noNames = try read(.noNames)
    nameEndings = try container.decode([String].self, forKey: .nameEndings)
  }

  private enum CodingKeys: String, CodingKey {
    case nobody, determiners, prepositions, roles, titles, particles, joining, possessives,
      recruiters
    case noNames = "no_names"
    case saidSo = "said_so"
    case nameEndings = "name_endings"
  }

  private init() {
    (nobody, determiners, prepositions, roles, titles, particles) = ([], [], [], [], [], [])
    (joining, possessives, recruiters, noNames, saidSo, nameEndings) = ([], [], [], [], [], [])
  }

  // The data is compiled in and a test reads it, so that it is never empty.
  static let shipped: PersonWords =
    (try? YAMLDecoder().decode(PersonWords.self, from: EmbeddedFile.people.text))
    ?? PersonWords()

  /// A word without case, and without the full stops around it.
  static func key(_ text: String) -> String {
    let plain = text.lowercased().replacingOccurrences(of: "’", with: "'")
      .trimmingCharacters(in: .whitespaces)
    let bare = plain.trimmingCharacters(in: CharacterSet(charactersIn: ".!,;:"))
    return bare.isEmpty ? plain : bare
  }
}
