import Foundation

/// Reading one person out of words that speak of one.
extension PersonReader {
  /// Who it is; `nil` where it is nobody.
  func person(_ typed: [String]) -> NamedPerson? {
    let (plain, aside) = withoutAsides(typed)
    guard plain.contains(where: { $0.contains(where: \.isLetter) }) else {
      return aside.first.map { NamedPerson(name: $0, note: nil, isNamed: false) }
    }
    let text = plain.joined(separator: " ")
    guard !isNobody(text) else { return nil }
    if let rest = behindNobody(plain) { return rest.isEmpty ? nil : person(rest) }
    guard let person = named(plain) else {
      return NamedPerson(name: text, note: Self.joined(aside), isNamed: false)
    }
    let notes = [person.note].compactMap(\.self) + aside
    return NamedPerson(name: person.name, note: Self.joined(notes), isNamed: person.isNamed)
  }

  private static func joined(_ notes: [String]) -> String? {
    notes.isEmpty ? nil : notes.joined(separator: ", ")
  }

  /// Words apart from what stands in brackets, and from addresses.
  private func withoutAsides(_ typed: [String]) -> (plain: [String], aside: [String]) {
    let text = typed.joined(separator: " ")
    let brackets = text.matches(of: /[(\[]([^()\[\]]*)[)\]]/).map { String($0.1) }
    let plain = tokens(text.replacing(/[(\[][^()\[\]]*[)\]]/, with: " ")).map { token in
      token.trimmingCharacters(in: CharacterSet(charactersIn: "()[]“”\"„<>:"))
    }.filter { !$0.isEmpty }
    let addresses = plain.filter(isAddress)
    let asides = addresses + brackets.map { $0.trimmingCharacters(in: .whitespaces) }
    return (plain.filter { !isAddress($0) }, asides.filter { !$0.isEmpty })
  }

  /// What stands behind “nobody but”: nothing where nobody is all; `nil` where it does not begin so.
  private func behindNobody(_ tokens: [String]) -> [String]? {
    let keys = tokens.map(PersonWords.key)
    let begins = (1...4).contains { count in
      count <= keys.count && words.nobodyBegins.contains(keys.prefix(count).joined(separator: " "))
    }
    guard begins else { return nil }
    for start in keys.indices.dropFirst() {
      for count in [2, 1] where start + count < keys.count {
        if words.but.contains(keys[start..<(start + count)].joined(separator: " ")) {
          return Array(tokens[(start + count)...])
        }
      }
    }
    return []
  }

  /// Somebody by their name, with who they are; `nil` where there is none.
  private func named(_ typed: [String]) -> NamedPerson? {
    let tokens = typed.map { words.titleForms[$0] ?? $0 }
    guard let first = tokens.first else { return nil }
    if isDeterminer(first) { return described(tokens) }
    if words.pronouns.contains(PersonWords.key(first)) { return inSentence(tokens) }
    if beginWithAnother(tokens), tokens.count > 1 { return described(tokens) }
    if isKinTitle(first), let next = tokens.dropFirst().first, mayBegin(next), !isTitle(next) {
      return byName(tokens, from: 1)
    }
    if isRole(first), !isTitle(first) || first.first?.isLowercase == true {
      return behindRole(tokens)
    }
    return byName(tokens)
  }

  // MARK: - Names in front

  /// “Rosa Beispiel from accounting”, “Dr. med. Ana Lopez”, “radka”.
  ///
  /// - Parameter start: how many words before belong to the name in any case.
  private func byName(_ tokens: [String], from start: Int = 0) -> NamedPerson? {
    let isTitled = isTitle(tokens[0])
    var name = Array(
      tokens.prefix(start)
        + tokens.dropFirst(start).prefix { token in
          isTitle(token) || isTitlePart(token) || isParticle(token)
            || isCapital(token) && !endsName(token) && (isTitled || !isRole(token))
        })
    while let last = name.last, isRole(last) || words.postnominals.contains(PersonWords.key(last)),
      name.dropLast().contains(where: isOfName)
    {
      name.removeLast()
    }
    while let last = name.last, isParticle(last), name.count > 1 { name.removeLast() }
    // “Dr. kline”
    if !name.contains(where: isOfName), let next = tokens.dropFirst(name.count).first,
      !name.isEmpty, !endsName(next), !isRole(next),
      !words.joining.contains(PersonWords.key(next))
    {
      name.append(Self.capitalized(next))
    }
    guard name.contains(where: isOfName), name.contains(where: isCapital) else {
      return inSmallLetters(tokens)
    }
    if name.count == 1, isAcronym(name[0]) { return nil }
    let rest = Array(tokens.dropFirst(name.count))
    guard !isDescription(name, rest) else { return nil }
    let written = name.map { isTitle($0) ? Self.capitalized($0) : $0 }
    return NamedPerson(name: written.joined(separator: " "), note: note(rest), isNamed: true)
  }

  /// “Charge nurse on my ward” is somebody described, with a capital at its beginning.
  private func isDescription(_ name: [String], _ rest: [String]) -> Bool {
    guard name.count == 1, !isGiven(name[0]) else { return false }
    let near = rest.prefix { !endsName($0) }
    return near.contains { isRole($0) && !words.postnominals.contains(PersonWords.key($0)) }
  }

