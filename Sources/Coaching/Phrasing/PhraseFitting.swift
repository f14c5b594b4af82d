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
    guard let thought = firstThought(withoutLead(answer)).flatMap(sendable) else { return nil }
    guard words(thought).count <= phrases.most_words,
      !phrases.says_nothing.contains(Self.key(thought))
    else { return nil }
    return formed(thought)
  }

  /// A thought as it fits into a sentence, by how it begins.
  func formed(_ thought: String) -> (form: Form, text: String)? {
    let tokens = words(thought)
    guard let first = tokens.first else { return nil }
    let key = Self.key(first)
    if thought.hasSuffix("?") {
      return asClause(tokens).map { (.clause, $0) } ?? (.question, Self.capitalized(thought))
    }
    if phrases.first_person.contains(key) {
      return (
        .sentence, (key == "i" ? "I" : Self.capitalized(first)) + thought.dropFirst(first.count)
      )
    }
    if phrases.clauses.contains(key) { return (.clause, Self.lowered(thought)) }
    if key == "to", tokens.count > 1 {
      return (.verb, tokens.dropFirst().joined(separator: " "))
    }
    if isDoing(first) { return (.doing, lowered(thought)) }
    if phrases.verbs.contains(key) || endsInInfinitive(tokens) { return (.verb, lowered(thought)) }
    return (.noun, thought)
  }

  /// A question that is a note, as a clause: “part time possible?” is “whether part time would be possible”.
  private func asClause(_ tokens: [String]) -> String? {
    guard tokens.count > 1, let last = tokens.last, let first = tokens.first,
      let clause = phrases.noted_questions[Self.key(last)],
      !phrases.clauses.contains(Self.key(first)),
      !phrases.asks_verbs.contains(Self.key(first))
    else { return nil }
    return clause.replacing("{}", with: lowered(tokens.dropLast().joined(separator: " ")))
  }

  /// Whether a word is something that one does, such as “mending”.
  private func isDoing(_ word: String) -> Bool {
    let key = Self.key(word)
    let ending = phrases.doing_ending
    return !ending.isEmpty && key.hasSuffix(ending) && key.count > 4
      && !phrases.not_doing.contains(key)
  }

  /// What somebody does, as it was said, in a language, without what only leads to it.
  static func plain(_ answer: String, in language: String) -> String {
    guard let phrases = MessageBook.book(in: language).phrases else { return answer }
    return PhraseFitting(phrases: phrases).withoutLead(answer)
  }

  /// The same with its form: how it fits into a sentence.
  static func formed(_ answer: String, in language: String) -> (form: Form, text: String) {
    guard let phrases = MessageBook.book(in: language).phrases else { return (.noun, answer) }
    let fitting = PhraseFitting(phrases: phrases)
    let plain = fitting.withoutLead(answer)
    return fitting.formed(plain) ?? (.noun, plain)
  }

  /// An answer without what only leads to it: “Well, I suppose I'd be running a small kitchen”.
  private func withoutLead(_ answer: String) -> String {
    var rest = words(answer)[...]
    func starts(_ leads: [String], _ count: Int) -> Bool {
      rest.count > count && leads.contains(rest.prefix(count).map(Self.key).joined(separator: " "))
    }
    while let count = [4, 3, 2, 1].first(where: { starts(phrases.fillers, $0) }) {
      rest.removeFirst(count)
    }
    if let count = (1...6).reversed().first(where: { starts(phrases.leads_to_doing, $0) }),
      rest.dropFirst(count).first.map(isDoing) == true
    {
      rest.removeFirst(count)
    }
    if let count = (1...8).reversed().first(where: { starts(phrases.leads_to_verb, $0) }) {
      rest.removeFirst(count)
    }
    return rest.joined(separator: " ")
  }

  /// A thought up to where it is better kept to oneself; `nil` where nothing is left of it.
  private func sendable(_ thought: String) -> String? {
    guard !isSendable(thought) else { return thought }
    let tokens = words(thought)
    return tokens.indices.reversed().lazy.filter { place in
      place >= 3
        && (phrases.may_end_before.contains(Self.key(tokens[place]))
          || tokens[place - 1].hasSuffix(","))
    }.map { Self.ended(tokens[..<$0]) }.first(where: isSendable)
  }

  private static func ended(_ tokens: ArraySlice<String>) -> String {
    var text = tokens.joined(separator: " ")
    while let last = text.last, ",;:–—-…".contains(last) || last.isWhitespace { text.removeLast() }
    return text
  }

  /// Whether it says what one would do by its last word, as languages do whose verbs come last.
  private func endsInInfinitive(_ tokens: [String]) -> Bool {
    guard let last = tokens.last, last.count > 3, last.first?.isLowercase == true else {
      return false
    }
    return phrases.infinitive_endings.contains { last.hasSuffix($0) }
  }

  func lowered(_ thought: String) -> String {
    phrases.keeps_capitals ? thought : Self.lowered(thought)
  }

  /// Whether nothing in it is better kept to oneself.
  func isSendable(_ text: String) -> Bool {
    let said = " \(words(text).map(Self.key).joined(separator: " ")) "
    return !phrases.held_back.contains { said.contains(" \($0) ") }
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
    thought = Self.ended(words(thought)[...])
    if words(thought).count > phrases.most_words,
      let comma = thought.indices.last(where: {
        thought[$0] == "," && words(String(thought[..<$0])).count <= phrases.most_words
      })
    {
      thought = String(thought[..<comma])
    }
    thought = withoutSecondThought(thought)
    return thought.contains(where: \.isLetter) ? thought : nil
  }

  /// A thought without the next one that is hung on it: “…, so I would decide who works where”.
  private func withoutSecondThought(_ thought: String) -> String {
    let tokens = words(thought)
    let isClause = tokens.first.map { phrases.clauses.contains(Self.key($0)) } ?? false
    for place in tokens.indices.dropFirst(3) {
      for count in [2, 1] where place + count < tokens.count {
        let key = tokens[place..<(place + count)].map(Self.key).joined(separator: " ")
        // “and if” goes on with “whether”, and stands without a comma.
        let isJoined = count == 2 ? isClause : tokens[place - 1].hasSuffix(",")
        if isJoined, phrases.second_thoughts.contains(key) { return Self.ended(tokens[..<place]) }
      }
    }
    return thought
  }

  /// Somebody whom one writes to, in the case that this takes: “Herrn Kranz”.
  func written(to name: String) -> String {
    let tokens = words(name)
    guard let first = tokens.first, let object = phrases.objects[first] else { return name }
    return ([object] + tokens.dropFirst()).joined(separator: " ")
  }

  /// Whether something that was said since speaks of the same: of a longer word in both.
  func speaks(_ later: [String], of open: String) -> Bool {
    func telling(_ text: String) -> Set<String> {
      Set(words(text).map(Self.key).filter { $0.count > 5 && !phrases.says_little.contains($0) })
    }
    let said = telling(open)
    return later.contains { !telling($0).isDisjoint(with: said) }
  }

  /// How long somebody asks for, as they have put it.
  func time(in text: String) -> String? {
    guard let match = timeMatch(in: text) else { return nil }
    let typed = text[match].lowercased()
    if let whole = phrases.time_words[typed] { return whole }
    return words(typed).map { phrases.time_words[$0] ?? $0 }.joined(separator: " ")
  }

  func timeMatch(in text: String) -> Range<String.Index>? {
    phrases.times.lazy.compactMap { Self.match($0, in: text)?.range }.first
  }

  /// Where somebody wants to talk, such as “on the phone”.
  func way(in text: String) -> String? {
    phrases.ways.first { Self.match($0.typed, in: text) != nil }?.written
  }

  /// What somebody is known for, as it was said of them: “paper on night shifts”.
  func work(in text: String) -> String? {
    guard
      let found = phrases.works.lazy.compactMap({ Self.match($0, in: text) }).first,
      found.count > 1, let words = found[1].substring
    else { return nil }
    let work = words.trimmingCharacters(in: .whitespaces)
    return isSendable(work) && self.words(work).count <= phrases.most_words ? work : nil
  }

  private static func match(_ pattern: String, in text: String) -> Regex<AnyRegexOutput>.Match? {
    guard let expression = try? Regex<AnyRegexOutput>(pattern).ignoresCase() else { return nil }
    return text.firstMatch(of: expression)
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

  static func lowered(_ text: String) -> String {
    text.dropFirst().first?.isUppercase == true
      ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
