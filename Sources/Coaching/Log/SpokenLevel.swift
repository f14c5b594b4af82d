import EmbeddedFiles
import Foundation
import Yams

/// What was logged as it is typed: the words for it, and its level in figures or words, in front of them or behind.
package struct SpokenLevel: Hashable, Sendable {
  /// What it was, without the level.
  package let text: String
  /// The level as said, which may be out of range.
  package let level: Int

  /// - Returns: `nil` where no level is said; a number alone, far from what a level may be, is none.
  package init?(_ typed: [String]) {
    let words = typed.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    guard let data = LevelWords.shipped else { return nil }
    if let (level, count) = data.level(endOf: words) {
      self.init(words.dropLast(count), level, data)
    } else if let (level, count) = data.level(beginningOf: words) {
      self.init(words.dropFirst(count), level, data)
    } else {
      return nil
    }
  }

  private init(_ words: ArraySlice<String>, _ level: Int, _ data: LevelWords) {
    var rest = words
    // Only a sign that joins goes: “was” may be the end of what it was.
    while let last = rest.last, data.joins(last) { rest.removeLast() }
    while let first = rest.first, data.joins(first) { rest.removeFirst() }
    text = rest.joined(separator: " ").trimmingCharacters(in: CharacterSet(charactersIn: " ,;"))
    self.level = level
  }
}

/// The words of `levels.yaml`.
private struct LevelWords: Decodable, Sendable {
  let plus, minus, joining: [String]
  let numbers: [String: Int]

  // The data is compiled in and a test reads it.
  static let shipped = try? YAMLDecoder().decode(LevelWords.self, from: EmbeddedFile.levels.text)

  func joins(_ word: String) -> Bool { joining.contains(word) }

  private func key(_ word: String) -> String {
    word.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: ".,;:!()"))
  }

  private func sign(_ word: String) -> Int? {
    plus.contains(word) ? 1 : minus.contains(word) ? -1 : nil
  }

  /// A number and whether a sign stands in the same word: “-2”, “+1”, “2”, “two”.
  private func number(_ word: String) -> (value: Int, isSigned: Bool, isWord: Bool)? {
    let key = key(word)
    if let value = numbers[key] { return (value, false, true) }
    for (signs, factor) in [(plus, 1), (minus, -1)] {
      for sign in signs where key.hasPrefix(sign) && key.count > sign.count {
        let rest = String(key.dropFirst(sign.count))
        if rest.count <= 2, let value = Int(rest), value >= 0 {
          return (factor * value, true, false)
        }
      }
    }
    guard key.count == 1, let value = Int(key) else { return nil }
    return (value, false, false)
  }

  /// The level that the last words say, and of how many it is.
  func level(endOf words: [String]) -> (level: Int, count: Int)? {
    guard let last = words.last, let number = number(last) else { return nil }
    if number.isSigned { return (number.value, 1) }
    if let sign = words.dropLast().last.flatMap({ sign(key($0)) }) {
      return (sign * number.value, 2)
    }
    return number.isWord ? nil : (number.value, 1)
  }

  /// The level that the first words say.
  func level(beginningOf words: [String]) -> (level: Int, count: Int)? {
    guard let first = words.first else { return nil }
    if let sign = sign(key(first)), let number = words.dropFirst().first.flatMap(number),
      !number.isSigned
    {
      return (sign * number.value, 2)
    }
    guard let number = number(first), !number.isWord else { return nil }
    return (number.value, 1)
  }
}
