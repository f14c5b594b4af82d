/// Somebody that an answer speaks of: with a name, or only by who they are.
package struct NamedPerson: Hashable, Sendable {
  /// The name, or where there is none what was typed of them.
  package let name: String
  /// Who they are, in the person's words.
  package let note: String?
  /// Whether ``name`` is a name; otherwise one is still to be given.
  package let isNamed: Bool

  /// The note where it tells who they are; `nil` for one that answers the question, as in “Rosa did, last year”.
  package var whoTheyAre: String? {
    let keys = (note ?? "").split(whereSeparator: { $0.isWhitespace || $0 == "," }).prefix(2)
      .map { PersonWords.key(String($0)) }
    let words = PersonWords.shipped
    let first = keys.first ?? ""
    // “am Mittwoch” says when it was.
    let saysWhen = keys.contains(where: words.days.contains)
    return saysWhen || words.saidSo.contains(first) || words.trailing.contains(first) ? nil : note
  }

  /// The people that one entry of a list speaks of: none for “nobody” and “n/a”, two for “Radka, and my
  /// brother in law Tom”.
  package static func people(in entry: String) -> [NamedPerson] {
    PersonReader(words: PersonWords.shipped).people(in: entry)
  }

  /// Whether somebody on a list goes by a name, and not only by who they are, such as “my boss”.
  package static func isName(_ text: String) -> Bool {
    PersonReader(words: PersonWords.shipped).people(in: text).first?.isNamed ?? false
  }

  /// The name alone, where an entry speaks of one person in more than their name: “talked to Kline today”.
  package static func nameSpokenOf(in entry: String) -> String? {
    PersonReader(words: PersonWords.shipped).nameSpokenOf(in: entry)
  }

  /// What somebody is called in a greeting: the given name, or the titles and the surname; `nil` where that
  /// cannot be told, so that the greeting is left open.
  ///
  /// - Parameter isFormal: whether the whole name is wanted where there is no title.
  package static func address(of name: String, isFormal: Bool) -> String? {
    let reader = PersonReader(words: PersonWords.shipped)
    guard let person = reader.people(in: name).first, person.isNamed else { return nil }
    let parts = reader.tokens(person.name).filter { !reader.isTitlePart($0) }
    guard let first = parts.first, let last = parts.last else { return nil }
    // “Uncle Joe” is called so.
    if reader.isKinTitle(first), parts.count > 1 { return parts.joined(separator: " ") }
    guard !reader.isTitle(first) else {
      // “Herr Ministerialrat Dr. Schulze” is “Herr Dr. Schulze”.
      let titles = parts.filter(reader.isTitle)
      let rest = parts.filter { !reader.isTitle($0) }
      let particle = rest.firstIndex(where: reader.isParticle)
      let surname = particle.map { Array(rest[$0...]) } ?? Array(rest.suffix(1))
      return surname.isEmpty ? nil : (titles + surname).joined(separator: " ")
    }
    // A surname alone is no greeting.
    guard !reader.isParticle(first) else { return nil }
    let isTurned = parts.count == 2 && !reader.isGiven(first) && reader.isGiven(last)
    if isFormal { return isTurned ? "\(last) \(first)" : parts.joined(separator: " ") }
    // “J. Beispiel” has no other name to be called by.
    if first.filter(\.isLetter).count == 1 { return person.name }
    return isTurned ? last : first
  }
}
