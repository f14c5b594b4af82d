import Foundation

/// What a word is, where somebody is spoken of.
extension PersonReader {
  func isNobody(_ text: String) -> Bool {
    words.nobody.contains(PersonWords.key(text))
  }

  func isDeterminer(_ token: String) -> Bool {
    words.determiners.contains(PersonWords.key(token)) && !isTitle(token)
  }

  /// “Ben's boss” is not Ben.
  func isOfAnother(_ token: String) -> Bool {
    ["'s", "’s", "s'", "s’"].contains { token.hasSuffix($0) } && token.count > 3
      && !words.openings.contains(PersonWords.key(token))
  }

  func isRole(_ token: String) -> Bool {
    let key = PersonWords.key(token)
    return words.roles.contains(key)
      || words.roleEndings.contains { key.count > $0.count && key.hasSuffix($0) }
  }

  func isTitle(_ token: String) -> Bool {
    words.titleForms[token] != nil || words.titles.contains(PersonWords.key(token))
  }

  /// “Uncle” before a name.
  func isKinTitle(_ token: String) -> Bool {
    isCapital(token) && words.kinTitles.contains(PersonWords.key(token))
  }

  /// “Ben's boss” and “Dr Who's colleague” are neither Ben nor Dr Who.
  func beginWithAnother(_ tokens: [String]) -> Bool {
    tokens.drop { isTitle($0) && !isOfAnother($0) }.first.map(isOfAnother) ?? false
  }

  func isTitlePart(_ token: String) -> Bool {
    words.titleParts.contains(PersonWords.key(token))
  }

  func isParticle(_ token: String) -> Bool { words.particles.contains(PersonWords.key(token)) }

  func isGiven(_ token: String) -> Bool { words.givenNames.contains(PersonWords.key(token)) }

  func isPreposition(_ token: String) -> Bool {
    words.prepositions.contains(PersonWords.key(token))
  }

  func isCapital(_ token: String) -> Bool { token.first?.isUppercase == true }

  /// “ICU” and “JP” stand for something, and “SCHULZE” and “ANA” are names in capitals.
  func isAcronym(_ token: String) -> Bool {
    let letters = token.filter(\.isLetter)
    return (2...4).contains(letters.count) && letters.allSatisfy(\.isUppercase) && !isGiven(token)
  }

  /// An address is no name.
  func isAddress(_ token: String) -> Bool {
    token.contains("@") || token.contains("://") || token.lowercased().hasPrefix("www.")
  }

  /// Whether a name ends before a word: when it was, how it went, or what somebody is.
  func endsName(_ token: String) -> Bool {
    let key = PersonWords.key(token)
    return words.trailing.contains(key) || words.saidSo.contains(key)
      || words.relatives.contains(key) || words.prepositions.contains(key) && !isParticle(token)
      || isDeterminer(token) && !isParticle(token) || !token.contains(where: \.isLetter)
  }
}
