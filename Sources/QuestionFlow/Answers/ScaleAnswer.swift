/// A point on a scale whose ends, and perhaps points between, have words.
public struct ScaleAnswer: Hashable, Sendable {
  /// The points, from the lowest to the highest.
  public let range: ClosedRange<Int>
  /// The words of the points that have any.
  public let labels: [Int: Wording]

  func parse(_ typed: String) throws(Rejection) -> Int {
    let key = Words.key(typed)
    let reach = Rejection(.outOfRange(String(range.lowerBound), String(range.upperBound)))
    if let point = Int(key) {
      guard range.contains(point) else { throw reach }
      return point
    }
    let named = labels.filter { Words.key($0.value.text()).hasPrefix(key) && !key.isEmpty }
    guard named.count == 1, let point = named.first?.key else { throw reach }
    return point
  }
}
