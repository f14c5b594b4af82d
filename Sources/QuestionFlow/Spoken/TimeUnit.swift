/// A unit of time in which a number can be wanted.
enum TimeUnit: String, Hashable, Sendable {
  case minute, hour, day, week, fortnight, month, quarter
  case halfYear = "half_year"
  case year

  /// In days, or in months, or in minutes: only what counts in one of them becomes exactly another.
  private enum Measure: Equatable { case minutes(Double), days(Double), months(Double) }

  private var measure: Measure {
    switch self {
    case .minute: .minutes(1)
    case .hour: .minutes(60)
    case .day: .days(1)
    case .week: .days(7)
    case .fortnight: .days(14)
    case .month: .months(1)
    case .quarter: .months(3)
    case .halfYear: .months(6)
    case .year: .months(12)
    }
  }

  /// The mean length of a month in days, over four years.
  private static let meanMonth = 30.4375

  /// So many of this unit in another, and whether it is exactly that; several where people count
  /// differently, such as a month as four weeks; `nil` where nobody counts one in the other.
  func converted(_ count: Double, to other: TimeUnit) -> (counts: [Double], isExact: Bool)? {
    switch (measure, other.measure) {
    case (.minutes(let mine), .minutes(let theirs)), (.days(let mine), .days(let theirs)),
      (.months(let mine), .months(let theirs)):
      let exact = count * mine / theirs
      return ([exact], exact == (exact * 100).rounded() / 100)
    case (.months(let mine), .days(let theirs)):
      let months = count * mine
      let mean = (months * Self.meanMonth / theirs).rounded()
      let counted = theirs == 7 && months < 6 ? (months * 4).rounded() : mean
      return (Array(Set([counted, mean])).sorted(), false)
    case (.days(let mine), .months(let theirs)):
      let mean = count * mine / Self.meanMonth / theirs
      let near = mean < 1 ? (mean * 4).rounded() / 4 : mean.rounded()
      return ([near], false)
    default: return nil
    }
  }

  /// The months that so many are, or the days; `nil` for what is shorter than a day, or no whole number of them.
  func span(_ count: Double) -> (months: Int, days: Int)? {
    switch measure {
    case .minutes: return nil
    case .days(let days):
      let whole = count * days
      return whole == whole.rounded() && abs(whole) < 1e6 ? (0, Int(whole)) : nil
    case .months(let months):
      let whole = count * months
      return whole == whole.rounded() && abs(whole) < 1e5 ? (Int(whole), 0) : nil
    }
  }
}
