import Foundation

/// Reads people out of an entry.
struct PersonReader {
  let words: PersonWords

  /// Somebody, and the words that speak of them.
  private struct Found {
    var person: NamedPerson
    var source: String
  }

  /// The parts of an entry that each speak of somebody, in the words that were typed: one for “Rosa, keeper
  /// of clocks”, and two for “Radka and Tom”.
  func entries(in entry: String) -> [String] {
    Self.apart(entry).flatMap(entriesTogether)
  }

  /// What stands between semicolons, which part people as commas do not: “my boss; Dr. Lopez” are two.
  private static func apart(_ entry: String) -> [String] {
    entry.split(separator: ";").map(String.init)
  }

  private func entriesTogether(in entry: String) -> [String] {
    let parts = parts(of: entry)
    if surnameFirst(parts) != nil {
      // “Anna, Ben” may be two people as well; “Doe, Jane” is one.
      let first = tokens(parts[0].text)
      let mayBeTwo = first.count == 1 && isGiven(first[0]) && tokens(parts[1].text).count == 1
      return mayBeTwo ? parts.map(\.text) : [parts.map(\.text).joined(separator: ", ")]
    }
    return found(in: parts).map(\.source)
  }

  /// The name alone, where an entry is more than that and was begun as one speaks: “talked to Kline today”.
  func nameSpokenOf(in entry: String) -> String? {
    let people = people(in: entry)
    guard people.count == 1, let somebody = people.first, somebody.isNamed,
      withoutOpening(tokens(entry)).count < tokens(entry).count
        || somebody.note != nil && somebody.whoTheyAre == nil
    else { return nil }
    return somebody.name
  }

  func people(in entry: String) -> [NamedPerson] {
    guard entry.utf8.count <= 2_000, !isNobody(entry) else { return [] }
    return Self.apart(entry).flatMap(peopleTogether)
  }

  private func peopleTogether(in entry: String) -> [NamedPerson] {
    guard !isNobody(entry) else { return [] }
    let parts = parts(of: entry)
    if let turned = surnameFirst(parts) { return [turned] }
    return found(in: parts).map(\.person)
  }

  // MARK: - Parts

  /// What stands between commas.
  private struct Part {
    /// Without what only leads to it, such as “and also”.
    let text: String
    /// Whether something has joined it to the part before.
    let isJoined: Bool
    let beginsLine: Bool
  }

  /// The parts between commas, semicolons and the ends of lines, outside brackets.
  private func parts(of entry: String) -> [Part] {
    var parts: [Part] = []
    for line in entry.split(whereSeparator: \.isNewline) {
      for (index, piece) in Self.pieces(of: line).enumerated() {
        let typed = tokens(piece)
        // “I'd say” before a comma says nothing by itself.
        guard !words.openings.contains(PersonWords.key(typed.joined(separator: " "))) else {
          continue
        }
        let first = typed.first.map(PersonWords.key) ?? ""
        let text = bare(withoutOpening(typed))
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
        let isJoined = words.joining.contains(first) || words.openings.contains(first)
        parts.append(
          Part(text: text, isJoined: isJoined && typed.count > 1, beginsLine: index == 0))
      }
    }
    return parts
  }

