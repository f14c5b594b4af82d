/// A line of a list, without what only marks it as one.
struct ListLine {
  /// The words of the line.
  let text: String
  /// Whether a bullet or a number stood before them; such a line is one element, whatever is in it.
  let isMarked: Bool

  /// The lines that say something. Numbers before them go only where they count from 1, so that
  /// “1. FC Beispiel” after “3. Liga” stays as it is.
  static func lines(of typed: String) -> [ListLine] {
    let lines = typed.split(whereSeparator: \.isNewline).map { String($0).trimmingWhitespace() }
      .filter { !$0.isEmpty }
    // So many lines are no list that anybody numbered by hand.
    let numbered = lines.count <= 1000 ? lines.map(Self.numbered) : lines.map { _ in nil }
    let numbers = numbered.compactMap { $0?.number }
    let areCounted = lines.count == 1 || numbers.count > 1
    let isList = areCounted && numbers == Array(1..<(numbers.count + 1))
    return zip(lines, numbered).compactMap { line, numbered in
      let bare = withoutBullet(isList ? numbered?.text ?? line : line)
      return bare.isEmpty ? nil : ListLine(text: bare, isMarked: bare != line)
    }
  }

  /// A line without a bullet and the white space after it.
  static func withoutBullet(_ line: String) -> String {
    guard let first = line.first, "-*•–—·▪◦‣+".contains(first),
      line.dropFirst().first?.isWhitespace ?? true
    else { return line }
    return String(line.dropFirst()).trimmingWhitespace()
  }

  private static let numberedLine = WrittenForm(regex: /([0-9]{1,5})[.)](?:\s+(.*))?/)

  private static func numbered(_ line: String) -> (number: Int, text: String)? {
    guard let match = line.wholeMatch(of: Self.numberedLine),
      let number = Int(match.1)
    else { return nil }
    return (number, String(match.2 ?? "").trimmingWhitespace())
  }
}
