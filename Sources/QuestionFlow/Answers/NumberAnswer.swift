import Foundation

/// A number, written with or without separators of thousands. Stored as it is, spoken without a
/// fraction where it is whole.
enum NumberAnswer {
  static func form(within range: ClosedRange<Double>?) -> String {
    range.map { "a number from \(spoken($0.lowerBound)) to \(spoken($0.upperBound))" } ?? "a number"
  }

  /// The number, where what was typed is one number and nothing else.
  static func parse(_ typed: String, within range: ClosedRange<Double>?) throws(Rejection) -> Double
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
