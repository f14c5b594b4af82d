internal import EmbeddedFiles
internal import Yams

/// The words by which answers are understood, as `Data/answers.yaml` has them.
struct AnswerLexicon: Decodable, Sendable {
  let yes, no, goesOn: Set<String>
  let mostWords: Int
  let weekdays, months: [String]
  let counts: [String: Int]

  private enum CodingKeys: String, CodingKey {
    case yes, no, weekdays, months, counts
    case goesOn = "goes_on"
    case mostWords = "most_words"
  }

  // The data is compiled in and a test reads it, so that it is never missing.
  static let shipped =
    (try? YAMLDecoder().decode(Self.self, from: EmbeddedFile.answers.text)) ?? Self()

  private init() {
    (yes, no, goesOn) = ([], [], [])
    mostWords = 0
    (weekdays, months) = ([], [])
    counts = [:]
  }
}
