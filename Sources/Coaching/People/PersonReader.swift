import Foundation

/// Reads people out of an entry.
struct PersonReader {
  let words: PersonWords

  /// The parts of an entry that each speak of somebody, in the words that were typed: one for “Rosa, keeper
  /// of clocks”, and two for “Radka and Tom”.
  func entries(in entry: String) -> [String] {
    let cut = self.parts(of: entry)
    let parts = cut.map(\.text)
    guard let first = parts.first else { return [] }
    if parts.count == 2, surnameFirst(parts) != nil {
      // “Doe, Jane” may be two people as well.
      return tokens(parts[1]).count == 1 ? parts : [parts.joined(separator: ", ")]
    }
    var entries = halves(of: first)
    for (part, isJoined) in cut.dropFirst() {
      if let last = entries.last, !isJoined, namesTheOneBefore(part, people: several(last)) {
        entries[entries.count - 1] = "\(last), \(part)"
      } else if beginsSomebody(part, isJoined: isJoined) {
        entries += halves(of: part)
      } else if let last = entries.popLast() {
        entries.append("\(last), \(part)")
      }
    }
    return entries
  }

  /// The two names that stand in a part with “and” between them, or the part.
  private func halves(of part: String) -> [String] {
    let people = several(part)
    return people.count == 2
      ? people.map { [$0.note, $0.name].compactMap(\.self).joined(separator: " ") } : [part]
  }

  func people(in entry: String) -> [NamedPerson] {
    guard entry.utf8.count <= 2_000, !isNobody(entry) else { return [] }
    let line = entry.split(whereSeparator: \.isNewline).joined(separator: " ")
    let cut = self.parts(of: line)
    let parts = cut.map(\.text)
    guard let first = parts.first else { return [] }
    if parts.count == 2, let turned = surnameFirst(parts) { return [turned] }
    var people = several(first)
    for (part, isJoined) in cut.dropFirst() {
      if let last = people.last, !isJoined, namesTheOneBefore(part, people: [last]),
        let named = several(part).first
      {
        let note = [last.name, last.note, named.note].compactMap(\.self).joined(separator: ", ")
        people[people.count - 1] = NamedPerson(name: named.name, note: note, isNamed: true)
      } else if beginsSomebody(part, isJoined: isJoined) {
        people += several(part)
      } else if let last = people.popLast() {
        let note = [last.note, part].compactMap(\.self).joined(separator: ", ")
        people.append(NamedPerson(name: last.name, note: note, isNamed: last.isNamed))
      }
    }
    return people
  }

  /// “Doe, Jane”: a surname, and behind it nothing but given names.
  private func surnameFirst(_ parts: [String]) -> NamedPerson? {
    let (surname, given) = (tokens(parts[0]), tokens(parts[1]))
    guard surname.count == 1 || surname.dropLast().allSatisfy(isParticle),
      (1...2).contains(given.count),
      (surname.suffix(1) + given).allSatisfy({ $0.first?.isUppercase == true && !isRole($0) }),
      !isDeterminer(surname[0])
    else { return nil }
    return NamedPerson(
      name: (given + surname).joined(separator: " "), note: nil, isNamed: true)
  }

  /// The parts between commas and semicolons, each without what only joins it to the one before, and whether
  /// something did.
  private func parts(of line: String) -> [(text: String, isJoined: Bool)] {
    behindLead(line).split { ",;".contains($0) }.map { part in
      let first = tokens(String(part)).first?.lowercased() ?? ""
      return (bare(String(part)), words.joining.contains(first) || words.leading.contains(first))
    }.filter { !$0.0.isEmpty }
  }

  /// What stands behind “talked to”, where somebody writes it early in a line; else the line.
  private func behindLead(_ line: String) -> String {
    let tokens = line.split(whereSeparator: \.isWhitespace)
    let keys = tokens.map { PersonWords.key(String($0)) }
    var begin: Int?
    let isOpened = keys.first.map(words.leadOpeners.contains) ?? false
    for start in keys.indices.prefix(isOpened ? 7 : 1) {
      for count in 2...4 where start + count < keys.count {
        if words.leads.contains(keys[start..<(start + count)].joined(separator: " ")) {
          begin = start + count
        }
      }
    }
    return begin.map { tokens[$0...].joined(separator: " ") } ?? line
  }

  /// A part without when it was: “Kline today”.
  private func withoutTrailing(_ tokens: [String]) -> [String] {
    for count in [2, 1] where tokens.count > count {
      let end = tokens.suffix(count).map(PersonWords.key).joined(separator: " ")
      if words.trailing.contains(end) { return Array(tokens.dropLast(count)) }
    }
    return tokens
  }

  /// Whether a part behind a comma gives the name of the one before it: “my former boss, Jane Doe”.
  private func namesTheOneBefore(_ part: String, people: [NamedPerson]) -> Bool {
    guard people.count == 1, let before = people.first, !before.isNamed,
      tokens(before.name).first.map(isDeterminer) == true
    else { return false }
    let here = several(part)
    return here.count == 1 && here[0].isNamed && startsAnew(part)
      && tokens(part).first.map(isDeterminer) == false
  }

  /// Whether a part behind a comma is somebody else: by a name, or by an “and” before a name or “the”.
  private func beginsSomebody(_ part: String, isJoined: Bool) -> Bool {
    let people = several(part)
    if startsAnew(part), people.contains(where: \.isNamed) { return true }
    guard isJoined, !people.isEmpty, let first = tokens(part).first else { return false }
    return isDeterminer(first) || first.first?.isUppercase == true && !isRole(first)
  }

