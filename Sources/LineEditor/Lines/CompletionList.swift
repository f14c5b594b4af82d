import Phrases
import SafeOutput

/// Completions as they are shown, and what they have in common.
enum CompletionList {
  /// More are not listed.
  private static let limit = 40

  /// One a line, each with its description.
  static func text(_ completions: [Completion], in words: PhraseBook = .english) -> String {
    let texts = completions.prefix(limit).map { Sanitizer.line($0.text) }
    let width = min(32, (texts.map(DisplayWidth.columns).max() ?? 0) + 2)
    var lines = zip(texts, completions).map { text, completion in
      let gap = String(repeating: " ", count: max(2, width - DisplayWidth.columns(text)))
      let description = Sanitizer.line(completion.description)
      return "  \(text)\(description.isEmpty ? "" : gap + description)\n"
    }
    if completions.count > limit {
      lines.append("  " + words.text("… and \(completions.count - limit) more") + "\n")
    }
    return lines.joined()
  }

  /// What all texts begin with, without regard to case, spelt as in the first.
  static func commonPrefix(of texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    return texts.dropFirst().reduce(first) { common, text in
      String(zip(common, text).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
    }
  }
}
