import EmbeddedFiles
import Yams

/// The shape of one language in `spoken.yaml`.
struct SpokenData: Decodable {
  struct Ranges: Decodable { let between, to: [String] }
  struct Beside: Decodable { let beside, asked: [String] }

  struct Truth: Decodable {
    let spoken, yes, no, around: [String]
  }

  struct Around: Decodable { let before, behind: [String] }

  struct Days: Decodable {
    let weekdays, months: [[String]]
    let near, roughly: [String: Int]
    let dropped: [String]
    let ahead, ago: Around
    let this, coming, next, after_next, last, start, middle, late, end, weekend, hedges, besides,
      quarter, week_number, from: [String]
    let feasts, feasts_around: [String: String]
    let seasons: [String: Int]
    /// Words of a question that is after a day many years back, or after one that has been.
    let asked_long_ago, asked_past: [String]?
  }

  let thousands: String?
  let numbers, multipliers, parts, roughly: [String: Double]
  let articles, and: [String]
  let joins: Bool
  let nothing, asides, hedges, fillers, denials, ordinal_endings, place_words, order_words,
    order_shown, order_reversed, out_of, all, and_between: [String]
  let ranges: Ranges
  let units: [String: [String]]
  let money, percent: Beside
  let ordinals, scale_places: [String: Int]
  let scale_degrees: [String: Double]
  let order_joiner: String
  let truth: Truth
  let days: Days

  // The data is compiled in and a test reads it, so that no language is ever missing.
  static let shipped: [String: SpokenData] =
    (try? YAMLDecoder().decode([String: SpokenData].self, from: EmbeddedFile.spoken.text)) ?? [:]
}
