import Foundation

/// Free text, in one line or several.
enum TextAnswer {
  /// Longer answers are refused rather than cut.
  static let maximumLength = 2_000_000

  static func parse(_ typed: String, keepingLines: Bool = false) throws(Rejection) -> String {
    guard typed.utf8.count <= maximumLength else { throw Rejection(.tooLong(maximumLength)) }
    let trimmed = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty else { throw Rejection(.empty) }
    guard !keepingLines else { return trimmed }
    return trimmed.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }
}
