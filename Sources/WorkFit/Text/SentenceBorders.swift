/// Where a line of a text parts into sentences, entries of a list and cells of a table.
struct SentenceBorders {
  /// What stands before a stretch.
  enum Border {
    case line
    case entry
    case cell
    case sentence
  }

  /// A stretch, and what parts it from the one before.
  struct Stretch {
    let range: Range<Int>
    let border: Border
    let isHeading: Bool
  }

  /// Where something ends, where the next begins, and how.
  private struct Cut {
    let end: Int
    let next: Int
    let border: Border
    var isHeading = false
  }

  let source: SourceText
  let lexicon: ClauseLexicon

  private static let longestWord = 40

  private var bytes: [UInt8] { source.bytes }

  /// - Parameter seen: how far the text is behind something hidden from readers, which may begin in one
  ///   line and end in a later one.
  func stretches(in line: Range<Int>, seen: inout Int) -> [Stretch] {
    let lower = max(line.lowerBound, min(seen, line.upperBound))
    let line = lower..<line.upperBound
    var (start, border) = mark(in: line)
    var isHeading = isMarked(line)
    var passed = start
    var stretches: [Stretch] = []
    let hasDashes = hasDashEntries(line)
    // Whether there is anything before the place that is looked at.
    var hasText = false
    var index = line.lowerBound
    while index < line.upperBound {
      defer { index += 1 }
      guard index >= start else { continue }
      var cut: Cut?
      if bytes[index] == UInt8(ascii: "<"),
        let tag = Markup.tag(bytes, at: index, limit: bytes.count)
      {
        passed = max(passed, tag.end)
        guard tag.isBlock else { continue }
        cut = Cut(
          end: index, next: min(tag.end, line.upperBound),
          border: tag.opensEntry ? .entry : .line, isHeading: tag.opensHeading)
        seen = max(seen, tag.end)
      } else if let end = Markup.entityEnd(bytes, at: index, limit: line.upperBound)
        ?? Markup.controlEnd(bytes, at: index, limit: line.upperBound)
      {
        passed = max(passed, end)
      }
      // Inside a tag, an entity or a control sequence nothing ends.
      if cut == nil, index >= passed {
        cut = self.cut(
          at: index, from: start, in: line, hasDashes: hasDashes, hasText: hasText)
        hasText = hasText || bytes[index] > 0x20
      }
      guard let cut else { continue }
      hasText = false
      stretches.append(Stretch(range: start..<cut.end, border: border, isHeading: isHeading))
      (start, border, isHeading) = (cut.next, cut.border, cut.isHeading)
    }
    let rest = min(start, line.upperBound)..<line.upperBound
    stretches.append(Stretch(range: rest, border: border, isHeading: isHeading))
    return stretches
  }

