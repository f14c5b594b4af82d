import EmbeddedFiles
import Yams

/// The shape of `hearing.yaml`.
struct HearingData: Decodable, Sendable {
  struct Command: Decodable, Sendable {
    let words: [String]
    let ask: String
    /// What is done, where that is not the command of the entry's name.
    let does: String?
  }

  struct Questions: Decodable, Sendable {
    let whole, begins, begins_asking, asks_you, perhaps, verbs_first, verbs_second, words_first,
      words_second, perhaps_begins: [String]
    let most_words, short_question: Int
  }

  struct Sentences: Decodable, Sendable {
    let perhaps, asking, hint, why, open, was_answer, neither, stays, entry, left_out, list_end,
      leave_open, perhaps_command, to_list, nothing_with, to_script, perhaps_script,
      needed: String
  }

  struct Entries: Decodable, Sendable {
    let goes_on, and, abbreviations, openings, openings_of_drains, openings_stay, no_entries, marks,
      marks_of_three, capitals_say_nothing: [String]
    let short, paragraph: Int
  }

  struct Arranging: Decodable, Sendable {
    let remove, change, move, swap, beside, to, and: [String]
    /// Places in words; -1 is the last.
    let places: [String: Int]
  }

  struct DealBreakers: Decodable, Sendable {
    let denials, wanted: [String]
  }

  let commands: [String: Command]
  let end_of_list, nothing_for_a_list, nothing_begins, padding, go_on, answer, command,
    neither, several_entries, one_entry, empty_begins, no_answers, yes_or_no, asks_yes_or_no,
    numbered_commands: [String]
  let most_empty_words, fewest_figures, fewest_figures_of_text: Int
  let arranging: Arranging
  let deal_breakers: DealBreakers
  /// What at home is the wish for a script, by how it begins.
  let home_begins: [String: [String]]
  /// What at home asks where one stands.
  let where_one_stands: [String]
  /// Nothing, with more behind a comma.
  let nothing_first: [String]
  let signs: [String: String]
  let script_names: [String: [String: [String]]]
  let questions: Questions
  let say: Sentences
  let entries: Entries

  // The data is compiled in and a test reads it, so that it is never missing.
  static let shipped: HearingData? =
    try? YAMLDecoder().decode(HearingData.self, from: EmbeddedFile.hearing.text)
}
