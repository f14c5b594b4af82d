import LineEditor
import Phrases
import WorkFit

/// What the numbers of a fit-check come to, in words, and what findings are called.
enum FitWords {
  /// Where a posting stands, in a sentence without a number.
  static func standing(_ result: FitResult) -> Phrase {
    let basis = basis(result.confidence)
    // Where too little is known to tell, a balance of nothing is none.
    if result.verdict == .notEnoughToTell { return "\(looks(result.shine)); \(basis)." }
    return "\(looks(result.shine)); \(energy(result.energy)); \(basis)."
  }

  /// What shines is what the verdict calls impressive; below that, a decent job and a humble one.
  private static func looks(_ shine: Shine) -> Phrase {
    if shine.isShining { return "Looks impressive" }
    return shine.value < 1 ? "Does not try to impress" : "Looks like a decent job"
  }

  private static func energy(_ energy: Double) -> Phrase {
    switch energy {
    case ..<(-0.2): "would take more energy than it gives"
    case ...0.2: "would give about as much energy as it takes"
    default: "would give more energy than it takes"
    }
  }

  private static func basis(_ confidence: Double) -> Phrase {
    switch confidence {
    case ..<0.3: "says little about what matters to you"
    case ..<0.7: "speaks of about half of what matters to you"
    default: "speaks of most of what matters to you"
    }
  }

  /// What a finding is called: what the statement is to the person, and what became of it where that would
  /// not be read off its place.
  static func label(_ finding: Finding) -> Phrase {
    let statement = finding.statement
    let isTold =
      finding.kind == .mustHaveMet || finding.kind == .drainAbsent
      || finding.kind == .mustHaveBroken && statement.role.isUnwanted
    return isTold ? "\(statement.name), \(finding.kind.words(as: statement.role))" : statement.name
  }

  /// A text that fits into so many columns, cut at a word.
  static func cut(_ text: String, columns: Int) -> String {
    guard DisplayWidth.columns(text) > columns else { return text }
    var cut = ""
    for word in text.split(separator: " ") {
      guard DisplayWidth.columns(cut + word) + 3 <= columns else { break }
      cut += (cut.isEmpty ? "" : " ") + word
    }
    return cut + " …"
  }
}
