import Foundation

/// What somebody means who answers a question for a number in their own words: `about 4`, `2-3`, `a month`.
///
/// Nothing is dropped but what hedges, or what the question itself says: “4 people” is 4 where it asks for
/// people, and something more anywhere else.
struct LooseNumber {
  /// What was understood.
  enum Meaning: Equatable {
    /// A number and nothing besides; several where it can be read in several ways.
    case number([Double])
    /// A number, and something besides that would not be kept.
    case moreThan([Double])
    /// Roughly one of these.
    case roughly([Double])
    /// Something between two numbers.
    case range(Double, Double)
    /// So much out of so many.
    case outOf(Double, Double)
    /// Several numbers.
    case several([Double])
    /// As good as none.
    case nothing
    case none
  }

  /// What was understood.
  let meaning: Meaning
  /// The unit of time in which the question wants its answer, as it says it.
  let unit: String?
  /// The same as what it is.
  let wanted: TimeUnit?

  /// Longer texts are not looked at.
  static let longest = 200

  /// - Parameter question: the question that is answered, which may name what it counts.
  init(_ typed: String, question: String, in language: SpokenLanguage) {
    guard typed.utf8.count <= Self.longest else {
      (meaning, unit, wanted) = (.none, nil, nil)
      return
    }
    let reading = NumberReading(
      language: language, asked: SpokenToken.tokens(of: question))
    meaning = reading.meaning(of: SpokenToken.tokens(of: typed))
    unit = reading.wanted.map { Self.written($0.word, in: question) }
    wanted = reading.wanted?.unit
  }
}

extension LooseNumber {
  /// Numbers without those that stand there already.
  static func distinct(_ numbers: [Double]) -> [Double] {
    numbers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A word of the question as it is written there, with its capital and its accents.
  fileprivate static func written(_ word: String, in question: String) -> String {
    question.split { !$0.isLetter }.map(String.init).first { Words.folded($0) == word } ?? word
  }
}

/// One reading of an answer over its question.
private struct NumberReading {
  let language: SpokenLanguage
  /// The words of the question.
  let asked: [SpokenToken]
  let wanted: (unit: TimeUnit, word: String)?
  private let askedStems: Set<String>

  /// A piece of an answer: a number with its unit of time, or anything else.
  private enum Piece {
    case number(Quantity)
    case token(SpokenToken)

    var number: Quantity? { if case .number(let quantity) = self { quantity } else { nil } }
    var token: SpokenToken? { if case .token(let token) = self { token } else { nil } }
  }

  private struct Quantity {
    var readings: [Double]
    var isRough = false
    var unit: TimeUnit?
  }

  init(language: SpokenLanguage, asked: [SpokenToken]) {
    self.language = language
    self.asked = asked
    askedStems = Set(asked.compactMap(\.word).map(Self.stem))
    wanted =
      asked.indices.lazy.compactMap { index in
        language.units.match(asked[index...]).map { ($0.meaning, asked[index].text) }
      }.first
  }

  func meaning(of tokens: [SpokenToken]) -> LooseNumber.Meaning {
    guard !tokens.contains(where: Self.isUnreadable) else { return .none }
    guard language.nothing.whole(tokens) == nil,
      language.nothing.whole(withoutSilence(tokens)) == nil
    else { return .nothing }
    let pieces = pieces(of: tokens)
    let numbers = pieces.compactMap(\.number)
    if numbers.count == 2, let pair = pair(pieces, numbers) { return pair }
    guard let number = numbers.first else { return .none }
    guard numbers.count == 1 else {
      return .several(LooseNumber.distinct(numbers.flatMap(\.readings)))
    }
    let others = pieces.compactMap(\.token)
    let converted = converted(number)
    guard withoutSilence(others).isEmpty, let converted else {
      return .moreThan(converted?.counts ?? number.readings)
    }
    return converted.isExact && !number.isRough
      ? .number(converted.counts) : .roughly(converted.counts)
  }

  // MARK: - Pieces

  private func pieces(of tokens: [SpokenToken]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < tokens.count {
      if let aside = language.asides.match(tokens[index...]) {
        // It says more than a number, of which nothing is made.
        pieces += tokens[index..<(index + aside.count)].map(Piece.token)
        index += aside.count
        continue
      }
      guard !isArticle(tokens[index...]), let found = number(tokens[index...], after: pieces)
      else {
        pieces.append(.token(tokens[index]))
        index += 1
        continue
      }
      index += found.count
      var quantity = found.quantity
      if let unit = unit(tokens[index...], of: quantity) {
        quantity.unit = unit.meaning
        index += unit.count
        // “a year and a half”
        if let part = language.numbers.andAPart(tokens[index...]) {
          quantity.readings = quantity.readings.map { $0 + part.value }
          index += part.count
        }
      }
      pieces.append(.number(quantity))
    }
    return pieces
  }

  /// Whether a word of one is an article here: “eine glatte Vier”.
  private func isArticle(_ tokens: ArraySlice<SpokenToken>) -> Bool {
    guard language.numbers.isArticle(tokens.first?.word),
      language.numbers.number(tokens)?.count ?? 1 == 1
    else { return false }
    var rest = tokens.dropFirst()
    while let hedge = language.hedges.match(rest) { rest = rest.dropFirst(hedge.count) }
    // “Ein, zwei Wochen” has two numbers.
    guard rest.count < tokens.count - 1, let behind = language.numbers.number(rest),
      let value = behind.readings.first
    else {
      return false
    }
    return value >= 1 && language.units.match(rest) == nil
  }

