import Foundation
import Phrases

/// A number, written with or without separators of thousands. Stored as it is, spoken without a
/// fraction where it is whole.
public struct NumberAnswer: Hashable, Sendable {
  /// What is accepted; `nil` where any number is.
  public let range: ClosedRange<Double>?

  /// The largest end of a range: a number of so many digits is kept as it is.
  static let largest = 999_999_999_999_999.0

  init(_ range: ClosedRange<Double>? = nil) { self.range = range }

  /// The number that was typed, in figures or in words; what says more, or less, is asked back with what it
  /// comes to.
  ///
  /// - Parameter today: the day from which is counted what lasts until another.
  static func number(
    _ typed: String, within range: ClosedRange<Double>?, asking question: String = "",
    language: String = "en", today: CalendarDate? = nil
  ) throws(Rejection) -> Double {
    guard !typed.isBlank else { throw Rejection(.empty) }
    let language = SpokenLanguage.of(language)
    let readings: [Double]
    do throws(Numeral.Fault) {
      readings = try Numeral(typed).readings
    } catch {
      switch error {
      case .tooLarge: throw Rejection(.tooLarge(typed))
      case .tooPrecise: throw Rejection(.tooPrecise(typed))
      case .none:
        return try said(typed, within: range, asking: question, in: language, today: today)
      }
    }
    return try taken(language.numbers.byMark(readings, typed), typed, within: range)
  }

  private static func said(
    _ typed: String, within range: ClosedRange<Double>?, asking question: String,
    in language: SpokenLanguage, today: CalendarDate?
  ) throws(Rejection) -> Double {
    if let range, typed.utf8.count <= LooseNumber.longest, typed.contains(where: \.isNumber),
      let share = language.share(SpokenToken.tokens(of: typed)), !range.contains(share * 100)
    {
      // “50%” and “50/50” of 0 to 10 are about 5, and not the 10 that is nearest to 50.
      let number = range.lowerBound + share * (range.upperBound - range.lowerBound)
      throw Rejection(.roughly(typed, [reading(number)]))
    }
    let loose = LooseNumber(typed, question: question, in: language)
    switch loose.meaning {
    case .number(let readings): return try taken(readings, typed, within: range)
    case .moreThan(let readings):
      throw Rejection(
        .moreThanANumber(typed, try fitting(readings, range, typed).map { reading($0) }))
    case .roughly(let numbers):
      throw Rejection(
        .roughly(typed, try fitting(numbers, range, typed).map { reading($0, loose.unit) }))
    case .range(let low, let high):
      throw Rejection(
        .severalNumbers(typed, try fitting(ends(low, high), range, typed).map { reading($0) }))
    case .outOf(let part, let whole):
      let numbers = [part, whole] + (typed.contains("/") ? quotient(part, whole) : [])
      throw Rejection(
        .severalNumbers(
          typed, try fitting(LooseNumber.distinct(numbers), range, typed).map { reading($0) }))
    case .several(let numbers):
      let fitting = try fitting(numbers, range, typed).prefix(3)
      throw Rejection(.severalNumbers(typed, fitting.map { reading($0) }))
    case .nothing:
      let least = range.map { $0.contains(0) ? 0 : $0.lowerBound } ?? 0
      throw Rejection(.roughly(typed, [reading(least, loose.unit)]))
    case .none:
      guard let today, let unit = loose.wanted,
        let time = TimeUntilDay(typed, in: unit, today: today, language)
      else { throw Rejection(.notANumber(typed)) }
      throw Rejection(
        .roughly(typed, try fitting([time.count], range, typed).map { reading($0, loose.unit) }))
    }
  }

  /// The only reading; two are asked back, even where one of them alone would do.
  private static func taken(
    _ readings: [Double], _ typed: String, within range: ClosedRange<Double>?
  ) throws(Rejection) -> Double {
    guard let number = try fitting(readings, range, typed).first else {
      throw Rejection(.notANumber(typed))
    }
    guard readings.count == 1 else {
      throw Rejection(.ambiguous(typed, readings.map { reading($0) }))
    }
    return number
  }

  /// Both ends, and the middle where it is as whole as they are.
  private static func ends(_ low: Double, _ high: Double) -> [Double] {
    let middle = (low + high) / 2
    let isWhole = low == low.rounded() && high == high.rounded()
    return isWhole && middle != middle.rounded() ? [low, high] : [low, middle, high]
  }

  /// What a fraction comes to, where that has few digits: “1/2” may be a half, and “50/50” is no one.
  private static func quotient(_ part: Double, _ whole: Double) -> [Double] {
    let hundreds = 100 * part / whole
    return hundreds == hundreds.rounded() && part != whole ? [part / whole] : []
  }

  /// The numbers within a range; where none is, the end of it that is nearest is asked back.
  private static func fitting(_ numbers: [Double], _ range: ClosedRange<Double>?, _ typed: String)
    throws(Rejection) -> [Double]
  {
    guard let range, let first = numbers.first else { return numbers }
    let fitting = numbers.filter(range.contains)
    guard fitting.isEmpty else { return fitting }
    let nearest = min(max(first, range.lowerBound), range.upperBound)
    throw Rejection(
      .beyond(typed, spoken(range.lowerBound), spoken(range.upperBound), reading(nearest)))
  }

  /// - Parameter unit: what is counted, in the words of the question.
  private static func reading(_ number: Double, _ unit: String? = nil) -> Reading {
    Reading(
      typed: spoken(number),
      words: Phrase(
        verbatim: [spoken(number), unit].compactMap(\.self).joined(separator: " ")))
  }

  /// As ``Numeral/spoken(_:)`` writes it.
  static func spoken(_ number: Double) -> String { Numeral.spoken(number) }
}

extension NumberAnswer: AnswerRules {
  static let name = "number"
  static let spelling = AnswerSpelling(
    pattern: "number( -?[0-9]+(\\.[0-9]+)? *\\.\\. *-?[0-9]+(\\.[0-9]+)?)?",
    example: "number 0..10",
    help: "A number, perhaps within bounds.")
  var form: Phrase {
    range.map { "a number from \(Self.spoken($0.lowerBound)) to \(Self.spoken($0.upperBound))" }
      ?? "a number"
  }
  var type: ExpressionType { .number }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .number(
      try Self.number(
        typed, within: range, asking: surroundings.question, language: surroundings.language,
        today: surroundings.today))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .number = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    guard case .number(let number) = answer else { return nil }
    return PhraseBook.shipped(words.language).figures(Self.spoken(number))
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
