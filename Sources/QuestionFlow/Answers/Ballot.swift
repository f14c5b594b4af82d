/// What there is to choose from, and how people name one of it: by its words, by its place, by the
/// beginning of its words, or by words of its own.
///
/// What is typed exactly wins: among 5, 4, 3, 2, 1, typing 5 takes the 5 and not the fifth. What could
/// be two of them is never decided here.
struct Ballot {
  /// The words of each option as they are shown.
  let shown: [String]
  private let exact: [String: [Int]]
  private let folded: [String: [Int]]
  /// Keys of all names that each option goes by: its labels in every language, and its id.
  private let keys: [[String]]
  private let spoken: SpokenLanguage
  /// Longer texts name none of the options, and are not looked at.
  private let longest: Int

  /// - Parameters:
  ///   - options: the labels of each option, the one that is shown first.
  ///   - ids: other names that are not shown, one for each option, or none.
  ///   - language: the language of what is typed.
  init(_ options: [[String]], ids: [String] = [], language: String = "en") {
    spoken = SpokenLanguage.of(language)
    shown = options.map { $0.first ?? "" }
    var exact: [String: [Int]] = [:]
    var folded: [String: [Int]] = [:]
    for (place, labels) in options.enumerated() {
      for label in Set(labels) { exact[label.trimmingWhitespace(), default: []].append(place) }
      for label in Set(labels.map(Words.folded)) { folded[label, default: []].append(place) }
    }
    self.exact = exact
    self.folded = folded
    keys = options.enumerated().map { place, labels in
      (labels + (ids.indices.contains(place) ? [ids[place]] : [])).map(Words.key)
        .filter { !$0.isEmpty }
    }
    longest = 4 * (options.joined() + ids).reduce(64) { max($0, $1.utf8.count) }
  }

  /// What is offered, as it is shown in a language; its words in all others are known as well.
  init(_ options: [AnswerKind.Option], language: String) {
    self.init(
      options.map { option in
        let shown = option.label.text(in: language)
        return [shown] + option.label.all.filter { $0 != shown }
      }, ids: options.map { $0.id.optionID ?? "" }, language: language)
  }

  /// The place of the one that is named, from 0.
  func place(of typed: some StringProtocol) throws(Rejection) -> Int {
    let text = String(typed).trimmingWhitespace()
    guard !text.isEmpty else { throw Rejection(.empty) }
    guard text.utf8.count <= longest else { throw Rejection(.notAChoice(text, shown)) }
    if let place = try named(text) { return place }
    if let place = try numbered(text) { return place }
    let key = Words.key(text)
    // “-2” is not the second one, whatever punctuation counts for between words.
    let isNegative = Digits.wholeNumber(text).map { $0 < 0 } ?? false
    guard !key.isEmpty, !isNegative else { throw Rejection(.notAChoice(text, shown)) }
    let isLetter = SpokenPlaces.letter(key) != nil
    let named = spoken.places.place(text, among: shown.count)
    let readings: [(String) -> Bool] = [
      { $0 == key }, { $0.hasPrefix(key) }, { !isLetter && " \($0) ".contains(" \(key) ") },
    ]
    for (index, reading) in readings.enumerated() {
      let places = keys.indices.filter { keys[$0].contains(where: reading) }
      guard !places.isEmpty else { continue }
      // “the second” may be the second one, or the words of another.
      let others = index == 0 ? [] : [named].compactMap(\.self).filter { !places.contains($0) }
      if let place = try single(others + places, text) { return place }
    }
    if let named {
      // Numbers are shown beside what is offered, and no letters.
      guard !isLetter else { throw Rejection(.perhapsChoice(text, [reading(named)])) }
      // “The fifth” of 5, 4, 3, 2, 1 may be the 5, and “no 1” of yes and no the no.
      let number = String(named + 1)
      let labelled = keys.indices.filter { place in
        place != named && keys[place].contains { $0 == number || key.hasPrefix("\($0) ") }
      }
      guard !labelled.isEmpty else { return named }
      throw Rejection(.ambiguousChoice(text, ([named] + labelled).map(reading)))
    }
    try askWhich(of: text)
    if let place = try loose(text) { return place }
    throw Rejection(.notAChoice(text, shown))
  }

