import Foundation

/// Several things, one a line or with commas between, with or without bullets.
///
/// Stored as elements that have identities of their own; spoken with commas between.
public struct ListAnswer: Hashable, Sendable {
  /// How many elements are wanted; `nil` where any number from one is.
  public let bounds: ClosedRange<Int>?

  /// More elements than this are refused.
  static let maximumCount = 10_000

  var form: String {
    guard let bounds else { return "one a line; an empty line ends the list" }
    return bounds.lowerBound == bounds.upperBound
      ? "\(bounds.lowerBound) of them, one a line; an empty line ends the list"
      : "\(bounds.lowerBound) to \(bounds.upperBound), one a line; an empty line ends the list"
  }

  func parse(_ typed: String) throws(Rejection) -> [String] {
    var seen: Set<String> = []
    let elements = Self.elements(of: typed).filter { seen.insert(Words.key($0)).inserted }
    guard !elements.isEmpty else { throw Rejection(.empty) }
    guard elements.count <= Self.maximumCount else {
      throw Rejection(.tooMany(elements.count, Self.maximumCount))
    }
    if let bounds {
      if elements.count < bounds.lowerBound {
        throw Rejection(.tooFew(elements.count, bounds.lowerBound))
      }
      if elements.count > bounds.upperBound {
        throw Rejection(.tooMany(elements.count, bounds.upperBound))
      }
    }
    return elements
  }

  /// The elements as typed; commas part them only where everything stands on one line.
  static func elements(of typed: String) -> [String] {
    let lines = typed.split(whereSeparator: \.isNewline).map { withoutBullet(String($0)) }
      .filter { !$0.isEmpty }
    guard lines.count == 1, let line = lines.first else { return lines }
    let mark: Character = line.contains(";") ? ";" : ","
    return line.split(separator: mark).map { withoutBullet(String($0)) }.filter { !$0.isEmpty }
  }

  private static func withoutBullet(_ line: String) -> String {
    var rest = Substring(line.trimmingCharacters(in: .whitespaces))
    if let first = rest.first, "-*•–—·▪◦‣+".contains(first),
      rest.dropFirst().first?.isWhitespace ?? true
    {
      rest = rest.dropFirst()
    } else {
      let digits = rest.prefix(while: \.isNumber)
      let after = rest.dropFirst(digits.count)
      if !digits.isEmpty, digits.count <= 3, let mark = after.first, ".)".contains(mark),
        after.dropFirst().first?.isWhitespace ?? true
      {
        rest = after.dropFirst()
      }
    }
    return rest.trimmingCharacters(in: .whitespaces)
  }
}
