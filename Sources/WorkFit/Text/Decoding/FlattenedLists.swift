/// Lists that lost their line ends: several bullets in a long line, each before an entry of some words, or
/// numbers that count from 1 to at least 3.
///
/// A line end takes the place of the space before the bullet. Short entries, as in “Leeds • Hybrid •
/// Full-time”, are one line on purpose.
enum FlattenedLists {
  private static let bullets: Set<Unicode.Scalar> = [
    "•", "‣", "⁃", "∙", "▪", "▫", "●", "○", "◦", "■", "□", "◆", "❖", "✓", "➢", "➤", "►", "·",
    "*", "→", "⇒", "»", "☐", "☑", "✔", "–", "—", "o",
  ]
  /// Those that have other uses: they stand free before a capital letter, and several times.
  private static let loose: Set<Unicode.Scalar> = ["–", "—", "o", "→", "⇒", "»"]
  /// In characters.
  private static let shortestLine = 60
  /// On the average, in words.
  private static let shortestEntry = 4

  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains(where: { isMark($0) || $0 == "3" }) else { return nil }
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !text[end].isLineEnd { end += 1 }
      let marks = marks(text, in: start..<end)
      isChanged = isChanged || !marks.isEmpty
      var index = start
      for mark in marks {
        let isFree = text[mark - 1].isBlank
        result += text[index..<(isFree ? mark - 1 : mark)]
        result.append("\n")
        index = mark
      }
      result += text[index..<end]
      if end < text.count { result.append(text[end]) }
      start = end + 1
    }
    return isChanged ? result : nil
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "*" || scalar == "o" || scalar.value >= 0x80 && bullets.contains(scalar)
  }

  /// Where the entries but the first begin; empty where the line is no list.
  private static func marks(_ text: Scalars, in line: Range<Int>) -> [Int] {
    guard line.count >= shortestLine else { return [] }
    let first = line.first { !text[$0].isBlank } ?? line.lowerBound
    var places: [Unicode.Scalar: [Int]] = [:]
    for index in line where isMark(text[index]) && isBullet(text, at: index, in: line) {
      places[text[index], default: []].append(index)
    }
    guard let marks = places.values.max(by: { $0.count < $1.count }), marks.count > 1 else {
      return numbers(text, in: line).filter { $0 > first }
    }
    guard !loose.contains(text[marks[0]]) || marks.count > 2 || marks[0] == first else { return [] }
    // Two stars before small letters may be a footnote and its mark.
    guard
      text[marks[0]] != "*" || marks.count > 2
        || marks.allSatisfy({ next(text, behind: $0, in: line)?.isUpper ?? false })
    else { return [] }
    let words = line.count { !text[$0].isSpace && ($0 == first || text[$0 - 1].isSpace) }
    guard words - marks.count >= shortestEntry * marks.count else { return [] }
    return marks.filter { $0 > first }
  }

  /// Where numbers stand that count entries, as in “1. Teach 2. Mark papers 3. Meet parents”.
  private static func numbers(_ text: Scalars, in line: Range<Int>) -> [Int] {
    var marks: [Int] = []
    var index = line.lowerBound
    while index < line.upperBound {
      let digits = Array(String(marks.count + 1).unicodeScalars)
      let end = index + digits.count
      let isFree = index == line.lowerBound || text[index - 1].isBlank
      if isFree, end + 1 < line.upperBound, text[index..<end].elementsEqual(digits),
        text[end] == "." || text[end] == ")", text[end + 1].isBlank,
        next(text, behind: end, in: line)?.isLatin ?? false
      {
        marks.append(index)
        index = end
      }
      index += 1
    }
    return marks.count > 2 ? marks : []
  }

  private static func isBullet(_ text: Scalars, at index: Int, in line: Range<Int>) -> Bool {
    let isFree = index == line.lowerBound || text[index - 1].isBlank
    let isBefore = index + 1 < line.upperBound && text[index + 1].isBlank
    switch text[index] {
    // They have other uses: a product, a footnote, emphasis.
    case "·", "*", "∙":
      return isFree && isBefore && next(text, behind: index, in: line)?.isLatin ?? false
    case let mark where loose.contains(mark):
      return isFree && isBefore && next(text, behind: index, in: line)?.isUpper ?? false
    default: return true
    }
  }

  /// What a mark stands before.
  private static func next(_ text: Scalars, behind mark: Int, in line: Range<Int>)
    -> Unicode.Scalar?
  {
    text[min(mark + 1, line.upperBound)..<line.upperBound].first { !$0.isBlank }
  }
}
