import EmbeddedFiles
import Yams

/// The shape of `hearing.yaml`.
struct HearingData: Decodable, Sendable {
  struct Command: Decodable, Sendable {
    let words: [String]
    let ask: String
  }

  struct Questions: Decodable, Sendable {
    let whole, begins, asks_you, perhaps: [String]
    let most_words: Int
  }

  struct Sentences: Decodable, Sendable {
    let perhaps, asking, hint, why, open, was_answer, neither: String
  }

  struct Entries: Decodable, Sendable {
    let goes_on, and, abbreviations, openings, openings_stay, no_entries: [String]
    let short, paragraph: Int
  }

  let commands: [String: Command]
  let end_of_list, nothing_for_a_list, nothing_begins, padding, go_on, answer, command,
    neither: [String]
  let questions: Questions
  let say: Sentences
  let entries: Entries

  // The data is compiled in and a test reads it, so that it is never missing.
  static let shipped: HearingData? =
    try? YAMLDecoder().decode(HearingData.self, from: EmbeddedFile.hearing.text)
}
