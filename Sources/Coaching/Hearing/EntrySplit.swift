import Foundation

/// One line of a list as people type it, which may be several entries: “debugging, design, mentoring”, or a
/// paragraph.
///
/// It only proposes: whether the parts are entries of their own is asked.
package struct EntrySplit: Sendable {
  /// The parts, two or more, or none where the line is one entry.
  package let parts: [String]

  /// Longer lines are left as they are.
  private static let longest = 20_000
  private static let mostParts = 40

  /// - Parameters:
  ///   - namesPeople: whether the entries are people, of whom two may stand with an “and” between.
  ///   - namesDrains: whether the entries are what drains, so that “I hate” only leads to one.
  ///   - language: the language that is spoken.
  package init(
    _ line: String, namesPeople: Bool = false, namesDrains: Bool = false, language: String = "en"
  ) {
    guard let data = HearingData.shipped?.entries, line.utf8.count <= Self.longest else {
      parts = []
      return
    }
    let cutter = Cutter(
      data: data, namesPeople: namesPeople,
      openings: data.openings + (namesDrains ? data.openings_of_drains : []),
      capitalsName: !data.capitals_say_nothing.contains(language))
    let found = cutter.parts(of: Self.joined(line))
    parts = (2...Self.mostParts).contains(found.count) ? found : []
  }

  /// A text that was wrapped by hand, as one line.
  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
  }

  /// Whether several lines are one text that was wrapped by hand: no line is marked as an entry, and one of
  /// them goes on in the next.
  package static func isWrapped(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
    guard lines.count > 1, lines.count <= 200,
      !lines.contains(where: { $0.first.map { "-*•·–".contains($0) || $0.isNumber } ?? false })
    else { return false }
    return zip(lines, lines.dropFirst()).contains { line, next in
      line.count >= 40 && !".!?;:,".contains(line.last ?? ".") && next.first?.isLowercase == true
    }
  }
}

private struct Cutter {
  let data: HearingData.Entries
  let namesPeople: Bool
  /// What only leads to an entry.
  let openings: [String]
  /// Whether a capital begins a name.
  let capitalsName: Bool

  func parts(of line: String) -> [String] {
    if line.prefixMatch(of: Self.number) != nil { return numbered(line) }
    if namesPeople { return PersonReader(words: PersonWords.shipped).entries(in: line) }
    let semicolons = cut(line, at: ";")
    let sentences = semicolons.flatMap(sentences)
    if semicolons.count > 1 || sentences.count > 1 && line.count > data.paragraph {
      let entries = sentences.compactMap { withoutOpening($0, of: 1) }.flatMap(enumerated)
      if entries.count > 1 { return entries }
    }
    let bare = line.hasPrefix("- ") || line.hasPrefix("* ") ? String(line.dropFirst(2)) : line
    for mark in data.marks {
      let parts = cut(bare, between: mark)
      if parts.count > 1 { return parts }
    }
    // “the choir... the garden... the pupils”
    let dotted = cut(bare.replacingOccurrences(of: "...", with: "…") + " ", at: "…")
    if dotted.count > 2 { return dotted }
    let commas = cut(line, at: ",")
    guard commas.count < 2 else { return entries(commas) }
    let threes = data.marks_of_three.map { cut(bare, between: $0) }
    return threes.first { $0.count > 2 && $0.allSatisfy { words($0).count <= data.short + 2 } }
      ?? []
  }