  private func cut(
    at index: Int, from start: Int, in line: Range<Int>, hasDashes: Bool, hasText: Bool
  ) -> Cut? {
    let byte = bytes[index]
    func entry(_ length: Int) -> Cut { Cut(end: index, next: index + length, border: .entry) }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return sentenceEnd(index + 1, in: line)
    case UInt8(ascii: "."):
      return hasText ? fullStop(at: index, from: start, in: line) : nil
    case UInt8(ascii: "|"):
      let isFirst = index == line.lowerBound || bytes[index - 1] <= 0x20
      return isFirst || isSpace(index + 1, in: line)
        ? Cut(end: index, next: index + 1, border: .cell) : nil
    case UInt8(ascii: "\t"):
      return hasText && !breaksOff(at: index, from: start, in: line)
        ? Cut(end: index, next: index + 1, border: .cell) : nil
    // Marks in the middle of a line, left over from a list that lost its line ends.
    case 0xE2 where index > start && bulletLength(at: index) > 0: return entry(3)
    case 0xC2 where isMiddleDot(at: index, in: line): return entry(2)
    case UInt8(ascii: "*"):
      let isMark =
        index > start && bytes[index - 1] <= 0x20 && isSpace(index + 1, in: line)
        && isCapital(firstWord(from: index + 1, in: line))
      return isMark ? entry(1) : nil
    case UInt8(ascii: "-"):
      guard index > start, isSpace(index + 1, in: line) else { return nil }
      let before = bytes[start..<index].last { $0 > 0x20 }
      let isBehindMark = before.map { ".;:!?".utf8.contains($0) } ?? false
      let isBetween =
        hasDashes && bytes[index - 1] <= 0x20 && isCapital(firstWord(from: index + 1, in: line))
      return isBehindMark || isBetween ? entry(1) : nil
    default: return nil
    }
  }

  /// Whether what stands before a place goes on behind it, in lower case.
  private func breaksOff(at index: Int, from start: Int, in line: Range<Int>) -> Bool {
    guard let next = bytes[index..<line.upperBound].first(where: { $0 > 0x20 }),
      next >= UInt8(ascii: "a"), next <= UInt8(ascii: "z")
    else { return false }
    let text = bytes[start..<index].suffix(Self.longestWord).reversed().drop { $0 <= 0x20 }
    let word = text.prefix { $0 > 0x20 }.reversed()
    return lexicon.breaksOff(behind: String(decoding: word, as: UTF8.self).lowercased())
  }

  // MARK: - Sentences

  /// A sentence that ends here, where white space follows, quotes and brackets closed.
  private func sentenceEnd(_ end: Int, in line: Range<Int>) -> Cut? {
    var end = end
    while end < line.upperBound {
      if "\"')]".utf8.contains(bytes[end]) {
        end += 1
      } else if end + 2 < line.upperBound, bytes[end] == 0xE2, bytes[end + 1] == 0x80,
        bytes[end + 2] == 0x9D || bytes[end + 2] == 0x99
      {
        end += 3
      } else {
        break
      }
    }
    return isSpace(end, in: line) ? Cut(end: end, next: end, border: .sentence) : nil
  }

  private func fullStop(at index: Int, from start: Int, in line: Range<Int>) -> Cut? {
    let dot = UInt8(ascii: ".")
    guard index == start || bytes[index - 1] != dot else { return nil }
    let run = bytes[index..<line.upperBound].prefix { $0 == dot }.count
    if run > 1 {
      // Two dots part entries; three may stand for what is left out.
      let next = firstWord(from: index + run, in: line)
      guard run == 2 || isCapital(next) else { return nil }
      return Cut(end: index + run, next: index + run, border: run == 2 ? .entry : .sentence)
    }
    guard index > start, bytes[index - 1] > 0x20 else { return nil }
    if let end = sentenceEnd(index + 1, in: line) {
      return isAbbreviation(before: index, from: start) || isListNumber(start..<index) ? nil : end
    }
    return isGlued(at: index, from: start, in: line)
      ? Cut(end: index + 1, next: index + 1, border: .sentence) : nil
  }

  /// Whether a sentence ends here though no white space follows: “in full.We believe”.
  private func isGlued(at index: Int, from start: Int, in line: Range<Int>) -> Bool {
    let before = bytes[max(start, index - Self.longestWord)..<index].reversed().prefix { $0 > 0x20 }
    guard before.prefix(4).count == 4, before.prefix(4).allSatisfy({ $0 >= 0x61 && $0 <= 0x7A })
    else { return false }
    let word = bytes[(index + 1)..<min(line.upperBound, index + Self.longestWord)].prefix {
      $0 > 0x20
    }
    return word.count >= 2 && isCapital(word.first)
      && word.dropFirst().allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 == UInt8(ascii: "'") }
      && !before.contains(UInt8(ascii: "/"))
  }

  private func isAbbreviation(before index: Int, from start: Int) -> Bool {
    var begin = index
    while begin > start, bytes[begin - 1] > 0x20, index - begin < 8 { begin -= 1 }
    let word = source.text(in: begin..<index)
    let bare = word.trimmingPrefix("(")
    // “J. Smith” has an initial.
    let isInitial = bare.count == 1 && bare.first?.isUppercase == true && bare != "I"
    return isInitial || lexicon.abbreviations.contains(bare.lowercased())
  }

  /// Whether nothing but a number stands before a full stop, as in “1. Teach”.
  private func isListNumber(_ range: Range<Int>) -> Bool {
    let text = bytes[range].drop { $0 <= 0x20 }
    return !text.isEmpty && text.count <= 2 && text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  // MARK: - Lists

  /// Where a line begins behind its mark of a list, and whether it had one.
  private func mark(in line: Range<Int>) -> (start: Int, border: Border) {
    let blanks = bytes[line].prefix { $0 <= 0x20 || $0 == UInt8(ascii: ">") }.count
    let first = line.lowerBound + blanks
    guard first < line.upperBound else { return (line.lowerBound, .line) }
    let length =
      switch bytes[first] {
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "o"):
        isSpace(first + 1, in: line) && first + 1 < line.upperBound ? 1 : 0
      case 0xC2: isMiddleDot(at: first, in: line) ? 2 : 0
      case 0xE2: max(bulletLength(at: first), dashLength(at: first, in: line))
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "h"):
        numberLength(at: first, in: line)
      default: 0
      }
    return length > 0 ? (first + length, .entry) : (line.lowerBound, .line)
  }

  /// `1.`, `12)` or `b)` with white space behind.
  private func numberLength(at first: Int, in line: Range<Int>) -> Int {
    let isLetter = bytes[first] >= UInt8(ascii: "a")
    let digits =
      isLetter ? 1 : bytes[first..<line.upperBound].prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    let end = first + digits
    guard digits <= 2, end < line.upperBound else { return 0 }
    let isMark = bytes[end] == UInt8(ascii: ")") || !isLetter && bytes[end] == UInt8(ascii: ".")
    return isMark && end + 1 < line.upperBound && isSpace(end + 1, in: line) ? digits + 1 : 0
  }

  private func bulletLength(at index: Int) -> Int {
    guard index + 2 < bytes.count else { return 0 }
    // • ‣ ⁃ ▪ ▫ ● ○ ◦ ■ □ ✓ ✔ ➢ →
    let marks: [(UInt8, UInt8)] = [
      (0x80, 0xA2), (0x80, 0xA3), (0x81, 0x83), (0x96, 0xAA), (0x96, 0xAB), (0x97, 0x8F),
      (0x97, 0x8B), (0x97, 0xA6), (0x96, 0xA0), (0x96, 0xA1), (0x9C, 0x93), (0x9C, 0x94),
      (0x9E, 0xA2),
    ]
    return marks.contains { $0 == (bytes[index + 1], bytes[index + 2]) } ? 3 : 0
  }

  private func dashLength(at index: Int, in line: Range<Int>) -> Int {
    guard index + 2 < line.upperBound, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94, isSpace(index + 3, in: line)
    else { return 0 }
    return 3
  }

  private func isMiddleDot(at index: Int, in line: Range<Int>) -> Bool {
    guard index + 1 < line.upperBound, bytes[index + 1] == 0xB7 else { return false }
    let isFree = index == line.lowerBound || bytes[index - 1] <= 0x20
    return isFree && isSpace(index + 2, in: line)
  }

  /// Whether dashes stand between entries: a line that begins with one and has another before a capital
  /// letter, or that has three of those.
  private func hasDashEntries(_ line: Range<Int>) -> Bool {
    let begins = mark(in: line).border == .entry
    var count = 0
    for index in line
    where bytes[index] == UInt8(ascii: "-") && index > line.lowerBound && bytes[index - 1] <= 0x20
      && isSpace(index + 1, in: line) && isCapital(firstWord(from: index + 1, in: line))
    {
      count += 1
    }
    return begins ? count >= 1 : count >= 3
  }

  /// Whether a line is marked as a heading: `## Duties`, or `**Duties**` and nothing else.
  private func isMarked(_ line: Range<Int>) -> Bool {
    let text = bytes[Layout.trimmed(line, source)]
    if text.first == UInt8(ascii: "#") {
      let behind = text.first { $0 != UInt8(ascii: "#") }
      return behind.map { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") } ?? false
    }
    guard text.count > 4 else { return false }
    let ends = [text.prefix(2), text.suffix(2)]
    return ends.allSatisfy { $0.elementsEqual("**".utf8) }
      || ends.allSatisfy { $0.elementsEqual("__".utf8) }
  }

  // MARK: - Bytes

  private func isSpace(_ index: Int, in line: Range<Int>) -> Bool {
    index >= line.upperBound || bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "<")
  }

  /// The first byte that is no white space and opens no quote.
  private func firstWord(from index: Int, in line: Range<Int>) -> UInt8? {
    guard index < line.upperBound else { return nil }
    return bytes[index..<line.upperBound].first { $0 > 0x20 }
  }

  private func isCapital(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }
}
