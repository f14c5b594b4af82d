import Phrases

/// A point on a scale whose ends, and perhaps points between, have words.
///
/// Stored as its number, spoken with its words: `5 (I would be looking again)`.
public struct ScaleAnswer: Hashable, Sendable {
  /// The points, from the lowest to the highest.
  public let range: ClosedRange<Int>
  /// The words of the points that have any.
  public let labels: [Int: Wording]

  func spoken(_ point: Int, language: String) -> String {
    labels[point].map { "\(point) (\($0.text(in: language)))" } ?? String(point)
  }

  /// A label typed in full wins over a number; what is between two points, or more than one, is asked back.
  func point(_ typed: String, asking question: String = "", language: String = "en")
    throws(Rejection) -> Int
  {
    let text = typed.trimmingWhitespace()
    guard !text.isEmpty else { throw Rejection(.empty) }
    let reach = Rejection(.outOfRange(String(range.lowerBound), String(range.upperBound)))
    guard text.utf8.count <= 2000 else { throw reach }
    let folded = Words.folded(text)
    if let point = try single(text, language: language, where: { Words.folded($0) == folded }) {
      return point
    }
    if let point = Digits.wholeNumber(text) {
      guard range.contains(point) else { throw reach }
      return point
    }
    // As it is spoken, the number and its words.
    for (point, label) in labels where label.all.contains(where: { "\(point) (\($0))" == text }) {
      return point
    }
    let spoken = SpokenLanguage.of(language)
    let said = SpokenToken.tokens(of: text)
    // “Half and half” has two halves in it, and “100%” a number that is no point.
    if let share = spoken.share(said) {
      let length = Double(range.upperBound - range.lowerBound)
      let point = (Double(range.lowerBound) + share * length).rounded()
      return try near([point], text, language, isExact: false)
    }
    let meaning =
      (try? Numeral(text)).map { LooseNumber.Meaning.number($0.readings) }
      ?? LooseNumber(text, question: question, in: spoken).meaning
    if case .number(let readings) = meaning {
      return try near(readings, text, language, isExact: true)
    }
    let key = Words.key(text)
    if key.contains(where: \.isLetter),
      let point = try single(text, language: language, where: { Words.key($0).hasPrefix(key) })
    {
      return point
    }
    let bare = spoken.hedges.taken(from: said)
    if let place = spoken.places.ofScale.whole(said) ?? spoken.places.ofScale.whole(bare) {
      let middle = Double(range.lowerBound + range.upperBound) / 2
      return try near(
        [place < 0 ? Double(range.lowerBound) : place > 0 ? Double(range.upperBound) : middle],
        text,
        language, isExact: spoken.places.ofScale.whole(said) != nil)
    }
    if let degree = degree(of: said, in: spoken) ?? spoken.places.degrees.whole(bare) {
      let length = Double(range.upperBound - range.lowerBound)
      let point = (Double(range.lowerBound) + degree * length).rounded()
      return try near([point], text, language, isExact: false)
    }
    // Words of a label, in whatever form: “miss it” for “I would miss it”.
    let loose = LooseWords(text, in: spoken)
    if let point = try single(text, language: language, where: { loose.share(of: $0) == 1 }) {
      return point
    }
    return try near(meaning, text, language)
  }

  /// The point that is meant by what is more, or less, than a number.
  private func near(_ meaning: LooseNumber.Meaning, _ text: String, _ language: String)
    throws(Rejection) -> Int
  {
    switch meaning {
    case .number(let numbers), .moreThan(let numbers), .roughly(let numbers),
      .several(let numbers):
      return try near(numbers, text, language, isExact: false)
    case .range(let low, let high): return try near([low, high], text, language, isExact: false)
    case .outOf(let part, let whole):
      guard whole > 0 else { return try near([], text, language, isExact: false) }
      let isOwn = whole == Double(range.upperBound)
      return try near(
        [isOwn ? part : part / whole * Double(range.upperBound)], text, language,
        isExact: isOwn && !text.contains("/"))
    case .nothing, .none: throw Rejection(.noPoint(text, ends(language)))
    }
  }

  /// How much is said in words, with what hedges it behind: “not so important, to be honest”.
  private func degree(of said: [SpokenToken], in spoken: SpokenLanguage) -> Double? {
    guard let match = spoken.places.degrees.match(said[...]) else { return nil }
    return spoken.hedges.taken(from: Array(said.dropFirst(match.count))).isEmpty
      ? match.meaning : nil
  }

  /// The ends of the scale, with their words where they have any.
  private func ends(_ language: String) -> [String] {
    [range.lowerBound, range.upperBound].map { spoken($0, language: language) }
  }

  /// The point that a number is; two where it lies between them, which is asked back.
  private func near(
    _ numbers: [Double], _ text: String, _ language: String, isExact: Bool
  ) throws(Rejection) -> Int {
    var points: [Int] = []
    for number in numbers {
      for end in [number.rounded(.down), number.rounded(.up)] {
        guard let point = Int(exactly: end), range.contains(point), !points.contains(point) else {
          continue
        }
        points.append(point)
      }
    }
    guard let point = points.first else {
      let (low, high) = (range.lowerBound, range.upperBound)
      guard numbers.count == 1, let number = numbers.first else {
        throw Rejection(.outOfRange(String(low), String(high)))
      }
      let nearest = number < Double(low) ? low : high
      throw Rejection(
        .beyond(
          text, String(low), String(high),
          Reading(typed: String(nearest), words: "\(spoken(nearest, language: language))")))
    }
    if isExact, points.count == 1, numbers == [Double(point)] { return point }
    throw Rejection(
      .roughly(
        text,
        points.prefix(3).map {
          Reading(typed: String($0), words: "\(spoken($0, language: language))")
        }))
  }

  /// The only point with such a label; several are asked back.
  private func single(
    _ typed: String, language: String, where fits: (String) -> Bool
  ) throws(Rejection) -> Int? {
    let points = labels.filter { $0.value.all.contains(where: fits) }.keys.sorted()
    guard points.count > 1 else { return points.first }
    throw Rejection(
      .ambiguousChoice(
        typed, points.map { Reading(typed: String($0), words: "\(spoken($0, language: language))") }
      ))
  }
}

extension ScaleAnswer: AnswerRules {
  static let name = "scale"
  static let spelling = AnswerSpelling(
    pattern: "scale -?[0-9]+ *\\.\\. *-?[0-9]+", example: "scale 1..5",
    help: "A point on a scale; “labels” gives words to some points.")
  var form: Phrase { "a number from \(range.lowerBound) to \(range.upperBound)" }
  var type: ExpressionType { .number }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .scale(
      try point(typed, asking: surroundings.question, language: surroundings.language))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .scale(let point) = answer { range.contains(point) } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .scale(let point) = answer { spoken(point, language: words.language) } else { nil }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .scale(let point) = answer { .number(Double(point)) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? {
    guard case .scale(let point) = answer else { return nil }
    return typed == String(point)
      ? nil : spoken(answer, in: words).map(Phrase.init(verbatim:))
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] { range.map(String.init) }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    range.filter { point in
      range.count <= 12 || mentions.meetsOthers
        || point == range.lowerBound || point == range.upperBound
        || mentions.numbers.contains { abs($0 - Double(point)) <= 1 }
    }.map(Answer.scale)
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .scale(respondent.number(in: range))
  }
}
