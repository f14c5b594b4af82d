import Foundation

/// Fits what a person wrote into a sentence of a message: by how it begins, as one thought, and not at all
/// where it is long, or nothing that one would send.
struct PhraseFitting {
  let phrases: MessageBook.Phrases

  /// How words begin, and so what sentence they fit into.
  enum Form: String {
    case sentence = "i"
    case doing = "ing"
    case verb
    case noun
    case clause
    case question
  }

  /// The first thought of an answer, with its form; `nil` where it does not fit a message.
  func fitted(_ answer: String) -> (form: Form, text: String)? {
    guard let thought = firstThought(answer), isSendable(thought) else { return nil }
    let tokens = words(thought)
    guard let first = tokens.first, tokens.count <= phrases.most_words else { return nil }
    let key = Self.key(first)
    if thought.hasSuffix("?") { return (.question, thought) }
    if phrases.first_person.contains(key) {
      return (
        .sentence, (key == "i" ? "I" : Self.capitalized(first)) + thought.dropFirst(first.count)
      )
    }
    if phrases.clauses.contains(key) { return (.clause, Self.lowered(thought)) }
    if key == "to", tokens.count > 1 {
      return (.verb, tokens.dropFirst().joined(separator: " "))
    }
    let ending = phrases.doing_ending
    if !ending.isEmpty, key.hasSuffix(ending), key.count > 4, !phrases.not_doing.contains(key) {
      return (.doing, lowered(thought))
    }
    if phrases.verbs.contains(key) || endsInInfinitive(tokens) { return (.verb, lowered(thought)) }
    return (.noun, thought)
  }

  /// Whether it says what one would do by its last word, as languages do whose verbs come last.
  private func endsInInfinitive(_ tokens: [String]) -> Bool {
    guard let last = tokens.last, last.count > 3, last.first?.isLowercase == true else {
      return false
    }
    return phrases.infinitive_endings.contains { last.hasSuffix($0) }
  }

  private func lowered(_ thought: String) -> String {
    phrases.keeps_capitals ? thought : Self.lowered(thought)
  }

  /// Whether nothing in it is better kept to oneself.
  func isSendable(_ text: String) -> Bool {
    let held = Set(phrases.held_back)
    return !words(text).contains { held.contains(Self.key($0)) }
  }

  /// Whether it speaks of somebody to others, as one would not to them.
  func speaksOfSomebody(_ text: String) -> Bool {
    let third = Set(phrases.third_person)
    return words(text).contains { third.contains(Self.key($0)) }
  }

  /// The first sentence, without the sign at its end; where it is long, its part up to a comma.
  private func firstThought(_ answer: String) -> String? {
    let line = words(answer).joined(separator: " ")
    var end = line.endIndex
    for index in line.indices where ".!?;".contains(line[index]) {
      let next = line.index(after: index)
      guard next == line.endIndex || line[next].isWhitespace else { continue }
      end = line[index] == "?" ? next : index
      break
    }
    var thought = String(line[..<end]).trimmingCharacters(in: .whitespaces)
    while let last = thought.last, ",;:–—-".contains(last) { thought.removeLast() }
    if words(thought).count > phrases.most_words,
      let comma = thought.indices.last(where: {
        thought[$0] == "," && words(String(thought[..<$0])).count <= phrases.most_words
      })
    {
      thought = String(thought[..<comma])
    }
    return thought.contains(where: \.isLetter) ? thought : nil
  }

  // MARK: - The smallest message

  /// The smallest message without its greeting and its end; `nil` where it is too thin, or speaks of somebody else.
  ///
  /// - Parameter others: the given names of people whom it is not written to.
  func heart(of message: String, others: Set<String>) -> String? {
    var lines = message.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
    // An end has a line of its own, and a name may stand under it.
    if let end = lines.lastIndex(where: { phrases.ends.contains(Self.key($0)) }), end > 0 {
      lines.removeSubrange(end...)
    }
    var text = withoutEnd(lines.joined(separator: " "))
    if let comma = text.firstIndex(where: { ",:!".contains($0) || $0 == "–" }),
      isGreeting(text[..<comma])
    {
      // What is written to one person is not sent to another.
      let greeted = words(String(text[..<comma])).map(Self.key)
      guard !greeted.contains(where: others.contains) else { return nil }
      text = String(text[comma...].drop { !$0.isLetter && !$0.isNumber && !"“\"(".contains($0) })
    }
    text = tidied(text.trimmingCharacters(in: .whitespaces))
    let tokens = words(text)
    guard tokens.count >= phrases.fewest_words, isSendable(text),
      !tokens.contains(where: { others.contains(Self.key($0)) })
    else { return nil }
    return text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  /// Without an end that stands on the line of the last sentence: “… a job? Kind regards, Wilma”.
  private func withoutEnd(_ text: String) -> String {
    for index in text.indices.reversed() where ".!?".contains(text[index]) {
      let rest = text[text.index(after: index)...]
      guard words(String(rest)).count <= 8 else { break }
      let end = rest.prefix { !",.!".contains($0) }
      if phrases.ends.contains(Self.key(end.trimmingCharacters(in: .whitespaces))) {
        return String(text[...index])
      }
    }
    return text
  }

  /// With a capital where a sentence begins, and where somebody speaks of themselves, as one writes to others.
  private func tidied(_ text: String) -> String {
    var tidied = ""
    var begins = true
    for word in words(text) {
      let isOneself = phrases.oneself.contains(Self.key(word))
      tidied += (tidied.isEmpty ? "" : " ") + (begins || isOneself ? Self.capitalized(word) : word)
      begins =
        ".!?".contains(word.last ?? " ") && !phrases.abbreviations.contains(word.lowercased())
    }
    return tidied
  }

  private func isGreeting(_ text: Substring) -> Bool {
    let key = Self.key(String(text))
    return words(String(text)).count <= 5
      && phrases.greetings.contains { key == $0 || key.hasPrefix($0 + " ") }
  }

  /// Whether a message asks for a talk by itself.
  func asks(_ text: String) -> Bool {
    let asks = Set(phrases.asks)
    return words(text).contains { asks.contains(Self.key($0)) }
  }

  /// How long somebody asks for, as they have put it.
  func time(in text: String) -> String? {
    for pattern in phrases.times {
      guard let expression = try? Regex<AnyRegexOutput>(pattern).ignoresCase(),
        let match = text.firstMatch(of: expression)
      else { continue }
      return text[match.range].lowercased()
    }
    return nil
  }

  func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// A word without case, and without the signs around it.
  static func key(_ text: String) -> String {
    text.lowercased().replacingOccurrences(of: "’", with: "'")
      .trimmingCharacters(in: CharacterSet(charactersIn: ".,;:!?()“”\"-–"))
  }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func lowered(_ text: String) -> String {
    text.dropFirst().first?.isUppercase == true
      ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
