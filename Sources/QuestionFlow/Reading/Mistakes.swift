import EmbeddedFiles
import Yams

/// What people write who know other tools, and what is meant here.
struct Mistakes: Decodable {
  /// Keys, by what they are elsewhere.
  let keys: [String: String]
  /// Kinds of answers, by what they are elsewhere.
  let kinds: [String: String]

  // The data is compiled in and a test reads it, so an empty table is never what is used.
  static let known: Mistakes =
    (try? YAMLDecoder().decode(Mistakes.self, from: EmbeddedFile.mistakes.text))
    ?? Mistakes(keys: [:], kinds: [:])

  private init(keys: [String: String], kinds: [String: String]) {
    self.keys = keys
    self.kinds = kinds
  }

  /// Which of some known words was meant: the same in another spelling, one with another name elsewhere,
  /// or the nearest.
  static func meant(by word: String, among known: [String], _ names: [String: String]) -> String? {
    let plain = word.lowercased().map { "_-".contains($0) ? " " : $0 }
      .split(separator: " ").map { String($0) }.joined(separator: " ")
    if let same = known.first(where: { $0.lowercased() == plain }) { return same }
    if let meant = names[plain] ?? names[word.lowercased()], known.contains(meant) { return meant }
    return Spelling.nearest(to: word, among: known)
  }
}
