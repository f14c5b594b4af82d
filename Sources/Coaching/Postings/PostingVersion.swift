import Foundation

/// A posting's text beside one that was checked before.
enum PostingVersion {
  /// The same words, however they are broken into lines.
  case same
  /// The same posting, edited since: most lines stand in both.
  case edited

  /// `nil` for two postings that are not each other's.
  init?(_ text: String, of other: String) {
    if Self.words(text) == Self.words(other) {
      self = .same
      return
    }
    let (lines, others) = (Self.lines(text), Self.lines(other))
    let shared = lines.intersection(others).count
    guard lines.count >= Self.fewestLines, 2 * shared > max(lines.count, others.count) else {
      return nil
    }
    self = .edited
  }

  /// Fewer lines are shared by chance.
  private static let fewestLines = 3

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  private static func lines(_ text: String) -> Set<String> {
    Set(
      text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty })
  }
}