  /// A name that was typed without a capital.
  private func inSmallLetters(_ tokens: [String]) -> NamedPerson? {
    let name = Array(tokens.prefix { !endsName($0) || isParticle($0) })
    guard !name.contains(where: { isRole($0) && !isTitle($0) }), (1...3).contains(name.count),
      name.contains(where: isOfName)
    else { return nil }
    let written = name.map { isParticle($0) || isTitlePart($0) ? $0 : Self.capitalized($0) }
    return NamedPerson(
      name: written.joined(separator: " "), note: note(Array(tokens.dropFirst(name.count))),
      isNamed: true)
  }

  /// Whether a word is of the name itself, and no title or particle.
  private func isOfName(_ token: String) -> Bool {
    !isTitle(token) && !isTitlePart(token) && !isParticle(token)
      && token.contains(where: \.isLetter)
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private func note(_ tokens: [String]) -> String? {
    let text = tokens.joined(separator: " ")
      .trimmingCharacters(in: CharacterSet(charactersIn: "()[]–—-: "))
    return text.isEmpty ? nil : text
  }

  // MARK: - Names behind what somebody is

  /// Words that can be a name together, and where they begin.
  private func run(in tokens: [String], from start: Int) -> Range<Int>? {
    var index = start
    while index < tokens.count {
      guard mayBegin(tokens[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < tokens.count, mayBegin(tokens[end]) || isParticle(tokens[end]) { end += 1 }
      while end > index + 1, isParticle(tokens[end - 1]) { end -= 1 }
      if tokens[index..<end].contains(where: isOfName) { return index..<end }
      index = end
    }
    return nil
  }

  func mayBegin(_ token: String) -> Bool {
    // “my sister Lena” has a sister, and “Sister Lena” is one.
    isTitle(token) && (isCapital(token) || !isRole(token))
      || isCapital(token) && !isRole(token) && !isAcronym(token) && !isPreposition(token)
        && !words.relatives.contains(PersonWords.key(token))
  }

  private func isPlainName(_ token: String) -> Bool { isTitle(token) || isGiven(token) }

  /// “my brother in law Tom”, “mein Schwager Tom”; none of “my lead at Siemens”, “die Chefin vom Landrat”.
  private func described(_ tokens: [String]) -> NamedPerson? {
    let determiner = PersonWords.key(tokens[0])
    let isArticle = words.articles.contains(determiner)
    let hasNouns = words.nounDeterminers.contains(determiner)
    var start = 1
    if hasNouns {
      // Adjectives, and the noun that says what they are; “meine Frau Petra” has one, and “die Frau Brandl” none.
      while start < tokens.count, !isCapital(tokens[start]) { start += 1 }
      let isTitled =
        start < tokens.count && (isArticle ? isPlainName(tokens[start]) : isGiven(tokens[start]))
      if start < tokens.count, !isTitled { start += 1 }
    }
    while let run = run(in: tokens, from: start) {
      let before = tokens[run.lowerBound - 1]
      let isSaid = tokens[..<run.lowerBound].contains {
        words.relatives.contains(PersonWords.key($0))
      }
      let isDirect = run.lowerBound == 1
      // “the two Schmidts” are greeted by no name.
      let isCounted = words.countings.contains(PersonWords.key(before))
      let needsPlainName = isArticle && hasNouns || isDirect
      let isIn = isPreposition(before) || run.lowerBound > 1 && isDeterminer(before) && !isDirect
      if !isSaid, !isIn, !isCounted, !needsPlainName || isPlainName(tokens[run.lowerBound]) {
        return split(tokens, at: run)
      }
      start = run.upperBound
    }
    return nil
  }

  /// “manager Tom Beispiel”: only what is plainly a name.
  private func behindRole(_ tokens: [String]) -> NamedPerson? {
    guard let run = run(in: tokens, from: 1), isPlainName(tokens[run.lowerBound]),
      !isPreposition(tokens[run.lowerBound - 1])
    else { return nil }
    return split(tokens, at: run)
  }

  /// “I once had lunch with Maria”: only what is plainly a name.
  private func inSentence(_ tokens: [String]) -> NamedPerson? {
    var start = 1
    while let run = run(in: tokens, from: start) {
      let isCalled = words.called.contains(PersonWords.key(tokens[run.lowerBound - 1]))
      if isCalled || isPlainName(tokens[run.lowerBound]) { return split(tokens, at: run) }
      start = run.upperBound
    }
    return nil
  }

  private func split(_ tokens: [String], at run: Range<Int>) -> NamedPerson {
    // “die Petra” says nothing of her.
    let before = run == 1..<tokens.count && isDeterminer(tokens[0]) ? [] : tokens[..<run.lowerBound]
    let others = [Array(before), Array(tokens[run.upperBound...])].compactMap(note)
    return NamedPerson(
      name: tokens[run].joined(separator: " "), note: Self.joined(others), isNamed: true)
  }
}
