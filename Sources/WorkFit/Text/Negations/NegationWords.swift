import EmbeddedFiles
import Yams

/// How it is said that something is not so, from `negations.yaml`: every reader takes it from here.
struct NegationWords: Sendable {
  /// A negation in plain words, and how it is written besides.
  struct Plain: Phrasing {
    private let plain: String
    private let words: [String]

    var phrases: [String] { words }
    var inPlainWords: [String] { plain.split(separator: " ").map(String.init) }
  }

  /// Negations that are seldom written, in plain words.
  let plain: PhraseTable<Plain>?
  /// Words that say the opposite of what follows them: a line that ends with one goes on.
  let lineEnds: Set<String>
  /// Words that deny by themselves, besides those in “n't”.
  let words: Set<String>
  /// Words that a “not” may have lost its blank behind, and before.
  let auxiliaries, behindNot: Set<String>
  /// What denies what stands behind it, and before it.
  let before, after: PatternIndex<Bool>
  /// What only looks like a denial, and what denies a part.
  let seeming, partial: PatternIndex<Bool>
  /// What denies where it is all that a label has behind it.
  let labels: PhraseList
  /// What denies all that is listed behind it, what joins the last of a list, and what doubles no denial.
  let lists, alternatives, joining: Set<String>
  /// What may stand between a denial and what it denies, and what ends its reach.
  let light, turns: Set<String>
  /// What denies for a time only.
  let times: Set<String>

  /// The words as shipped; a test reads them, so that they are never empty.
  static let shipped = NegationWords(EmbeddedFile.negations.text)

  /// Whether a word says the opposite of what follows it: “never”, “won’t”.
  func endsLine(_ word: String) -> Bool {
    let plain = word.lowercased().replacing("\u{2019}", with: "'")
    return lineEnds.contains(plain) || plain.hasSuffix("n't")
  }

  /// Whether a word of a clause denies by itself.
  func denies(_ word: String) -> Bool { words.contains(word) || word.hasSuffix("n't") }

  private struct File: Decodable {
    let plain: PhraseTable<Plain>
    let before, after, seeming, partial: PatternIndex<Bool>
    let labels: PhraseList
    let line_ends, words, auxiliaries, behind_not, lists, alternatives, joining, light, turns,
      times: Set<String>
  }

  private init(_ yaml: String) {
    let file = try? YAMLDecoder().decode(File.self, from: yaml)
    plain = file?.plain
    lineEnds = file?.line_ends ?? []
    words = file?.words ?? []
    auxiliaries = file?.auxiliaries ?? []
    behindNot = file?.behind_not ?? []
    before = file?.before ?? PatternIndex()
    after = file?.after ?? PatternIndex()
    seeming = file?.seeming ?? PatternIndex()
    partial = file?.partial ?? PatternIndex()
    labels = file?.labels ?? PhraseList([])
    lists = file?.lists ?? []
    alternatives = file?.alternatives ?? []
    joining = file?.joining ?? []
    light = file?.light ?? []
    turns = file?.turns ?? []
    times = file?.times ?? []
  }
}
