import EmbeddedFiles
import Foundation
import Phrases
import Yams

/// The form of a short text: one of those that are known by name, or a mask such as `99999`.
package struct TextPattern: Hashable, Sendable {
  /// What `pattern` says in the script.
  package let source: String
  /// The expected form in a few words.
  let hint: Phrase
  /// What a respondent reads where it does not fit, to be followed by nothing.
  let refusal: Phrase
  /// A text that fits.
  let example: String

  /// Longer texts have none of these forms.
  private static let longest = 300

  /// The pattern of that name, or the mask; `nil` where it is neither.
  init?(_ source: String) {
    self.source = source
    if let known = Self.known[source] {
      (hint, refusal) = (Phrase(sentence: known.hint), Phrase(sentence: known.refusal))
      example = known.example
      return
    }
    guard source.count <= 60, source.contains(where: { "9Aa*".contains($0) }) else { return nil }
    example = Self.example(of: source)
    hint = "such as \(example)"
    refusal = "It is written like \(example)."
  }

  /// Whether a text has the form.
  func fits(_ text: String) -> Bool {
    guard text.count <= Self.longest else { return false }
    if let known = Self.known[source] {
      return text.range(of: "^(?:\(known.pattern))$", options: .regularExpression) != nil
    }
    return text.count == source.count
      && zip(source, Digits.plain(text)).allSatisfy { mask, character in
        switch mask {
        case "9": character.isASCII && character.isNumber
        case "A", "a": character.isLetter
        case "*": !character.isWhitespace
        default: mask == character
        }
      }
  }

  private static func example(of mask: String) -> String {
    var digit = 0
    return String(
      mask.map { character in
        switch character {
        case "9":
          digit = digit % 9 + 1
          return Character("\(digit)")
        case "A": return "K"
        case "a": return "k"
        case "*": return "x"
        default: return character
        }
      })
  }

  /// The names of those that are known.
  static var names: [String] { known.keys.sorted() }

  private struct Known: Decodable {
    let pattern, hint, refusal, example: String
  }

  // The data is compiled in and a test reads it, so an empty table is never what is used.
  private static let known: [String: Known] =
    (try? YAMLDecoder().decode([String: Known].self, from: EmbeddedFile.patterns.text)) ?? [:]
}
