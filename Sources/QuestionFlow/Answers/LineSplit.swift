/// One line that may be several things, with semicolons or commas between.
struct LineSplit {
  /// What a line with such marks is.
  enum Reading {
    /// One thing with a comma in it: “Paris, Texas”, “Rosa Beispiel, keeper of clocks”.
    case one
    /// Several: “clocks; quiet work”, “quiet, order”, “teaching, mending, long walks”.
    case several
    /// One or several: “Berlin, Hamburg, London”, “clear, honest, and kind feedback”.
    case either
  }

  /// The things, where they are several.
  let parts: [String]
  /// What the line is.
  let reading: Reading

  /// Longer lines are one thing, whatever marks they have.
  private static let longest = 20_000

  /// Splits a line. A comma between digits, and one without white space after it, parts nothing:
  /// “a team of 1,000 people”, “0,5 days”.
  init(_ line: String) {
    guard line.utf8.count <= Self.longest else {
      (parts, reading) = ([line], .one)
      return
    }
    let semicolons = Self.parts(of: line, at: ";")
    guard semicolons.count == 1 else {
      (parts, reading) = (semicolons, .several)
      return
    }
    parts = Self.parts(of: line, at: ",")
    let goesOn = parts.dropFirst().contains(where: Self.goesOn)
    switch parts.count {
    case 0, 1: reading = .one
    // One a line is what was asked for, so that a single comma counts for little.
    case 2:
      let areWords = parts.allSatisfy { !$0.contains(where: \.isWhitespace) }
      reading = areWords && !goesOn ? .several : .one
    default: reading = goesOn ? .either : .several
    }
  }

  /// Whether a part may belong to what stands before it: a name, a year, or “and” and what follows.
  private static func goesOn(_ part: String) -> Bool {
    let first = part.prefix { !$0.isWhitespace }
    return part.first?.isUppercase == true || part.first?.isNumber == true
      || ["and", "or", "und", "oder", "but", "so", "which", "that", "not"].contains(first)
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