  private func number(_ tokens: ArraySlice<SpokenToken>, after pieces: [Piece]) -> (
    quantity: Quantity, count: Int
  )? {
    // Behind a number a dash is no minus, and “a week” is no number of weeks.
    if case .sign? = tokens.first, pieces.last?.number != nil { return nil }
    guard let found = roughly(tokens) ?? exact(tokens) else { return nil }
    let isEach =
      found.quantity.readings == [1] && tokens.first?.word != nil
      && language.units.match(tokens.dropFirst(found.count)) != nil
    return isEach && pieces.contains { $0.number != nil } ? nil : found
  }

  /// The unit behind a number; “half a year” has an article before it.
  private func unit(_ tokens: ArraySlice<SpokenToken>, of quantity: Quantity) -> (
    meaning: TimeUnit, count: Int
  )? {
    if let unit = language.units.match(tokens) { return unit }
    guard let number = quantity.readings.first, number > 0, number < 1,
      let article = language.fillers.match(tokens)
    else { return nil }
    return language.units.match(tokens.dropFirst(article.count)).map {
      ($0.meaning, $0.count + article.count)
    }
  }

  private func exact(_ tokens: ArraySlice<SpokenToken>) -> (quantity: Quantity, count: Int)? {
    language.numbers.number(tokens).map { (Quantity(readings: $0.readings), $0.count) }
  }

  /// “a few”, unless a number follows, as in “some 40”.
  private func roughly(_ tokens: ArraySlice<SpokenToken>) -> (quantity: Quantity, count: Int)? {
    guard let match = language.roughly.match(tokens) else { return nil }
    if language.numbers.number(tokens.dropFirst(match.count)) != nil { return nil }
    return (Quantity(readings: [match.meaning], isRough: true), match.count)
  }

  // MARK: - Two numbers

  private func pair(_ pieces: [Piece], _ numbers: [Quantity]) -> LooseNumber.Meaning? {
    guard let first = pieces.firstIndex(where: { $0.number != nil }),
      let second = pieces.lastIndex(where: { $0.number != nil }),
      let low = numbers[0].readings.first, let high = numbers[1].readings.first
    else { return nil }
    let inner = pieces[pieces.index(after: first)..<second].compactMap(\.token)
    let between = withoutSilence(inner, keeping: true)
    if language.places.outOf.whole(between) != nil, low <= high || between == [.sign("/")] {
      return .outOf(low, high)
    }
    let opening = pieces[..<first].compactMap(\.token)
    let isOpened = language.between.stand(in: opening)
    guard language.to.whole(between) != nil || isOpened && isAnd(between) else { return nil }
    // The unit behind the second number is that of the first.
    let unit = numbers[1].unit ?? numbers[0].unit
    let ends = [low, high].map { value in
      converted(Quantity(readings: [value], unit: unit))?.counts.first ?? value
    }
    guard ends[0] != ends[1] else { return .roughly([ends[0]]) }
    return .range(min(ends[0], ends[1]), max(ends[0], ends[1]))
  }

  private func isAnd(_ tokens: [SpokenToken]) -> Bool {
    language.places.and.whole(tokens) != nil
  }

  // MARK: - What is said besides

  /// A number in the unit that the question wants; `nil` where that unit counts something else.
  private func converted(_ number: Quantity) -> (counts: [Double], isExact: Bool)? {
    guard let unit = number.unit else { return (number.readings, true) }
    guard let wanted else { return nil }
    guard unit != wanted.unit else { return (number.readings, true) }
    guard number.readings.count == 1, let reading = number.readings.first else { return nil }
    return unit.converted(reading, to: wanted.unit)
  }

  /// Tokens without what hedges, what the question says, and what goes with what it asks for.
  ///
  /// - Parameter isStrict: whether words such as “or” and “of” stay.
  private func withoutSilence(_ tokens: [SpokenToken], keeping isStrict: Bool = false)
    -> [SpokenToken]
  {
    var rest: [SpokenToken] = []
    var index = 0
    while index < tokens.count {
      let here = tokens[index...]
      if isStrict, language.to.match(here) != nil || language.places.outOf.match(here) != nil {
        rest.append(tokens[index])
        index += 1
      } else if let count = silence(here) {
        index += count
      } else {
        rest.append(tokens[index])
        index += 1
      }
    }
    return rest
  }

  /// How many tokens at the beginning say nothing of their own; `nil` where there are none.
  private func silence(_ tokens: ArraySlice<SpokenToken>) -> Int? {
    if let hedge = language.hedges.match(tokens) { return hedge.count }
    for kind in [language.money, language.percent] where kind.asked.stand(in: asked) {
      if let match = kind.beside.match(tokens) { return match.count }
    }
    if let word = tokens.first?.word, askedStems.contains(Self.stem(word)) { return 1 }
    if let filler = language.fillers.match(tokens) { return filler.count }
    return nil
  }

  /// A word of which one form counts as the others do: “people's”, “hours” and “hour”.
  private static func stem(_ word: String) -> String {
    var stem = word.replacingOccurrences(of: "'", with: "")
    for ending in ["s", "e", "n"] where stem.count > 3 && stem.hasSuffix(ending) {
      stem.removeLast()
    }
    return stem
  }

  /// Whether figures are no number, or stand in a word: nothing is made of a text with such in it.
  private static func isUnreadable(_ token: SpokenToken) -> Bool {
    switch token {
    case .figures(let text): (try? Numeral(text)) == nil
    case .word(let word): word.contains(where: \.isNumber)
    case .sign: false
    }
  }
}
