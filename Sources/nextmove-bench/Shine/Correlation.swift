/// How two lists of numbers go together.
enum Correlation {
  /// Spearman's rank correlation, in -1...1; equal values share their mean rank. 0 where one list does not vary.
  static func spearman(_ first: [Double], _ second: [Double]) -> Double {
    let (x, y) = (ranks(first), ranks(second))
    guard !x.isEmpty, x.count == y.count else { return 0 }
    let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let squares =
      x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) } * y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
    return squares > 0 ? products / squares.squareRoot() : 0
  }

  /// How often one of the first is above one of the second, equal ones by half; 0.5 where a list is empty.
  static func areaUnderCurve(_ high: [Double], _ low: [Double]) -> Double {
    guard !high.isEmpty, !low.isEmpty else { return 0.5 }
    var won = 0.0
    for one in high {
      for other in low { won += one > other ? 1 : one == other ? 0.5 : 0 }
    }
    return won / Double(high.count * low.count)
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in order[start..<end] { ranks[place] = Double(start + end - 1) / 2 }
      start = end
    }
    return ranks
  }
}
