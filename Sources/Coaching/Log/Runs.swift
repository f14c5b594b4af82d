/// Values in a row of which each follows from the first of its run.
struct Runs<Value: Codable & Equatable>: Codable {
  private var firsts: [Value] = []
  private var counts: [Int] = []

  /// - Parameter following: the value so many places behind another, where they are of one run.
  mutating func add(_ value: Value, following: (Value, Int) -> Value) {
    if let first = firsts.last, let count = counts.last, following(first, count) == value {
      counts[counts.count - 1] = count + 1
    } else {
      firsts.append(value)
      counts.append(1)
    }
  }

  /// How many values there are; `nil` where it makes no sense, or they are more than so many.
  func count(most: Int) -> Int? {
    guard firsts.count == counts.count else { return nil }
    var left = most
    for count in counts {
      guard (1...max(1, left)).contains(count), left > 0 else { return nil }
      left -= count
    }
    return most - left
  }

  func reader(following: @escaping (Value, Int) -> Value) -> AnyIterator<Value> {
    var (run, place) = (0, 0)
    return AnyIterator {
      guard run < firsts.count else { return nil }
      defer {
        place += 1
        if place == counts[run] { (run, place) = (run + 1, 0) }
      }
      return following(firsts[run], place)
    }
  }
}
