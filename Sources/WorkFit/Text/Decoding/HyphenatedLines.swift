/// Words that were parted at the end of a line, as in the text of a PDF: “re-” and “sponsible”.
///
/// The rest of the word comes up to its beginning; the lines stay otherwise. Whether the hyphen belongs to
/// the word is decided by the words seen elsewhere in the text, then by a list of words that keep theirs.
enum HyphenatedLines {
  private struct Parting {
    /// The hyphen, and the first of the rest of the word.
    let mark: Int
    let rest: Int
    let first: String
    let second: String
    /// Whether a hyphen stands before the first word too.
    let isJoined: Bool
    /// A soft hyphen is never part of a word.
    let isSoft: Bool
    /// The line end, and what stands before the rest.
    let between: Range<Int>
  }

  private static let longestWord = 40

  static func decoded(_ text: Scalars) -> Scalars? {
    let partings = text.indices.compactMap { parting(text, at: $0) }
    let hasSoft = text.contains { $0.value == 0xAD }
    guard !partings.isEmpty || hasSoft else { return nil }
    let seen = words(of: text, among: partings)
    let marks = Set(partings.map(\.mark))
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var index = 0
    var kept: Range<Int>?
    for parting in partings where parting.mark >= index {
      result += text[index..<parting.mark]
      // The hyphen before may have stood at the end of a line too.
      let follows = kept == parting.mark - parting.first.unicodeScalars.count..<parting.mark
      if keepsHyphen(parting, isJoined: parting.isJoined || follows, seen: seen) {
        result.append("-")
        kept = parting.rest..<parting.rest + parting.second.unicodeScalars.count
      }
      index = parting.rest
      while index < text.count, !text[index].isSpace, !marks.contains(index) {
        result.append(text[index])
        index += 1
      }
      // The line ends behind the word now, unless the rest of it is parted once more.
      if text.at(index)?.isBlank == true {
        result += text[parting.between]
        index += 1
      }
    }
    result += text[index...]
    return result.filter { $0.value != 0xAD }
  }

  private static func parting(_ text: Scalars, at index: Int) -> Parting? {
    let mark = text[index]
    let isSoft = mark.value == 0xAD || mark.value == 0xAC
    guard isSoft || mark == "-", index > 0, isOfWord(text, at: index - 1) else { return nil }
    var place = index + 1
    while text.at(place)?.isBlank == true, place - index < 4 { place += 1 }
    guard text.at(place)?.isLineEnd == true else { return nil }
    let start = place
    place += text.at(place) == "\r" && text.at(place + 1) == "\n" ? 2 : 1
    while text.at(place)?.isBlank == true, place - start < longestWord { place += 1 }
    guard let next = text.at(place), isOfWord(text, at: place), !next.properties.isUppercase else {
      return nil
    }
    let before = text[max(0, index - longestWord)..<index].reversed().prefix {
      $0.isLatin || isApostrophe($0)
    }
    let behind = text[place..<min(text.count, place + longestWord)].prefix {
      $0.isLatin || isApostrophe($0)
    }
    let first = word(before.reversed())
    let second = word(behind)
    // “Pre-” and “and post-natal” leave something out.
    guard !DecodingData.shipped.suspending.contains(second) else { return nil }
    return Parting(
      mark: index, rest: place, first: first, second: second,
      isJoined: text.at(index - before.count - 1) == "-",
      isSoft: isSoft, between: start..<place
    )
  }

  /// Letters, and the apostrophe that a word may be parted before or behind: “won’-” and “t”.
  private static func isOfWord(_ text: Scalars, at index: Int) -> Bool {
    guard let scalar = text.at(index) else { return false }
    if scalar.isLatin { return true }
    return isApostrophe(scalar)
      && (text.at(index - 1)?.isLatin == true || text.at(index + 1) == "t")
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  private static func word(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(decoding: Array(scalars).utf8, as: UTF8.self).lowercased()
  }

  private static func keepsHyphen(_ parting: Parting, isJoined: Bool, seen: Set<String>) -> Bool {
    guard !parting.isSoft else { return false }
    if seen.contains(parting.first + parting.second) { return false }
    if seen.contains("\(parting.first)-\(parting.second)") { return true }
    // “State-of-the-” ends with a word that links.
    if isJoined, DecodingData.shipped.linking.contains(parting.first) { return true }
    return DecodingData.shipped.hyphenated.contains(parting.first)
      || parting.first.count > 3 && parting.second.count > 3
        && seen.contains(parting.first) && seen.contains(parting.second)
  }

  /// The words of the text that decide something.
  private static func words(of text: Scalars, among partings: [Parting]) -> Set<String> {
    var wanted: Set<String> = []
    for parting in partings where !parting.isSoft {
      wanted.formUnion([
        parting.first, parting.second, parting.first + parting.second,
        "\(parting.first)-\(parting.second)",
      ])
    }
    guard !wanted.isEmpty else { return [] }
    let parts = Set(partings.flatMap { [$0.mark - 1, $0.rest] })
    var seen: Set<String> = []
    var index = 0
    while index < text.count {
      guard text[index].isLatin else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, isInsideWord(text, at: end) { end += 1 }
      // The parts of the parted words themselves are no words seen.
      if end - index <= longestWord, !parts.contains(end - 1), !parts.contains(index) {
        let word = word(text[index..<end])
        if wanted.contains(word) { seen.insert(word) }
      }
      index = end
    }
    return seen
  }

  private static func isInsideWord(_ text: Scalars, at index: Int) -> Bool {
    text[index].isLatin
      || text[index] == "-" && text.at(index - 1)?.isLatin == true
        && text.at(index + 1)?.isLatin == true
  }
}
