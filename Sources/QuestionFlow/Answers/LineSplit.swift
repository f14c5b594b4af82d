/// One line taken as several things, with semicolons or commas between.
struct LineSplit {
  /// The things, or the whole line as the only one.
  let parts: [String]
  /// Whether the line may well be one thing with commas in it: “Paris, Texas”, “Monday, 3 March”,
  /// “clear, honest, and kind feedback”, “honest, direct feedback”. Two words alone are two things.
  let isDoubtful: Bool

  /// Longer lines are one thing, whatever marks they have.
  private static let longest = 20_000

  /// Splits a line. A comma between digits, and one without white space after it, parts nothing:
  /// “a team of 1,000 people”, “0,5 days”.
  init(_ line: String) {
    guard line.utf8.count <= Self.longest else {
      (parts, isDoubtful) = ([line], false)
      return
    }
    let semicolons = Self.parts(of: line, at: ";")
    if semicolons.count > 1 {
      (parts, isDoubtful) = (semicolons, false)
      return
    }
    parts = Self.parts(of: line, at: ",")
    let isPhrase = parts.count == 2 && parts.contains { $0.contains(where: \.isWhitespace) }
    isDoubtful =
      isPhrase
      || parts.dropFirst().contains { part in
        let first = part.prefix { !$0.isWhitespace }
        return part.first?.isUppercase == true || part.first?.isNumber == true
          || ["and", "or", "und", "oder", "but", "so", "which", "that", "not"].contains(first)
      }
  }

  /// The parts outside brackets and quotation marks.
  private static func parts(of line: String, at mark: Character) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    let characters = Array(line)
    for (index, character) in characters.enumerated() {
      if "([{“«„".contains(character) { depth += 1 }
      if ")]}”»".contains(character) { depth = max(0, depth - 1) }
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      guard character == mark, depth == 0, mark == ";" || after.isWhitespace else {
        part.append(character)
        continue
      }
      parts.append(part)
      part = ""
    }
    return (parts + [part]).map { ListLine.withoutBullet($0.trimmingWhitespace()) }
      .filter { !$0.isEmpty }
  }
}
