/// A point on a scale whose ends, and perhaps points between, have words.
///
/// Stored as its number, spoken with its words: `5 (I would be looking again)`.
public struct ScaleAnswer: Hashable, Sendable {
  /// The points, from the lowest to the highest.
  public let range: ClosedRange<Int>
  /// The words of the points that have any.
  public let labels: [Int: Wording]

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  var form: String { "a number from \(range.lowerBound) to \(range.upperBound)" }

  var completions: [String] { range.map(String.init) }

  func spoken(_ point: Int, language: String) -> String {
    labels[point].map { "\(point) (\($0.text(in: language)))" } ?? String(point)
  }

  func parse(_ typed: String) throws(Rejection) -> Int {
    let key = Words.key(typed)
    let reach = Rejection(.outOfRange(String(range.lowerBound), String(range.upperBound)))
    if let point = Int(key) ?? Self.words.firstIndex(of: key) {
      guard range.contains(point) else { throw reach }
      return point
    }
    let named = labels.filter { Words.key($0.value.text()).hasPrefix(key) && !key.isEmpty }
    guard named.count == 1, let point = named.first?.key else { throw reach }
    return point
  }
}