  /// Whether an order in a word is the other way round from how it is shown; `nil` where the word names one of
  /// them, or no order.
  func wholeOrder(_ typed: String) -> Bool? {
    guard typed.utf8.count <= 64, (try? place(of: typed)) == nil else { return nil }
    return spoken.places.wholeOrder.whole(SpokenToken.tokens(of: typed))
  }

  /// Asks back where several are named by their numbers, as in “1 or 4”.
  private func askWhich(of text: String) throws(Rejection) {
    let tokens = SpokenToken.tokens(of: text)
    let parts = tokens.split { spoken.to.whole([$0]) != nil }
    guard parts.count > 1, parts.count <= 3 else { return }
    var places: [Int] = []
    for part in parts {
      guard part.count == 1, case .figures(let figures)? = part.first,
        let number = Digits.wholeNumber(figures), shown.indices.contains(number - 1),
        !places.contains(number - 1)
      else { return }
      places.append(number - 1)
    }
    throw Rejection(.ambiguousChoice(text, places.map(reading)))
  }

  /// The one that has all the words that were typed, in whatever order and form; one that has some of them
  /// is asked back.
  private func loose(_ text: String) throws(Rejection) -> Int? {
    let typed = LooseWords(text, in: spoken)
    let shares = keys.map { names in names.map { typed.share(of: $0) }.max() ?? 0 }
    if let place = try single(shares.indices.filter { shares[$0] == 1 }, text) {
      guard keys[place].allSatisfy(typed.deny) else { return place }
      throw Rejection(.perhapsChoice(text, [reading(place)]))
    }
    let most = shares.max() ?? 0
    guard most > 0 else { return nil }
    let near = shares.indices.filter { shares[$0] == most }
    guard near.count <= 3 else { return nil }
    throw Rejection(.perhapsChoice(text, near.map(reading)))
  }

  private func reading(_ place: Int) -> Reading {
    Reading(typed: shown[place], words: Rejection.quoted(shown[place]))
  }

  /// The places of all that are named, with marks between them, or with white space between numbers.
  ///
  /// A name may have such marks in it: “Paris, Texas” is one where it is on the ballot.
  ///
  /// - Parameter byNumber: whether several numbers are places, as they are where an order is asked for by numbers,
  ///   though one also begins somebody's words.
  func places(of typed: String, between marks: Set<Character>, byNumber: Bool = false)
    throws(Rejection) -> [Int]
  {
    guard typed.utf8.count <= longest * (shown.count + 16) else {
      throw Rejection(.notAChoice(typed, shown))
    }
    let whole: Int?
    do throws(Rejection) {
      whole = try named(typed.trimmingWhitespace())
    } catch {
      throw Rejection(
        .ambiguousPart(typed, shown.filter { Words.folded($0) == Words.folded(typed) }))
    }
    if let whole { return [whole] }
    var parts = typed.split(whereSeparator: marks.contains)
    if parts.count == 1 {
      let words = typed.split(whereSeparator: \.isWhitespace)
      if words.allSatisfy({ Digits.wholeNumber($0) != nil || isLetter($0, among: words.count) }) {
        parts = words
      }
    }
    parts.removeAll(where: \.isBlank)
    if byNumber, let places = numbers(parts) { return places }
    var places: [Int] = []
    var next = 0
    let most = 1 + (exact.keys.map { $0.count(where: marks.contains) }.max() ?? 0)
    while next < parts.count {
      var taken = 1
      var place: Int?
      for count in (1...min(most, parts.count - next)).reversed() {
        let text = typed[parts[next].startIndex..<parts[next + count - 1].endIndex]
        let words = String(text).trimmingWhitespace()
        place = try named(words)
        // A spoken order says “then” between its parts.
        if place == nil, words.hasPrefix("then ") { place = try named(String(words.dropFirst(5))) }
        taken = count
        if place != nil { break }
      }
      if let place {
        places.append(place)
      } else {
        let part = String(parts[next]).trimmingWhitespace()
        let bare = withoutOrder(parts[next], at: next, of: parts.count)
        do throws(Rejection) {
          places += try self.places(inPart: part)
        } catch {
          // “the explaining first”, “then the nurses”: words that only say the place are left out.
          guard bare != part else { throw error }
          places += try self.places(inPart: bare)
        }
      }
      next += taken
    }
    guard !places.isEmpty else { throw Rejection(.empty) }
    return places
  }

