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
  /// Longer texts name none of the options, and are not looked at.
  private let longest: Int

  /// - Parameters:
  ///   - options: the labels of each option, the one that is shown first.
  ///   - ids: other names that are not shown, one for each option, or none.
  init(_ options: [[String]], ids: [String] = []) {
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
      }, ids: options.map { $0.id.optionID ?? "" })
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
    let readings: [(String) -> Bool] = [
      { $0 == key }, { $0.hasPrefix(key) }, { " \($0) ".contains(" \(key) ") },
    ]
    for reading in readings {
      if let place = try single(keys.indices.filter { keys[$0].contains(where: reading) }, text) {
        return place
      }
    }
    throw Rejection(.notAChoice(text, shown))
  }

  /// The places of all that are named, with marks between them, or with white space between numbers.
  ///
  /// A name may have such marks in it: “Paris, Texas” is one where it is on the ballot.
  func places(of typed: String, between marks: Set<Character>) throws(Rejection) -> [Int] {
    guard typed.utf8.count <= longest * (shown.count + 16) else {
      throw Rejection(.notAChoice(typed, shown))
    }
    if let whole = try named(typed.trimmingWhitespace()) { return [whole] }
    var parts = typed.split(whereSeparator: marks.contains)
    if parts.count == 1 {
      let words = typed.split(whereSeparator: \.isWhitespace)
      if words.allSatisfy({ Digits.wholeNumber($0) != nil }) { parts = words }
    }
    parts.removeAll { $0.allSatisfy(\.isWhitespace) }
    var places: [Int] = []
    var next = 0
    let most = 1 + (exact.keys.map { $0.count(where: marks.contains) }.max() ?? 0)
    while next < parts.count {
      var taken = 1
      var place: Int?
      for count in (1...min(most, parts.count - next)).reversed() {
        let text = typed[parts[next].startIndex..<parts[next + count - 1].endIndex]
        place = try named(String(text).trimmingWhitespace())
        taken = count
        if place != nil { break }
      }
      // A spoken order says “then” between its parts.
      if let place {
        places.append(place)
      } else {
        places.append(try self.place(of: Self.withoutThen(parts[next])))
      }
      next += taken
    }
    guard !places.isEmpty else { throw Rejection(.empty) }
    return places
  }

  private static func withoutThen(_ part: Substring) -> String {
    let text = String(part).trimmingWhitespace()
    return text.hasPrefix("then ") ? String(text.dropFirst(5)) : text
  }

  /// The one whose label is typed in full.
  private func named(_ text: String) throws(Rejection) -> Int? {
    guard text.utf8.count <= longest else { return nil }
    if let place = try single(exact[text] ?? [], text) { return place }
    return try single(folded[Words.folded(text)] ?? [], text)
  }

  /// The one whose place is typed, unless the number also begins the words of another.
  private func numbered(_ text: String) throws(Rejection) -> Int? {
    let bare = text.hasPrefix("#") ? text.dropFirst() : text[...]
    let digits = Digits.plain(bare.last.map(".)".contains) == true ? bare.dropLast() : bare)
    guard Digits.areDigits(digits) else { return nil }
    var places = keys.indices.filter { place in
      keys[place].contains { $0.hasPrefix("\(digits) ") }
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
    throw Rejection(.ambiguousChoice(typed, places.map { shown[$0] }))
  }
}
