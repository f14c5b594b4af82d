import Foundation

/// The smallest message that somebody wrote, and to whom it is.
struct SmallestMessage {
  /// Whose a message is.
  enum Owner: Hashable, Sendable {
    /// Theirs to whom it is about to be written.
    case theirs
    case somebodyElses
    /// It names nobody, or could be that of two.
    case open
  }

  /// The message without its greeting and its end; `nil` where it is too thin to be sent.
  let heart: String?
  /// Whose it is.
  let owner: Owner

  /// - Parameters:
  ///   - people: the names of everybody on the list.
  ///   - signature: the name that is written under messages.
  init(
    _ message: String, to name: String, people: [String], signature: String?,
    fitting: PhraseFitting
  ) {
    let parts = fitting.parts(of: message, signature: signature) { greeting in
      let greeted = Self.words(greeting)
      return !greeted.isEmpty && greeted.count <= 3
        && greeted.allSatisfy { word in people.contains { Self.names($0).contains(word) } }
    }
    let own = Self.names(name)
    let others = Set(people).subtracting([name]).map(Self.names)
    let greeted = Set(Self.words(parts.greeting)).subtracting(fitting.greetingWords)
    let isNamed = !greeted.isEmpty
    // Who is greeted decides, whomever else it speaks of.
    let said = isNamed ? greeted : Set(Self.capitals(in: parts.text))
    owner = Self.owner(of: said, own: own, others: others, isGreeting: isNamed)
    heart = fitting.heart(parts.text, isPlan: parts.isPlan, isAddressed: isNamed)
  }

  private static func owner(
    of said: Set<String>, own: Set<String>, others: [Set<String>], isGreeting: Bool
  ) -> Owner {
    let mine = own.intersection(said).count
    let most = others.map { $0.intersection(said).count }.max() ?? 0
    if mine > most { return .theirs }
    if most > mine { return .somebodyElses }
    // Somebody is greeted who is not on the list, or two who go by one name.
    return isGreeting && mine == 0 ? .somebodyElses : .open
  }

  /// What somebody is called, without titles and what only stands between names.
  private static func names(_ name: String) -> Set<String> { Set(words(name)) }

  private static func words(_ text: String) -> [String] {
    let reader = PersonReader(words: PersonWords.shipped)
    return reader.tokens(text).map(PhraseFitting.key).filter { token in
      token.count > 1 && !reader.isTitle(token) && !reader.isTitlePart(token)
        && !reader.isParticle(token) && !reader.isDeterminer(token)
        && !reader.words.noNames.contains(token) && !reader.words.joining.contains(token)
    }
  }

  /// The words of a text that a name could be.
  private static func capitals(in text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0.first { $0.isLetter }?.isUppercase == true }.flatMap(words)
  }
}