  /// Whether a word is the letter of one that is offered, among several such.
  private func isLetter(_ word: Substring, among count: Int) -> Bool {
    guard count > 1, let letter = SpokenPlaces.letter(word.lowercased()) else { return false }
    return shown.indices.contains(letter)
  }

  /// One that is named between two marks, or several with “and” between them.
  private func places(inPart part: String) throws(Rejection) -> [Int] {
    do throws(Rejection) {
      return [try place(of: part)]
    } catch {
      let words = part.split(whereSeparator: \.isWhitespace)
      let parts = words.split { spoken.places.and.whole(SpokenToken.tokens(of: String($0))) != nil }
      if parts.count > 1 {
        let places = parts.compactMap { try? place(of: $0.joined(separator: " ")) }
        if places.count == parts.count { return places }
      }
      switch error.reason {
      case .ambiguousChoice(let typed, let readings):
        throw Rejection(.ambiguousPart(typed, readings.map(\.typed)))
      case .perhapsChoice(let typed, _): throw Rejection(.notAChoice(typed, shown))
      default: throw error
      }
    }
  }

  /// A part of a spoken order without what only says its place: “then”, or “first” in the first.
  private func withoutOrder(_ part: Substring, at index: Int, of count: Int) -> String {
    var words = part.split(whereSeparator: \.isWhitespace)
    func says(_ word: Substring) -> Bool {
      let word = Words.folded(String(word)).filter { !",.:".contains($0) }
      guard let ordinal = spoken.places.ordinal(word) else { return false }
      return ordinal == index + 1 || ordinal < 0 && index == count - 1
    }
    while words.count > 1 {
      let tokens = words.flatMap { SpokenToken.tokens(of: String($0)) }
      if let match = spoken.places.order.match(tokens[...]), match.count < words.count {
        words.removeFirst(match.count)
      } else if says(words[0]) {
        words.removeFirst()
      } else if says(words[words.count - 1]) {
        words.removeLast()
      } else {
        break
      }
    }
    return words.joined(separator: " ")
  }

  /// The one whose label is typed in full.
  private func named(_ text: String) throws(Rejection) -> Int? {
    guard text.utf8.count <= longest else { return nil }
    if let place = try single(exact[text] ?? [], text) { return place }
    return try single(folded[Words.folded(text)] ?? [], text)
  }

  /// The places that several numbers name, as they are asked for; `nil` where one is a name itself or no place.
  /// That a number begins somebody's words counts for one that stands alone.
  private func numbers(_ parts: [Substring]) -> [Int]? {
    guard parts.count > 1 else { return nil }
    let places = parts.compactMap { part -> Int? in
      let text = String(part).trimmingWhitespace()
      guard Digits.areDigits(text), exact[text] == nil, let number = Digits.wholeNumber(text),
        shown.indices.contains(number - 1)
      else { return nil }
      return number - 1
    }
    return places.count == parts.count ? places : nil
  }

  /// The one whose place is typed, unless the number also begins the words of another.
  private func numbered(_ text: String) throws(Rejection) -> Int? {
    let bare = text.hasPrefix("#") ? text.dropFirst() : text[...]
    let digits = Digits.plain(bare.last.map(".)".contains) == true ? bare.dropLast() : bare)
    guard Digits.areDigits(digits) else { return nil }
    // “05” is the 5, however it is written.
    let number = Int(digits).map(String.init) ?? digits
    var places = keys.indices.filter { place in
      keys[place].contains { $0 == number || $0.hasPrefix("\(number) ") }
    }
    if let place = Int(digits).map({ $0 - 1 }), shown.indices.contains(place) {
      places = [place] + places.filter { $0 != place }
    }
    guard let place = try single(places, text) else {
      throw Rejection(.outOfRange("1", String(shown.count)))
    }
    return place
  }

  /// The only one, `nil` where there is none; several are asked back.
  private func single(_ places: [Int], _ typed: String) throws(Rejection) -> Int? {
    guard places.count > 1 else { return places.first }
    throw Rejection(.ambiguousChoice(typed, places.map(reading)))
  }
}
