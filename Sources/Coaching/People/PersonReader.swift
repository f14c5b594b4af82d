import Foundation

/// Reads people out of an entry.
struct PersonReader {
  let words: PersonWords

  /// The parts of an entry that each speak of somebody, in the words that were typed: one for “Rosa, keeper
  /// of clocks”, and two for “Radka and Tom”.
  func entries(in entry: String) -> [String] {
    let parts = entry.split { ",;".contains($0) }.map { bare(String($0)) }.filter { !$0.isEmpty }
    guard let first = parts.first else { return [] }
    if parts.count == 2, surnameFirst(parts) != nil {
      // “Doe, Jane” may be two people as well.
      return tokens(parts[1]).count == 1 ? parts : [parts.joined(separator: ", ")]
    }
    var entries = halves(of: first)
    for part in parts.dropFirst() {
      if startsAnew(part), several(part).contains(where: \.isNamed) {
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
    let parts = line.split { ",;".contains($0) }.map { bare(String($0)) }.filter { !$0.isEmpty }
    guard let first = parts.first else { return [] }
    if parts.count == 2, let turned = surnameFirst(parts) { return [turned] }
    var people = several(first)
    for part in parts.dropFirst() {
      let here = several(part)
      if startsAnew(part), here.contains(where: \.isNamed) {
        people += here
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
    return people.count == 2 && people.allSatisfy(\.isNamed)
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
    if isRole(first), !isTitle(first) { return NamedPerson(name: part, note: nil, isNamed: false) }
    let name = tokens.prefix { token in
      (token.first?.isUppercase == true && !isRole(token)) || isTitle(token) || isParticle(token)
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
      tokens.reversed().prefix { $0.first?.isUppercase == true && !isRole($0) }.reversed())
    let before = tokens.dropLast(name.count).last ?? ""
    return words.prepositions.contains(PersonWords.key(before)) ? [] : name
  }

  private func tokens(_ part: String) -> [String] {
    part.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Without an “and” in front, and without a full stop that ends it.
  private func bare(_ part: String) -> String {
    var tokens = tokens(part)
    if tokens.count > 1, words.joining.contains(tokens[0].lowercased()) {
      tokens.removeFirst()
    }
    let joined = tokens.joined(separator: " ")
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
