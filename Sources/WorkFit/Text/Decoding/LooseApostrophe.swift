/// What is left of an entity for an apostrophe that lost a part or gained a space on its way, between two
/// letters: `won#39;t`, `won& #39;t`, `wonrsquo;t`, `won&rsquot`.
enum LooseApostrophe {
  private static let names = ["rsquo", "lsquo", "apos"].map { Scalars($0.unicodeScalars) }
  private static let numbers: Set<UInt32> = [
    0x27, 0x60, 0x91, 0x92, 0xB4, 0x2BC, 0x2018, 0x2019, 0x2032,
  ]
  private static let mostDigits = 6

  /// The apostrophe that stands at a place, and the place behind it; `nil` where there is none.
  static func at(_ index: Int, in text: Scalars) -> (Scalars, Int)? {
    guard index > 0, text[index - 1].isLatin else { return nil }
    let end: Int? =
      switch text[index] {
      case "&":
        reference(text, from: skipped(" ", text, index + 1), endsAlone: true)
      case "#": reference(text, from: index, endsAlone: false)
      case "r", "l", "a": name(text, from: index, endsAlone: false)
      default: nil
      }
    guard let end, text.at(end)?.isLatin == true else { return nil }
    return (["\u{2019}"], end)
  }

  private static func skipped(_ scalar: Unicode.Scalar, _ text: Scalars, _ index: Int) -> Int {
    text.at(index) == scalar ? index + 1 : index
  }

  private static func reference(_ text: Scalars, from start: Int, endsAlone: Bool) -> Int? {
    guard text.at(start) == "#" else { return name(text, from: start, endsAlone: endsAlone) }
    var place = skipped(" ", text, start + 1)
    let isHexadecimal = text.at(place) == "x" || text.at(place) == "X"
    if isHexadecimal { place += 1 }
    var value: UInt32 = 0
    let first = place
    while let digit = text.at(place)?.hexadecimal, isHexadecimal || digit < 10,
      place - first < mostDigits
    {
      value = value * (isHexadecimal ? 16 : 10) + digit
      place += 1
    }
    guard numbers.contains(value) else { return nil }
    return behindSemicolon(text, place, endsAlone: false)
  }

  private static func name(_ text: Scalars, from start: Int, endsAlone: Bool) -> Int? {
    guard start < text.count,
      let name = names.first(where: { text[start...].starts(with: $0) })
    else { return nil }
    return behindSemicolon(text, start + name.count, endsAlone: endsAlone)
  }

  private static func behindSemicolon(_ text: Scalars, _ place: Int, endsAlone: Bool) -> Int? {
    let behind = skipped(" ", text, place)
    if text.at(behind) == ";" { return behind + 1 }
    return endsAlone ? place : nil
  }
}
