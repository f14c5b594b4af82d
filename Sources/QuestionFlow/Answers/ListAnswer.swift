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
    try requireCount(elements.count)
    return elements
  }

  private func requireCount(_ count: Int) throws(Rejection) {
    guard count <= Self.maximumCount else { throw Rejection(.tooMany(count, Self.maximumCount)) }
    guard let bounds else { return }
    if count < bounds.lowerBound { throw Rejection(.tooFew(count, bounds.lowerBound)) }
    if count > bounds.upperBound { throw Rejection(.tooMany(count, bounds.upperBound)) }
  }

  /// A list given anew, where a line such as `2. other words` rewords the second element of before.
  ///
  /// - Returns: `nil` where no line has a number that stands for an element.
  func arrangement(of typed: String, before: [Element]) throws(Rejection) -> [Event.Arrangement]? {
    var isNumbered = false
    var seen: Set<ElementID> = []
    var arrangement: [Event.Arrangement] = []
    for line in typed.split(whereSeparator: \.isNewline) {
      let line = line.trimmingCharacters(in: .whitespaces)
      guard !line.isEmpty else { continue }
      if let match = line.wholeMatch(of: /([0-9]{1,4})[.)](?:\s+(.*))?/), let number = Int(match.1),
        before.indices.contains(number - 1), seen.insert(before[number - 1].id).inserted
      {
        isNumbered = true
        let words = String(match.2 ?? "").trimmingCharacters(in: .whitespaces)
        let element = before[number - 1]
        arrangement.append(.init(id: element.id, text: words.isEmpty ? element.text : words))
      } else {
        let words = Self.withoutBullet(line)
        guard !words.isEmpty else { continue }
        let known = before.first { Words.key($0.text) == Words.key(words) && !seen.contains($0.id) }
        if let known { seen.insert(known.id) }
        arrangement.append(.init(id: known?.id, text: words))
      }
    }
    guard isNumbered else { return nil }
    try requireCount(arrangement.count)
    return arrangement
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
