/// Numbers in words and figures: `four`, `twenty-five`, `two and a half`, `1.000,5`, `50k`, `zweieinhalb`.
struct SpokenNumerals: Sendable {
  /// A word of a number.
  private enum Atom: Sendable {
    case number(Double)
    case multiplier(Double)
    case part(Double)
    case and
  }

  /// A number among tokens.
  struct Found {
    /// What it can be: two where its marks can be read in two ways.
    let readings: [Double]
    /// How many tokens it takes.
    let count: Int
  }

  private let atoms: [String: Atom]
  /// The words of languages that join them.
  private let joined: [String: Atom]
  private let articles: Set<String>
  private let units: Set<String>
  private let thousands: Character?
  /// Longer words are no numbers.
  private static let longestWord = 40

  /// Whether a word can stand for one, and can only lead to a number.
  func isArticle(_ word: String?) -> Bool { word.map(articles.contains) ?? false }

  init(_ data: [SpokenData]) {
    var atoms: [String: Atom] = [:]
    var joined: [String: Atom] = [:]
    for language in data.reversed() {
      var own: [String: Atom] = [:]
      for word in language.and { own[Words.folded(word)] = .and }
      for (words, make) in [
        (language.numbers, Atom.number), (language.multipliers, Atom.multiplier),
        (language.parts, Atom.part),
      ] as [([String: Double], (Double) -> Atom)] {
        for (word, value) in words {
          for spelling in Phrases<Void>.spellings(of: word) {
            own[Words.folded(spelling)] = make(value)
          }
        }
      }
      atoms.merge(own) { _, latest in latest }
      if language.joins { joined.merge(own) { _, latest in latest } }
    }
    self.atoms = atoms
    self.joined = joined
    articles = Set(data.flatMap(\.articles).map(Words.folded))
    units = Set(data.flatMap { $0.units.values.flatMap(\.self) }.map(Words.folded))
    thousands = data.first?.thousands?.first
  }

  /// The number that begins at a place; `nil` where none does.
  func number(_ tokens: ArraySlice<SpokenToken>) -> Found? {
    switch tokens.first {
    case .figures?: inFigures(tokens)
    case .word?: inWords(tokens)
    case .sign(let sign)?:
      // A minus; where a number stands before it, it is a dash, and nobody asks here.
      if "-–".contains(sign), case .figures? = tokens.dropFirst().first,
        let found = inFigures(tokens.dropFirst())
      {
        Found(readings: found.readings.map { -$0 }, count: found.count + 1)
      } else {
        nil
      }
    case nil: nil
    }
  }

  // MARK: - Figures

  private func inFigures(_ tokens: ArraySlice<SpokenToken>) -> Found? {
    // “12 000” is one number, written with a space.
    var text = ""
    var best: (text: String, count: Int)?
    for (offset, token) in tokens.prefix(5).enumerated() {
      guard case .figures(let figures) = token else { break }
      text += (offset == 0 ? "" : " ") + figures
      if (try? Numeral(text)) != nil { best = (text, offset + 1) }
    }
    guard let best else { return nil }
    var count = best.count
    var scale = ""
    var factor = 1.0
    if let word = tokens.dropFirst(count).first?.word,
      case .multiplier(let multiplier)? = atoms[word]
    {
      count += 1
      switch multiplier {
      case 1e3: scale = "k"
      case 1e6: scale = "million"
      default: factor = multiplier
      }
    }
    guard var readings = (try? Numeral(best.text + scale))?.readings else { return nil }
    readings = byMark(readings, best.text).map { $0 * factor }
    if let part = andAPart(tokens.dropFirst(count)) {
      count += part.count
      readings = readings.map { $0 + part.value }
    }
    return Found(readings: readings, count: count)
  }

  /// Of two readings the one that the language's mark of thousands leaves.
  func byMark(_ readings: [Double], _ text: String) -> [Double] {
    guard readings.count == 2, let thousands,
      text.allSatisfy({ $0.isNumber || $0 == thousands || "+-–k ".contains($0) })
    else { return readings }
    return Array(readings.prefix(1))
  }

  /// “and a half”.
  func andAPart(_ tokens: ArraySlice<SpokenToken>) -> (value: Double, count: Int)? {
    guard let and = tokens.first?.word, case .and? = atoms[and] else { return nil }
    var count = 1
    if let article = tokens.dropFirst(count).first?.word, articles.contains(article) { count += 1 }
    guard let word = tokens.dropFirst(count).first?.word, case .part(let part)? = atoms[word] else {
      return nil
    }
    return (part, count + 1)
  }

  // MARK: - Words

