internal import EmbeddedFiles
internal import Foundation
internal import Yams

/// The words of `people.yaml`.
struct PersonWords: Decodable, Sendable {
  let nobody, determiners, prepositions, roles, titles, particles: Set<String>

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
  }

  private enum CodingKeys: CodingKey {
    case nobody, determiners, prepositions, roles, titles, particles
  }

  private init() {
    (nobody, determiners, prepositions, roles, titles, particles) = ([], [], [], [], [], [])
  }

  // The data is compiled in and a test reads it, so that it is never empty.
  static let shipped: PersonWords =
    EmbeddedFile.data(named: "people.yaml").flatMap {
      try? YAMLDecoder().decode(PersonWords.self, from: $0.text)
    } ?? PersonWords()

  /// A word without case, and without the full stops around it.
  static func key(_ text: String) -> String {
    let plain = text.lowercased().replacingOccurrences(of: "’", with: "'")
      .trimmingCharacters(in: .whitespaces)
    let bare = plain.trimmingCharacters(in: CharacterSet(charactersIn: ".!,;:"))
    return bare.isEmpty ? plain : bare
  }
}
