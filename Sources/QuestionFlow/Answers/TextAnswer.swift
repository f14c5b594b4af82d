import Foundation

/// A few words on one line. Stored as `{"text": …}`, spoken as it is.
enum TextAnswer {
  /// Longer answers are refused rather than cut.
  static let maximumLength = 2_000_000
  static let form = "a few words"

  /// Line ends become spaces.
  static func parse(_ typed: String) throws(Rejection) -> String {
    try trimmed(typed).split(whereSeparator: \.isNewline)
      .map { String($0).trimmingWhitespace() }.joined(separator: " ")
  }

  /// Without white space around it; refused where nothing is left, or too much.
  static func trimmed(_ typed: String) throws(Rejection) -> String {
    guard typed.utf8.count <= maximumLength else { throw Rejection(.tooLong(maximumLength)) }
    let trimmed = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { throw Rejection(.empty) }
    return trimmed
  }
}