  /// The value of words of a number as they follow each other.
  private struct Sum {
    var total = 0.0
    var current: Double?
    var isAfterAnd = false
    var isAfterMultiplier = false

    var value: Double? { current.map { total + $0 } ?? (total > 0 ? total : nil) }

    /// Whether it goes on with the word.
    mutating func take(_ atom: Atom, isJoined: Bool) -> Bool {
      switch atom {
      case .number(let number): return take(number)
      case .multiplier(let factor):
        if factor < 1000 {
          guard (current ?? 1) < factor else { return false }
          current = (current ?? 1) * factor
        } else {
          guard let counted = current ?? (total == 0 ? 1 : nil) else { return false }
          total += counted * factor
          current = nil
        }
        isAfterMultiplier = true
      case .part(let part):
        // “three quarters” are parts of one; “two and a half” and “zweieinhalb” are more than two.
        current = isAfterAnd || isJoined ? (current ?? 0) + part : (current ?? 1) * part
      case .and:
        guard value != nil, !isAfterAnd else { return false }
        isAfterAnd = true
        return true
      }
      isAfterAnd = false
      return true
    }

    private mutating func take(_ number: Double) -> Bool {
      defer { (isAfterAnd, isAfterMultiplier) = (false, false) }
      guard let before = current else {
        guard total == 0 || number < 1000 else { return false }
        current = number
        return true
      }
      let isBehindHundreds = isAfterMultiplier && number < 100
      let isBehindTens =
        !isAfterAnd && number < 10 && number >= 1
        && before.truncatingRemainder(dividingBy: 100) >= 20
        && before.truncatingRemainder(dividingBy: 10) == 0
      let isTensBehindOnes =
        isAfterAnd && number >= 20 && number < 100
        && number.truncatingRemainder(dividingBy: 10) == 0
        && (1...9).contains(before.truncatingRemainder(dividingBy: 100))
      guard isBehindHundreds || isBehindTens || isTensBehindOnes else { return false }
      current = before + number
      return true
    }
  }

  private func inWords(_ tokens: ArraySlice<SpokenToken>) -> Found? {
    var sum = Sum()
    var count = 0
    var best: (value: Double, count: Int)?
    while count < min(tokens.count, 12) {
      let rest = tokens.dropFirst(count)
      // “twenty-five”
      if count > 0, case .sign("-")? = rest.first, let next = rest.dropFirst().first?.word,
        case .number(let number)? = atoms[next], number < 10, !sum.isAfterAnd,
        (sum.value ?? 0).truncatingRemainder(dividingBy: 100) >= 20
      {
        count += 1
        continue
      }
      guard let word = rest.first?.word else { break }
      if articles.contains(word), opens(rest.dropFirst(), sum) {
        // “a hundred”, “and a half”, “a month”; the one in it comes with the next word.
        if let next = rest.dropFirst().first?.word, units.contains(next), sum.value == nil {
          return Found(readings: [1], count: count + 1)
        }
        count += 1
        continue
      }
      // “eine Drei”
      if count == 0, articles.contains(word), isNumber(rest.dropFirst().first) {
        count += 1
        continue
      }
      guard let taken = atomsOf(word) else { break }
      var next = sum
      guard taken.allSatisfy({ next.take($0, isJoined: taken.count > 1) }) else { break }
      sum = next
      count += 1
      if let value = sum.value, !sum.isAfterAnd { best = (value, count) }
    }
    return best.map { Found(readings: [$0.value], count: $0.count) }
  }

  /// Whether an article stands before a word that it counts.
  private func opens(_ rest: ArraySlice<SpokenToken>, _ sum: Sum) -> Bool {
    guard let next = rest.first?.word else { return false }
    switch atomsOf(next)?.first {
    case .multiplier?, .part?: return sum.value == nil || sum.isAfterAnd
    default: return sum.value == nil && units.contains(next)
    }
  }

  /// Whether a word is a number by itself.
  private func isNumber(_ token: SpokenToken?) -> Bool {
    guard let word = token?.word, !articles.contains(word) else { return false }
    if case .number? = atomsOf(word)?.first { return true }
    return false
  }

  private func atomsOf(_ word: String) -> [Atom]? {
    if let atom = atoms[word] { return [atom] }
    guard !joined.isEmpty, word.count <= Self.longestWord else { return nil }
    return split(word[...])
  }

  /// A joined word taken apart, the longest words first.
  private func split(_ word: Substring) -> [Atom]? {
    if word.isEmpty { return [] }
    for length in (2...Self.longestWord).reversed() where length <= word.count {
      guard let atom = joined[String(word.prefix(length))] else { continue }
      if let rest = split(word.dropFirst(length)) { return [atom] + rest }
    }
    return nil
  }
}
