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
    let first = note?.split(whereSeparator: { $0.isWhitespace || $0 == "," }).first
    let saysSo = first.map { PersonWords.shipped.saidSo.contains(PersonWords.key(String($0))) }
    return saysSo == true ? nil : note
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

  /// Whether a line of a list goes on with who the one before it is, such as “keeper of instruments”.
  package static func isDescription(_ text: String) -> Bool {
    let words = PersonWords.shipped
    guard text.first(where: \.isLetter)?.isLowercase == true,
      let first = text.split(whereSeparator: \.isWhitespace).first,
      !words.determiners.contains(PersonWords.key(String(first)))
    else { return false }
    return people(in: text).first?.isNamed == false
  }

  /// What somebody is called in a greeting: the given name, or the title and the surname; `nil` where that
  /// cannot be told, so that the greeting is left open.
  ///
  /// - Parameter isFormal: whether the whole name is wanted where there is no title.
  package static func address(of name: String, isFormal: Bool) -> String? {
    let words = PersonWords.shipped
    guard let person = PersonReader(words: words).people(in: name).first, person.isNamed else {
      return nil
    }
    let parts = person.name.split(whereSeparator: \.isWhitespace).map(String.init)
    let titles = parts.prefix { words.titles.contains(PersonWords.key($0)) }
    guard titles.isEmpty else {
      let rest = parts.dropFirst(titles.count)
      let particle = rest.firstIndex { words.particles.contains(PersonWords.key($0)) }
      let surname = particle.map { rest[$0...] } ?? rest.suffix(1)
      return surname.isEmpty ? nil : (Array(titles) + surname).joined(separator: " ")
    }
    return isFormal ? person.name : parts.first
  }
}