  private static var number: Regex<Substring> { /\s*[0-9]{1,4}[.)]\s/ }

  /// The parts of “1. clocks 2. quiet rooms 3. tea”; none where the numbers do not count from one.
  private func numbered(_ line: String) -> [String] {
    let marks = line.matches(of: /(?:^|\s)([0-9]{1,2})[.)]\s+/)
    guard marks.count > 1, marks.enumerated().allSatisfy({ Int($0.element.1) == $0.offset + 1 })
    else { return [] }
    let ends = marks.dropFirst().map(\.range.lowerBound) + [line.endIndex]
    let parts = zip(marks, ends).map { Self.trimmed(String(line[$0.range.upperBound..<$1])) }
    return parts.allSatisfy { $0.contains(where: \.isLetter) } ? parts : []
  }

  /// The parts of a sentence that is an enumeration up to its “and”; the sentence where it is none.
  private func enumerated(_ sentence: String) -> [String] {
    let commas = cut(sentence, at: ",")
    guard commas.count > 1, let last = commas.last, withoutAnd(last) != last else {
      return [sentence]
    }
    let parts = entries(commas)
    return parts.count > 1 ? parts : [sentence]
  }

  private func entries(_ commas: [String]) -> [String] {
    // “I am good at” before the first of several holds for all of them.
    let bare = commas.map(withoutAnd).enumerated().compactMap { place, part in
      place == 0 ? withoutOpening(part, of: 2) : part
    }
    guard bare.count > 1 else { return [] }
    guard !bare.dropFirst().contains(where: goesOn) else { return [] }
    // “Paris, Texas” is one place.
    if bare.count == 2, isNameOfPlace(bare[0], bare[1]) { return [] }
    let others = bare.dropLast()
    guard let last = bare.last, others.allSatisfy({ words($0).count <= data.short }) else {
      return bare
    }
    let halves = halves(of: last)
    let areShort = halves.allSatisfy { words($0).count <= data.short }
    return halves.count == 2 && areShort ? others + halves : bare
  }

  /// Whether two parts with capitals are one name, as where one of them is a single word.
  private func isNameOfPlace(_ first: String, _ second: String) -> Bool {
    guard capitalsName, second.first?.isLowercase != true else { return false }
    return first.first?.isUppercase == true || words(second).count == 1
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// A sentence without what only leads to the entry in it, such as “And I like”; `nil` where nothing else is in it.
  ///
  /// - Parameter least: of how many words what is left out is at least.
  private func withoutOpening(_ sentence: String, of least: Int) -> String? {
    var rest = words(sentence)
    let longest = openings.map { words($0).count }.max() ?? 0
    func opens(_ count: Int) -> Bool {
      count <= rest.count
        // A single word that joins leads to anything.
        && (count == 1
          || !data.openings_stay.contains(rest.dropFirst(count).first?.lowercased() ?? ""))
        && openings.contains(Hearing.key(rest.prefix(count).joined(separator: " ")))
    }
    while let count = stride(from: longest, through: least, by: -1).first(where: opens) {
      rest.removeFirst(count)
    }
    let text = Self.trimmed(rest.joined(separator: " "))
    guard text.contains(where: \.isLetter), !data.no_entries.contains(Hearing.key(text)) else {
      return nil
    }
    return text
  }

  private func withoutAnd(_ part: String) -> String {
    let words = words(part)
    guard let first = words.first, words.count > 1, data.and.contains(first.lowercased()) else {
      return part
    }
    return words.dropFirst().joined(separator: " ")
  }

  private func halves(of part: String) -> [String] {
    let words = words(part)
    guard let place = words.firstIndex(where: { data.and.contains($0.lowercased()) }),
      place > 0, place < words.count - 1
    else { return [part] }
    return [words[..<place], words[(place + 1)...]].map { $0.joined(separator: " ") }
  }

  private func goesOn(_ part: String) -> Bool {
    let first = words(part).first?.lowercased().trimmingCharacters(in: .punctuationCharacters) ?? ""
    return data.goes_on.contains(first) || part.first?.isNumber == true
  }

  /// The parts outside brackets and quotation marks; a comma between digits parts nothing.
  private func cut(_ line: String, at mark: Character) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var before: Character = " "
    for (character, after) in zip(line, line.dropFirst() + " ") {
      if "([{“«„".contains(character) { depth += 1 }
      if ")]}”»".contains(character) { depth = max(0, depth - 1) }
      let isInNumber = before.isNumber && after.isNumber
      if character == mark, depth == 0, !isInNumber {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
      before = character
    }
    return (parts + [part]).map(Self.trimmed).filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// The parts between marks that have white space on both sides: “design / mentoring”.
  private func cut(_ line: String, between mark: String) -> [String] {
    line.components(separatedBy: " \(mark) ").map(Self.trimmed)
      .filter { $0.contains(where: \.isLetter) }
  }

  private static func trimmed(_ part: String) -> String {
    var part = part.trimmingCharacters(in: .whitespaces)
    while let last = part.last, ".,;".contains(last), !part.hasSuffix("etc.") { part.removeLast() }
    return part
  }

  private func sentences(of line: String) -> [String] {
    var sentences: [String] = []
    var sentence: [Substring] = []
    let words = words(line)
    for (index, word) in words.enumerated() {
      sentence.append(word)
      let next = index + 1 < words.count ? words[index + 1].first : nil
      guard let last = word.last, ".!?".contains(last), next?.isLowercase != true,
        !data.abbreviations.contains(
          word.lowercased().trimmingCharacters(in: .punctuationCharacters))
      else { continue }
      sentences.append(sentence.joined(separator: " "))
      sentence = []
    }
    if !sentence.isEmpty { sentences.append(sentence.joined(separator: " ")) }
    return sentences.map(Self.trimmed).filter { $0.contains(where: \.isLetter) }
  }
}
