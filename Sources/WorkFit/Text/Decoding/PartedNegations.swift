/// A negation at the end of a line, parted from what it negates: by a page's number, by blank lines, by `<br>`.
///
/// Read by itself, what follows says the opposite. Only where the line ends with the negation, and what follows
/// goes on in lower case, do the two become one line.
enum PartedNegations {
  /// Between the two there are at most so many lines, and so many scalars.
  private static let mostLines = 6
  private static let mostScalars = 60
  private static let longestWord = 12
  /// In scalars; there may be a name beside the number.
  private static let longestFooter = 40

  static func decoded(_ text: Scalars) -> Scalars? {
    text.rewritten { index in
      let scalar = text[index]
      guard scalar.isLineEnd || scalar == "<" || scalar.isBlank else { return nil }
      guard index > 0, !text[index - 1].isSpace, let next = rest(of: text, from: index),
        isNegation(before: index, in: text)
      else { return nil }
      return ([" "], next)
    }
  }

  /// Where the sentence goes on; `nil` where nothing but a line end in a wrapped text parts it, which is joined
  /// anyway, or something else stands between.
  private static func rest(of text: Scalars, from index: Int) -> Int? {
    var place = index
    var ends = 0
    var isParted = false
    while let scalar = text.at(place), place - index < mostScalars {
      if scalar.isLineEnd {
        ends += scalar == "\n" ? 1 : 0
        place += 1
      } else if scalar.isBlank {
        place += 1
      } else if let end = lineBreak(text, at: place) {
        (place, ends, isParted) = (end, ends + 1, true)
      } else if ends > 0, let end = pageNumber(text, at: place) {
        (place, isParted) = (end, true)
      } else {
        break
      }
    }
    guard isParted || ends > 1, ends <= mostLines, text.at(place)?.isLower == true else {
      return nil
    }
    return place
  }

  /// Behind `<br>`, `<br/>` and `</p><p>`.
  private static func lineBreak(_ text: Scalars, at index: Int) -> Int? {
    guard text[index] == "<" else { return nil }
    let tag = text[index..<min(text.count, index + 8)]
    guard let close = tag.firstIndex(of: ">") else { return nil }
    let name = tag[(index + 1)..<close].filter { $0.isLower || $0.isUpper }.map(\.lowered)
    return name == ["b", "r"] || name == ["p"] ? close + 1 : nil
  }

  /// Behind a line that has nothing but a number in it: “2”, “- 2 -”, “Page 2 of 3”.
  private static func pageNumber(_ text: Scalars, at index: Int) -> Int? {
    let line = text[index...].prefix(longestFooter)
    guard let end = line.firstIndex(where: \.isLineEnd),
      line[..<end].allSatisfy({ $0.isLatin || $0.isDigit || " -–—|[]/".unicodeScalars.contains($0) }
      )
    else { return nil }
    let words = String(decoding: Scalars(line[..<end]).utf8, as: UTF8.self)
      .lowercased().split { !$0.isLetter && !$0.isNumber }
    // With its word before it, anything may stand beside the number: “Atelier Clock Ltd  Page 2”.
    let isNamed = words.suffix(2).first.map { DecodingData.shipped.pageWords.contains(String($0)) }
    if isNamed == true, words.last?.allSatisfy(\.isNumber) == true { return end }
    let isNumbered = words.contains { $0.allSatisfy(\.isNumber) }
    let isPlain = words.allSatisfy {
      $0.allSatisfy(\.isNumber) || DecodingData.shipped.pageWords.contains(String($0))
    }
    return isNumbered && isPlain ? end : nil
  }

  private static func isNegation(before index: Int, in text: Scalars) -> Bool {
    let word = text[max(0, index - longestWord)..<index].reversed().prefix { !$0.isSpace }
    return NegationWords.shipped.endsLine(
      String(decoding: Scalars(word.reversed()).utf8, as: UTF8.self))
  }
}
