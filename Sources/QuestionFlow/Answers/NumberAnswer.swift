import Foundation

/// A number, written with or without separators of thousands. Stored as it is, spoken without a
/// fraction where it is whole.
public struct NumberAnswer: Hashable, Sendable {
  /// What is accepted; `nil` where any number is.
  public let range: ClosedRange<Double>?

  init(_ range: ClosedRange<Double>? = nil) { self.range = range }

  /// The number, where what was typed is one number and nothing else.
  static func number(_ typed: String, within range: ClosedRange<Double>?) throws(Rejection)
    -> Double
  {
    let readings: [Double]
    do throws(Numeral.Fault) {
      readings = try Numeral(typed).readings
    } catch {
      switch error {
      case .tooLarge: throw Rejection(.tooLarge(typed))
      case .tooPrecise: throw Rejection(.tooPrecise(typed))
      case .none: throw rejection(of: typed)
      }
    }
    let fitting = readings.filter { range?.contains($0) ?? true }
    guard let number = fitting.first else {
      throw outOfRange(range)
    }
    // Even where one reading alone would do, it is not for us to choose it.
    guard readings.count == 1 else { throw Rejection(.ambiguous(typed, readings.map(reading))) }
    return number
  }

  private static func outOfRange(_ range: ClosedRange<Double>?) -> Rejection {
    Rejection(
      .outOfRange(spoken(range?.lowerBound ?? 0), spoken(range?.upperBound ?? 0)))
  }

  /// What is more than a number, such as “12 weeks” or “about 4”, is asked back with the number in it.
  private static func rejection(of typed: String) -> Rejection {
    guard typed.utf8.count <= 200, let number = onlyNumber(in: Digits.plain(typed)),
      let readings = try? Numeral(number).readings
    else { return Rejection(.notANumber(typed)) }
    return Rejection(.moreThanANumber(typed, readings.map(reading)))
  }

  /// The number that stands in a text by itself, where there is just one.
  private static func onlyNumber(in text: String) -> String? {
    let words = text.split { !($0.isLetter || $0.isNumber || ".,'’-–_".contains($0)) }
    let numbers = words.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ".,'’-–_")) }
      .filter { $0.contains(where: \.isNumber) }
    guard numbers.count == 1, let number = numbers.first, number.first?.isNumber == true else {
      return nil
    }
    // The “rd” of “3rd” and the “h” of “4h” are words of their own.
    let unit = number.reversed().prefix(while: \.isLetter).count
    let bare = String(number.dropLast(unit))
    return text.contains("-\(bare)") || text.contains("–\(bare)") ? nil : bare
  }

  private static func reading(_ number: Double) -> Reading {
    Reading(typed: spoken(number), words: spoken(number))
  }

  /// Without a fraction where it is whole, and always in a form that is read in one way only: 1.234
  /// could be a thousand and more, so it has a fourth decimal.
  static func spoken(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let text = String(number)
    return ((try? Numeral(text).readings.count) ?? 1) == 1 ? text : text + "0"
  }
}

extension NumberAnswer: AnswerRules {
  static let name = "number"
  static let spelling = AnswerSpelling(
    pattern: "number( -?[0-9]+(\\.[0-9]+)? *\\.\\. *-?[0-9]+(\\.[0-9]+)?)?",
    example: "number 0..10",
    help: "A number, perhaps within bounds.")
  var form: String {
    range.map { "a number from \(Self.spoken($0.lowerBound)) to \(Self.spoken($0.upperBound))" }
      ?? "a number"
  }
  var type: ExpressionType { .number }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .number(try Self.number(typed, within: range))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .number = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .number(let number) = answer { Self.spoken(number) } else { nil }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .number(let number) = answer { .number(number) } else { .unknown }
  }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    guard !mentions.meetsOthers else { return nil }
    let marks = mentions.numbers.sorted()
    var numbers = marks
    for (low, high) in zip(marks, marks.dropFirst()) { numbers.append((low + high) / 2) }
    if let first = marks.first, let last = marks.last { numbers += [first - 1, last + 1] }
    if let range {
      numbers = numbers.filter(range.contains) + [range.lowerBound, range.upperBound]
    }
    return (numbers.isEmpty ? [0] : numbers).map(Answer.number)
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    let near = respondent.mentions(of: item).numbers.flatMap { [$0 - 1, $0, $0 + 1] }
      .filter { range?.contains($0) ?? true }
    // Values on both sides of every bound that a condition could set, known or not.
    let low = range?.lowerBound ?? -5
    let high = range?.upperBound ?? 50
    if let number = respondent.pick(near.sorted()), respondent.chance(60) { return .number(number) }
    switch respondent.number(in: 0...3) {
    case 0: return .number(low)
    case 1: return .number(high)
    default: return .number(low + ((high - low) * respondent.fraction()).rounded())
    }
  }
}
