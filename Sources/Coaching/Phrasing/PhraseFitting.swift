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

  private func lowered(_ thought: String) -> String {
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

  // MARK: - The smallest message

  /// A message by its parts.
  struct MessageParts {
    /// What it was begun with: “Dear Dr. Lopez”, or empty.
    var greeting = ""
    /// Without its greeting and its end.
    var text = ""
    /// Whether it says what one would write, and is not written as one would send it.
    var isPlan = false
  }

  /// The words that greetings begin with, each by itself.
  var greetingWords: Set<String> {
    Set((phrases.greetings + phrases.greeted_anybody).flatMap(words).map(Self.key))
  }

  /// Takes a message apart.
  ///
  /// - Parameters:
  ///   - signature: the name that may stand under it.
  ///   - isName: whether what stands before a comma is somebody's name.
  func parts(of message: String, signature: String?, isName: (String) -> Bool) -> MessageParts {
    var lines = message.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
    // An end has a line of its own, and a name may stand under it.
    if let end = lines.lastIndex(where: { phrases.ends.contains(Self.key($0)) }), end > 0 {
      lines.removeSubrange(end...)
    }
    var parts = MessageParts()
    parts.text = withoutEnd(lines.joined(separator: " "), signature: signature)
    // “Dear Tom, Tom, would you …” greets twice.
    for _ in 0..<2 {
      guard let comma = parts.text.firstIndex(where: { ",:!".contains($0) || $0 == "–" }),
        isGreeting(parts.text[..<comma]) || isName(String(parts.text[..<comma]))
      else { break }
      parts.greeting += (parts.greeting.isEmpty ? "" : " ") + parts.text[..<comma]
      parts.text = String(
        parts.text[comma...].drop { !$0.isLetter && !$0.isNumber && !"“\"(".contains($0) })
    }
    parts.text = parts.text.trimmingCharacters(in: .whitespaces)
    let begins = words(parts.text).prefix(5).map(Self.key).joined(separator: " ") + " "
    // Whoever is spoken to is written to.
    let isSpokenTo = words(parts.text).contains { word in
      phrases.addresses.contains(word.trimmingCharacters(in: .punctuationCharacters))
    }
    parts.isPlan = !isSpokenTo && phrases.plans.contains { begins.hasPrefix($0 + " ") }
    return parts
  }

  /// What of a message can be sent; `nil` where it is too thin, or nothing that one would send.
  ///
  /// - Parameters:
  ///   - isPlan: whether it says what one would write; what is asked for in it is left then.
  ///   - isAddressed: whether it was written to somebody by their name, and so may be short.
  func heart(_ message: String, isPlan: Bool, isAddressed: Bool) -> String? {
    guard let message = isPlan ? request(in: message) : message else { return nil }
    let text = asked(tidied(message))
    let fewest = isAddressed && asks(text) ? 3 : phrases.fewest_words
    guard words(text).count >= fewest, isSendable(text) else { return nil }
    return text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  /// “Ten minutes about the choir”, where somebody would ask for that.
  private func request(in plan: String) -> String? {
    guard let match = timeMatch(in: plan) else { return nil }
    let subject = words(String(plan[match.upperBound...])).first.map(Self.key) ?? ""
    guard phrases.subjects.contains(subject) else { return nil }
    let sentence = plan[match.lowerBound...].prefix { !".!?".contains($0) }
    return String(sentence)
  }

  /// Without an end that stands on the line of the last sentence: “… a job? Kind regards, Wilma”, “… a job? Wilma”.
  private func withoutEnd(_ text: String, signature: String?) -> String {
    let names = Set(words(signature ?? "").map(Self.key))
    for index in text.indices.reversed() where ".!?".contains(text[index]) {
      let rest = text[text.index(after: index)...]
      let last = words(String(rest)).map(Self.key)
      guard last.count <= 8 else { break }
      let end = rest.prefix { !",.!".contains($0) }
      let isSignature = !last.isEmpty && last.allSatisfy { names.contains($0) || $0.isEmpty }
      if isSignature || phrases.ends.contains(Self.key(end.trimmingCharacters(in: .whitespaces))) {
        return String(text[...index])
      }
    }
    return text
  }

  /// With a capital where a sentence begins, and where somebody speaks of themselves, as one writes to others.
  private func tidied(_ text: String) -> String {
    var tidied = ""
    var begins = true
    for word in withSubjects(words(text)) {
      let word = written(word)
      let isOneself = phrases.oneself.contains(Self.key(word))
      tidied += (tidied.isEmpty ? "" : " ") + (begins || isOneself ? Self.capitalized(word) : word)
      begins =
        ".!?".contains(word.last ?? " ") && !phrases.abbreviations.contains(word.lowercased())
    }
    return tidied
  }

  /// A word of a time as it is written, such as “Minuten” for “minuten”; any other as it is.
  private func written(_ word: String) -> String {
    let bare = word.prefix { $0.isLetter }
    guard let time = phrases.time_words[bare.lowercased()], !time.contains(" ") else { return word }
    return time + word.dropFirst(bare.count)
  }

  /// Words of sentences that each have a subject: “saw your map” is “I saw your map”.
  private func withSubjects(_ words: [String]) -> [String] {
    var rest = words[...]
    var filled: [String] = []
    var begins = true
    while let word = rest.first {
      if begins, let (saying, count) = subjectless(rest) {
        filled += saying
        rest.removeFirst(count)
        begins = false
        continue
      }
      filled.append(word)
      rest.removeFirst()
      begins =
        ".!?".contains(word.last ?? " ") && !phrases.abbreviations.contains(word.lowercased())
    }
    return filled
  }

  /// What a beginning without a subject is with one, and of how many words it was; `nil` where it is a question.
  private func subjectless(_ words: ArraySlice<String>) -> (saying: [String], count: Int)? {
    let sentence = words.prefix { !".!?".contains($0.last ?? " ") }
    let end = words.dropFirst(sentence.count).first
    guard end?.hasSuffix("?") != true else { return nil }
    for count in [2, 1] where words.count > count {
      let key = words.prefix(count).map(Self.key).joined(separator: " ")
      guard words.prefix(count).allSatisfy({ $0.last?.isLetter == true }),
        let saying = phrases.subjectless[key]
      else { continue }
      return (self.words(saying), count)
    }
    return nil
  }

  /// A request that was written as a note, as one asks: “20 minutes on how you came to the railway?”
  private func asked(_ text: String) -> String {
    guard let match = timeMatch(in: text), match.lowerBound == text.startIndex else { return text }
    let first = text.prefix { !".!?".contains($0) }
    let end = text.dropFirst(first.count).first == "!" ? "!" : "?"
    return
      "\(phrases.time_lead) \(Self.lowered(String(first)))\(end)\(text.dropFirst(first.count + 1))"
  }

  private func isGreeting(_ text: Substring) -> Bool {
    let key = Self.key(String(text))
    return words(String(text)).count <= 5
      && phrases.greetings.contains { key == $0 || key.hasPrefix($0 + " ") }
  }

  /// Whether a message asks for a talk by itself.
  func asks(_ text: String) -> Bool {
    let asks = Set(phrases.asks)
    if words(text).contains(where: { asks.contains(Self.key($0)) }) { return true }
    return text.split(separator: "?").dropLast(text.hasSuffix("?") ? 0 : 1).contains { part in
      let sentence = part.split { ".!".contains($0) }.last.map(String.init) ?? ""
      let begins = words(sentence).prefix(3).map(Self.key).joined(separator: " ") + " "
      return phrases.asks_begin.contains { begins.hasPrefix($0 + " ") }
    }
  }

  /// Whether somebody is spoken to as one speaks to those one knows well, as “du” does.
  func isFamiliar(_ text: String) -> Bool {
    let tokens = words(text).map(Self.key)
    return tokens.contains(where: phrases.familiar.contains)
  }

  /// A name under a message, without what only leads to it: “my name is Gita”.
  func signature(_ typed: String) -> String {
    var rest = words(typed)[...]
    func leads(_ count: Int) -> Bool {
      rest.count > count
        && phrases.signature_leads.contains(rest.prefix(count).map(Self.key).joined(separator: " "))
    }
    while let count = [4, 3, 2, 1].first(where: leads) { rest.removeFirst(count) }
    return rest.joined(separator: " ").trimmingCharacters(
      in: CharacterSet(charactersIn: "“”„\"'‘’, "))
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

  private func timeMatch(in text: String) -> Range<String.Index>? {
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

  private static func lowered(_ text: String) -> String {
    text.dropFirst().first?.isUppercase == true
      ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
