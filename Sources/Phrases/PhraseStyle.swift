/// How a language writes days and numbers.
struct PhraseStyle: Hashable, Sendable {
  /// A day, with `{year}`, `{month}` and `{day}`, each padded with zeros.
  var date: String?
  /// What stands before the decimals.
  var decimal: String?
  /// What parts groups of three digits.
  var group: String?
  /// The names of the months, where a day in a sentence is written with them and not in figures.
  var months: [String] = []

  static let english = PhraseStyle(
    date: "{year}-{month}-{day}", decimal: ".", group: ",",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ])

  func overridden(by other: PhraseStyle) -> PhraseStyle {
    PhraseStyle(
      date: other.date ?? date, decimal: other.decimal ?? decimal, group: other.group ?? group,
      months: other.date == nil ? months : other.months)
  }

  /// A number of four digits may be a year, and stays as it is.
  func text(_ number: Int) -> String {
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + (digits.count > 4 ? grouped(digits) : digits)
  }

  func amount(_ number: Double) -> String {
    guard abs(number) < 1e15 else { return String(number) }
    let hundredths = Int((abs(number) * 100).rounded())
    let isWhole = number == number.rounded() || abs(number) >= 100
    let whole = isWhole ? Int(abs(number).rounded()) : hundredths / 100
    let decimals = isWhole ? "" : (decimal ?? ".") + Self.padded(hundredths % 100, 2)
    return (number < 0 ? "-" : "") + grouped(String(whole)) + decimals
  }

  private func grouped(_ digits: String) -> String {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += group ?? "" }
      grouped.append(digit)
    }
    return grouped
  }

  func text(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return text(Int(number)) }
    return figures("\(number)")
  }

  func figures(_ plain: String) -> String {
    decimal.map { plain.replacing(".", with: $0) } ?? plain
  }

  func text(year: Int, month: Int, day: Int) -> String {
    (date ?? "").replacing("{year}", with: Self.padded(year, 4))
      .replacing("{month}", with: Self.padded(month, 2)).replacing(
        "{day}", with: Self.padded(day, 2))
  }

  /// A day in a sentence: “1 March 2027” where the months have names, else in figures.
  func written(year: Int, month: Int, day: Int) -> String {
    guard months.indices.contains(month - 1) else {
      return text(year: year, month: month, day: day)
    }
    return "\(day) \(months[month - 1]) \(year)"
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