  private static func pieces(of line: Substring) -> [String] {
    var pieces = [""]
    var depth = 0
    for character in line {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
      if ",;".contains(character), depth == 0 {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }

  /// The people of parts, one behind the other.
  private func found(in parts: [Part]) -> [Found] {
    var found: [Found] = []
    // Where all are short and small, small letters say nothing.
    let isList = parts.count > 2 && parts.allSatisfy { tokens($0.text).count <= 2 }
    for part in parts {
      let here = several(part.text)
      guard let last = found.last, !part.beginsLine else {
        found += here
        continue
      }
      if !part.isJoined, here.count == 1, here[0].person.isNamed, gives(part, theNameOf: last) {
        let note = [last.person.name, last.person.note, here[0].person.note].compactMap(\.self)
        found[found.count - 1] = Found(
          person: NamedPerson(
            name: here[0].person.name, note: note.joined(separator: ", "), isNamed: true),
          source: "\(last.source), \(part.text)")
      } else if !here.isEmpty, isSomebodyElse(part, here.map(\.person), isList: isList) {
        found += here
      } else {
        let note = [last.person.note, part.text].compactMap(\.self).joined(separator: ", ")
        found[found.count - 1] = Found(
          person: NamedPerson(name: last.person.name, note: note, isNamed: last.person.isNamed),
          source: "\(last.source), \(part.text)")
      }
    }
    return found
  }

  /// “Doe, Jane”: a surname, and behind it nothing but given names.
  private func surnameFirst(_ parts: [Part]) -> NamedPerson? {
    guard parts.count == 2, !parts[1].isJoined, !parts[1].beginsLine else { return nil }
    let (surname, given) = (tokens(parts[0].text), tokens(parts[1].text))
    guard surname.count == 1 || surname.dropLast().allSatisfy(isParticle),
      (1...2).contains(given.count),
      (surname.suffix(1) + given).allSatisfy({ isCapital($0) && !isRole($0) && !isAcronym($0) }),
      !surname.contains(where: isTitle), !given.contains(where: isTitle),
      !isDeterminer(surname[0]), !isOfAnother(surname[0])
    else { return nil }
    return NamedPerson(
      name: (given + surname).joined(separator: " "), note: nil, isNamed: true)
  }

  /// Whether a part gives the name of the one before it, who was only described: “my former boss, Jane Doe”.
  private func gives(_ part: Part, theNameOf last: Found) -> Bool {
    let described = tokens(last.person.name)
    guard !last.person.isNamed, let first = described.first, let here = tokens(part.text).first
    else { return false }
    return (isDeterminer(first) || beginWithAnother(described)) && !isDeterminer(here)
      && isCapital(here)
      && !words.somebodies.contains(PersonWords.key(first))
  }

  /// Whether a part behind a comma is somebody else, and not who the one before it is.
  private func isSomebodyElse(_ part: Part, _ people: [NamedPerson], isList: Bool) -> Bool {
    let tokens = tokens(part.text)
    guard let first = tokens.first else { return false }
    if words.somebodies.contains(PersonWords.key(first)) { return true }
    if part.isJoined {
      return isDeterminer(first) || isOfAnother(first) || isCapital(first) || isTitle(first)
        || isList || isGiven(first)
    }
    guard people.contains(where: \.isNamed) else { return false }
    if words.possessives.contains(PersonWords.key(first)) { return true }
    if isTitle(first) || isOfAnother(first) { return true }
    guard !tokens.contains(where: isRole) else { return false }
    return isCapital(first) || isList || isGiven(first) && (tokens.count <= 2 || people.count > 1)
  }

  // MARK: - People of a part

  /// One person, or several with “and” between them.
  private func several(_ part: String) -> [Found] {
    let bracketed = part.contains("(") ? part.replacing(/\s*[(\[][^()\[\]]*[)\]]/, with: "") : part
    let tokens = tokens(bracketed)
    let places = tokens.indices.filter { index in
      index > 0 && index < tokens.count - 1
        && words.joining.contains(PersonWords.key(tokens[index]))
    }
    guard !places.isEmpty, bracketed == part else { return [one(part)].compactMap(\.self) }
    var pieces: [[String]] = []
    var piece = Array(tokens[..<places[0]])
    for (number, place) in places.enumerated() {
      let end = number + 1 < places.count ? places[number + 1] : tokens.count
      let next = withoutOpening(Array(tokens[(place + 1)..<end]))
      // “my cousin Reza and me” is one to talk with.
      if isNobody(next.joined(separator: " ")), person(piece) != nil { continue }
      // “Mr and Mrs Novak” are two of that name.
      if !piece.isEmpty, piece.allSatisfy(isTitle), let title = next.first, isTitle(title),
        next.count > 1
      {
        pieces.append(piece + next.drop(while: isTitle))
        piece = next
        continue
      }
      if parts(piece, from: next) {
        pieces.append(piece)
        piece = next
      } else {
        piece += [tokens[place]] + next
      }
    }
    return (pieces + [piece]).compactMap { one($0.joined(separator: " ")) }
  }

  /// Whether what stands before an “and” and what stands behind it are two people.
  private func parts(_ before: [String], from after: [String]) -> Bool {
    guard let first = after.first, let one = person(before), let other = person(after) else {
      return false
    }
    if isDeterminer(first) || isOfAnother(first) { return true }
    if other.isNamed {
      let isInPlace = before.contains { words.prepositions.contains(PersonWords.key($0)) }
      if isInPlace, after.count == 1, !isGiven(first) { return false }
      if one.isNamed { return !isRole(first) || isTitle(first) }
      return (isCapital(first) || isGiven(first)) && !isRole(first)
        && before.first.map { isDeterminer($0) || isRole($0) } == true
    }
    return one.isNamed && one.note == nil && after.allSatisfy { isRole($0) || isAcronym($0) }
  }

  private func one(_ text: String) -> Found? {
    person(tokens(text)).map { Found(person: $0, source: text) }
  }

  // MARK: - Tokens

  func tokens(_ part: String) -> [String] {
    part.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Tokens without what only leads to somebody: “I'd say”, “talked to”.
  private func withoutOpening(_ tokens: [String]) -> [String] {
    var rest = tokens[...]
    func starts(_ phrases: Set<String>, _ count: Int) -> Bool {
      rest.count > count
        && phrases.contains(rest.prefix(count).map(PersonWords.key).joined(separator: " "))
    }
    while let count = [4, 3, 2, 1].first(where: { starts(words.openings, $0) }) {
      rest = rest.dropFirst(count)
    }
    let keys = rest.map(PersonWords.key)
    let isOpened = keys.first.map(words.leadOpeners.contains) ?? false
    for start in keys.indices.prefix(isOpened ? 7 : 1) {
      // A single word leads only at the beginning: “mit Frau Brandt”.
      for count in start == 0 ? [4, 3, 2, 1] : [4, 3, 2] where start + count < keys.count {
        if words.leads.contains(keys[start..<(start + count)].joined(separator: " ")) {
          return Array(rest.dropFirst(start + count))
        }
      }
    }
    return Array(rest)
  }

  /// One text, without a full stop that ends it.
  private func bare(_ tokens: [String]) -> String {
    let joined = tokens.joined(separator: " ")
    let isAbbreviated = tokens.last.map { $0.count <= 4 } ?? false
    return joined.hasSuffix(".") && !isAbbreviated ? String(joined.dropLast()) : joined
  }
}