  /// Whether a part behind a comma is somebody else, and not who the one before it is.
  private func startsAnew(_ part: String) -> Bool {
    let tokens = tokens(part)
    guard let first = tokens.first else { return false }
    if words.possessives.contains(PersonWords.key(first)) { return true }
    // “I believe” and “not sure” speak of nobody.
    guard !isNobody(first) else { return false }
    return first.first?.isUppercase == true && !tokens.contains(where: isRole)
  }

  /// One person, or two with “and” between their names.
  private func several(_ part: String) -> [NamedPerson] {
    let tokens = tokens(part)
    guard let place = tokens.firstIndex(where: { words.joining.contains($0.lowercased()) }),
      place > 0, place < tokens.count - 1
    else { return [person(part)].compactMap(\.self) }
    let halves = [tokens[..<place], tokens[(place + 1)...]].map { $0.joined(separator: " ") }
    let people = halves.compactMap(person)
    // “Kim Lee and her deputy”, but not “my boss and her boss”.
    let areTwo = zip(people, halves).allSatisfy { person, half in
      person.isNamed || self.tokens(half).first.map(isDeterminer) == true
    }
    return people.count == 2 && people.contains(where: \.isNamed) && areTwo
      ? people : [person(part)].compactMap(\.self)
  }

  private func person(_ part: String) -> NamedPerson? {
    guard part.contains(where: \.isLetter), !isNobody(part) else { return nil }
    let tokens = tokens(part)
    guard let first = tokens.first else { return nil }
    if isDeterminer(first) || (isRole(first) && first.first?.isLowercase == true) {
      let name = nameAtEnd(of: tokens)
      let rest = tokens.dropLast(name.count).joined(separator: " ")
      return name.isEmpty
        ? NamedPerson(name: part, note: nil, isNamed: false)
        : NamedPerson(name: name.joined(separator: " "), note: rest, isNamed: true)
    }
    // “Ben's boss” is not Ben.
    let isOfAnother = first.hasSuffix("'s") || first.hasSuffix("’s")
    if isOfAnother, tokens.count > 1 {
      return NamedPerson(name: part, note: nil, isNamed: false)
    }
    if isRole(first), !isTitle(first) { return NamedPerson(name: part, note: nil, isNamed: false) }
    // “Herr Ministerialrat Schulze”: behind a title a role is part of how somebody is called.
    let isTitled = isTitle(first)
    let name = tokens.prefix { token in
      (token.first?.isUppercase == true && (isTitled || !isRole(token))) || isTitle(token)
        || isParticle(token)
    }
    if name.contains(where: { $0.first?.isUppercase == true }) {
      let rest = tokens.dropFirst(name.count).joined(separator: " ")
        .trimmingCharacters(in: CharacterSet(charactersIn: "()[]–- "))
      return NamedPerson(
        name: name.joined(separator: " "), note: rest.isEmpty ? nil : rest, isNamed: true)
    }
    guard !tokens.contains(where: isRole) else {
      return NamedPerson(name: part, note: nil, isNamed: false)
    }
    // A name that was typed without a capital.
    guard tokens.count <= 3 else { return NamedPerson(name: part, note: nil, isNamed: false) }
    let written = tokens.map { isParticle($0) ? $0 : $0.prefix(1).uppercased() + $0.dropFirst() }
    return NamedPerson(name: written.joined(separator: " "), note: nil, isNamed: true)
  }

  /// The capitals at the end of “my brother in law Tom”; none of “my lead at Siemens”.
  private func nameAtEnd(of tokens: [String]) -> [String] {
    let name = Array(
      tokens.reversed().prefix {
        // “the ICU” is no name.
        let isInitials = $0.count > 1 && $0.allSatisfy { $0.isUppercase || !$0.isLetter }
        return $0.first?.isUppercase == true && !isRole($0) && !isInitials
      }.reversed())
    let before = tokens.dropLast(name.count).last ?? ""
    return words.prepositions.contains(PersonWords.key(before)) ? [] : name
  }

  private func tokens(_ part: String) -> [String] {
    part.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Without an “and” or an “also” in front, and without a full stop that ends it.
  private func bare(_ part: String) -> String {
    var tokens = tokens(part)
    while tokens.count > 1,
      words.joining.contains(tokens[0].lowercased())
        || words.leading.contains(tokens[0].lowercased())
    {
      tokens.removeFirst()
    }
    let joined = withoutTrailing(tokens).joined(separator: " ")
    let isAbbreviated =
      joined.split(whereSeparator: \.isWhitespace).last.map { $0.count <= 3 } ?? false
    return joined.hasSuffix(".") && !isAbbreviated ? String(joined.dropLast()) : joined
  }

  private func isDeterminer(_ token: String) -> Bool {
    words.determiners.contains(PersonWords.key(token))
  }
  private func isNobody(_ text: String) -> Bool { words.nobody.contains(PersonWords.key(text)) }
  private func isRole(_ token: String) -> Bool { words.roles.contains(PersonWords.key(token)) }
  private func isTitle(_ token: String) -> Bool { words.titles.contains(PersonWords.key(token)) }
  private func isParticle(_ token: some StringProtocol) -> Bool {
    words.particles.contains(PersonWords.key(String(token)))
  }
}
