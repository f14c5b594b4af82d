/// A point on a scale whose ends, and perhaps points between, have words.
///
/// Stored as its number, spoken with its words: `5 (I would be looking again)`.
public struct ScaleAnswer: Hashable, Sendable {
  /// The points, from the lowest to the highest.
  public let range: ClosedRange<Int>
  /// The words of the points that have any.
  public let labels: [Int: Wording]

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  func spoken(_ point: Int, language: String) -> String {
    labels[point].map { "\(point) (\($0.text(in: language)))" } ?? String(point)
  }

  /// A label typed in full wins over a number; a number has nothing beside it, so that “-3”, “4+” and
  /// “3 or 4” are not 3 and 4.
  func point(_ typed: String) throws(Rejection) -> Int {
    let text = typed.trimmingWhitespace()
    guard !text.isEmpty else { throw Rejection(.empty) }
    let reach = Rejection(.outOfRange(String(range.lowerBound), String(range.upperBound)))
    guard text.utf8.count <= 2000 else { throw reach }
    let folded = Words.folded(text)
    if let point = try single(text, where: { Words.folded($0) == folded }) { return point }
    if let point = Digits.wholeNumber(text) ?? Self.words.firstIndex(of: folded) {
      guard range.contains(point) else { throw reach }
      return point
    }
    // As it is spoken, the number and its words.
    for (point, label) in labels where label.all.contains(where: { "\(point) (\($0))" == text }) {
      return point
    }
    let key = Words.key(text)
    guard key.contains(where: \.isLetter),
      let point = try single(text, where: { Words.key($0).hasPrefix(key) })
    else { throw reach }
    return point
  }

  /// The only point with such a label; several are asked back.
  private func single(_ typed: String, where fits: (String) -> Bool) throws(Rejection) -> Int? {
    let points = labels.filter { $0.value.all.contains(where: fits) }.keys.sorted()
    guard points.count > 1 else { return points.first }
    throw Rejection(.ambiguousChoice(typed, points.map { spoken($0, language: "en") }))
  }
}

extension ScaleAnswer: AnswerRules {
  static let name = "scale"
  static let spelling = AnswerSpelling(
    pattern: "scale -?[0-9]+ *\\.\\. *-?[0-9]+", example: "scale 1..5",
    help: "A point on a scale; “labels” gives words to some points.")
  var form: String { "a number from \(range.lowerBound) to \(range.upperBound)" }
  var type: ExpressionType { .number }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .scale(try point(typed))
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

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> String? {
    guard case .scale(let point) = answer else { return nil }
    return typed == String(point) ? nil : spoken(answer, in: words)
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
