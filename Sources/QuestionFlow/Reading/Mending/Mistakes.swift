import EmbeddedFiles
import Yams

/// What people write who know other tools, and what is meant here.
struct Mistakes: Decodable {
  /// One word for another, or for several of which the first that is known in its place is meant.
  struct Meanings: Decodable {
    let words: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let word = try? container.decode(String.self) {
        words = [word]
      } else {
        words = try container.decode([String].self)
      }
    }
  }

  /// Keys, by what they are elsewhere.
  let keys: [String: Meanings]
  /// Keys that say the opposite of one here: the line that is meant, with `{value}` or `{opposite}` in it.
  let opposites: [String: String]
  /// Keys that stand for a whole line here, with `{value}` and `{item}` in it.
  let lines: [String: String]
  /// Keys by which several options can be chosen.
  let several: Set<String>
  /// Words behind `answer` where nothing is asked.
  let noAnswers: Set<String>
  /// Keys that would end a script.
  let ends: Set<String>
  /// Words for how often a script has been answered.
  let times: Set<String>
  /// Functions that nothing here stands for, and why.
  let lacking: [String: Saying]
  /// Keys that nothing here stands for, and what to do instead.
  let advice: [String: String]
  /// Those of them that lead from one question to another.
  let jumps: Set<String>
  /// Those of them that are for the author alone.
  let comments: Set<String>
  /// Lines of scripts that are shown where something is missing, by what they are.
  let examples: [String: String]
  /// What YAML's own reader says, and what is said of it.
  let problems: [Problem]
  /// Kinds of answers, by what they are elsewhere.
  let kinds: [String: Meanings]
  /// Forms of short texts, by what they are elsewhere.
  let patterns: [String: String]
  /// Options that stand at the end, as somebody would word them.
  let lastOptions: [String: String]
  /// How often a script is answered anew, by what is written elsewhere.
  let frequencies: [String: String]
  /// The codes of languages, by their names.
  let languages: [String: String]
  /// Words for a place in a range, from 0 to 1.
  let places: [String: Double]
  /// Numbers in words.
  let numerals: [String: Int]
  /// Functions, by what they are elsewhere.
  let functions: [String: Meanings]
  /// First words of an answer that a comma may follow.
  let openings: Set<String>
  /// What people write in conditions, in the order in which it is tried.
  let expressions: [ExpressionRule]

  /// A sentence.
  struct Saying: Decodable {
    let say: String
  }

  /// Something that YAML's own reader says.
  struct Problem: Decodable {
    /// Words that it says; none for whatever else it may say.
    let has: String
    /// What is said of it.
    let say: String
  }

  private enum CodingKeys: String, CodingKey {
    case keys, opposites, advice, kinds, patterns, frequencies, languages, places, numerals,
      functions, openings, expressions, jumps, comments, examples, problems, lines, several, ends,
      times, lacking
    case noAnswers = "no answers"
    case lastOptions = "last options"
  }

  // The data is compiled in and a test reads it, so an empty table is never what is used.
  static let known: Mistakes =
    (try? YAMLDecoder().decode(Mistakes.self, from: EmbeddedFile.mistakes.text)) ?? Mistakes()

  private init() {
    keys = [:]
    opposites = [:]
    lines = [:]
    several = []
    noAnswers = []
    ends = []
    times = []
    lacking = [:]
    advice = [:]
    jumps = []
    comments = []
    examples = [:]
    problems = []
    kinds = [:]
    patterns = [:]
    lastOptions = [:]
    frequencies = [:]
    languages = [:]
    places = [:]
    numerals = [:]
    functions = [:]
    openings = []
    expressions = []
  }

  /// A word as the tables have it.
  static func plain(_ word: String) -> String {
    // visibleIf is two words.
    let parted = word.reduce(into: "") { parted, letter in
      if letter.isUppercase, parted.last?.isLowercase == true { parted.append(" ") }
      parted.append(letter)
    }
    return parted.lowercased().map { "_-".contains($0) ? " " : $0 }
      .split(separator: " ").map { String($0) }.joined(separator: " ")
  }

  /// Which of some known words was meant: the same in another spelling, one with another name elsewhere,
  /// or the nearest.
  static func meant(by word: String, among known: [String], _ names: [String: Meanings]) -> String?
  {
    let plain = plain(word)
    if let same = known.first(where: { Self.plain($0) == plain }) { return same }
    let meanings = names[plain] ?? names[word.lowercased()]
    if let meant = meanings?.words.first(where: known.contains) { return meant }
    return Spelling.nearest(to: word, among: known)
  }

  /// A number in digits or in words.
  static func number(_ text: String) -> Double? {
    Double(text) ?? known.numerals[text.lowercased()].map(Double.init)
  }
}
