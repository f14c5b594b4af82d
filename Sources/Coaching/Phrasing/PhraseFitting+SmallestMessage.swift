import Foundation

// The smallest message that somebody would send: what of it is a greeting, an end and a request.

extension PhraseFitting {
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
}
