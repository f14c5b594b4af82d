import Phrases

/// Several things, one a line, with or without bullets; or on one line, where it is plain how it parts.
///
/// Stored as elements that have identities of their own; spoken with commas between. Two elements are
/// the same only where they are the same text: C, C++ and C# are three.
public struct ListAnswer: Hashable, Sendable {
  /// How many elements are wanted; `nil` where any number from one is.
  public let bounds: ClosedRange<Int>?

  /// More elements than this are refused.
  static let maximumCount = 10_000

  func entries(_ typed: String) throws(Rejection) -> [String] {
    guard typed.utf8.count <= TextAnswer.maximumLength else {
      throw Rejection(.tooLong(TextAnswer.maximumLength))
    }
    // Far too many are not looked at one by one.
    let count = typed.split(whereSeparator: \.isNewline).count
    guard count <= Self.maximumCount else { throw Rejection(.tooMany(count, Self.maximumCount)) }
    let lines = ListLine.lines(of: typed)
    var elements = lines.map(\.text)
    if lines.count == 1, !lines[0].isMarked { elements = try parts(of: lines[0].text) }
    var seen: Set<String> = []
    elements.removeAll { !seen.insert($0).inserted }
    guard !elements.isEmpty else { throw Rejection(.empty) }
    try requireCount(elements.count)
    return elements
  }

  /// The entry of a line that stands among earlier lines already, so that it would be dropped; `nil` where it
  /// does not, or is several lines.
  package static func repeated(_ line: String, among earlier: [String]) -> String? {
    guard !line.contains(where: \.isNewline) else { return nil }
    func entry(_ line: String) -> String { ListLine.withoutBullet(line.trimmingWhitespace()) }
    let repeated = entry(line)
    // Of very many the last are looked at; what else is dropped is told when the list is taken.
    return earlier.suffix(1000).contains { entry($0) == repeated } ? repeated : nil
  }

  /// Whether a line has nothing behind its bullet or its number.
  ///
  /// - Parameter isNew: whether no list was given before; a number alone keeps an entry of one that was.
  package static func saysNothing(_ line: String, isNew: Bool) -> Bool {
    (isNew || !line.contains(where: \.isNumber)) && ListLine.lines(of: line).isEmpty
  }

  /// What stands on a single line: one element, or several where the line cannot well be one.
  private func parts(of line: String) throws(Rejection) -> [String] {
    let split = LineSplit(line)
    // Too many or too few as several: the line is one, and more may come.
    guard split.reading != .one, fits(split.parts.count) else { return [line] }
    if split.reading == .several { return split.parts }
    throw Rejection(.ambiguous(line, Self.readings(of: line, split.parts)))
  }

  private static func readings(of line: String, _ parts: [String]) -> [Reading] {
    [
      Reading(typed: "- \(line)", words: "one entry"),
      Reading(
        typed: parts.map { "- \($0)" }.joined(separator: "\n"),
        words: ListAnswer.counted(parts)),
    ]
  }

  /// Elements in quotation marks, the first few of many.
  static func quoted(_ elements: [String]) -> Phrase {
    let quoted = elements.prefix(8).map { "“\($0)”" as Phrase }.joined(separator: ", ")
    return elements.count > 8 ? "\(quoted) and \(elements.count - 8) more" : quoted
  }

  private func fits(_ count: Int) -> Bool {
    count <= Self.maximumCount && (bounds?.contains(count) ?? true)
  }

  func requireCount(_ count: Int) throws(Rejection) {
    guard count <= Self.maximumCount else { throw Rejection(.tooMany(count, Self.maximumCount)) }
    guard let bounds else { return }
    if count < bounds.lowerBound { throw Rejection(.tooFew(count, bounds.lowerBound)) }
    if count > bounds.upperBound { throw Rejection(.tooMany(count, bounds.upperBound)) }
  }
}

extension ListAnswer: AnswerRules {
  static let name = "list"
  static let spelling = AnswerSpelling(
    pattern: "list", example: "list", help: "Several things, one a line; “between” says how many.")
  var takesSeveralLines: Bool { true }
  var form: Phrase {
    guard let bounds else { return "one a line; an empty line ends the list" }
    return bounds.lowerBound == bounds.upperBound
      ? "\(bounds.lowerBound) of them, one a line; an empty line ends the list"
      : "\(bounds.lowerBound) to \(bounds.upperBound), one a line; an empty line ends the list"
  }
  var type: ExpressionType { .list }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .typedList(try entries(typed))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .list = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .list(let elements) = answer {
      Listed.text(of: elements.map(\.text))
    } else {
      nil
    }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .list(let elements) = answer { .many(elements.map(\.text)) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? {
    guard case .list(let elements) = answer else { return nil }
    // A bullet that was taken for one is shown to be gone.
    let lines = typed.split(whereSeparator: \.isNewline).map { String($0).trimmingWhitespace() }
      .filter { !$0.isEmpty }
    let texts = elements.map(\.text)
    guard lines == texts else { return Self.counted(texts) }
    // Of a single line with a comma it is said that it is one entry; what it says stands right above.
    return lines.count == 1 && LineSplit(lines[0]).parts.count > 1 ? "one entry" : nil
  }

  /// How many entries there are, and which.
  static func counted(_ texts: [String]) -> Phrase {
    .counted(
      texts.count, one: "one entry, \(quoted(texts))",
      many: "\(texts.count) entries, \(quoted(texts))")
  }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    guard !mentions.meetsOthers, mentions.words == nil, mentions.texts.count <= 4 else {
      return nil
    }
    let bounds = bounds ?? 1...Self.maximumCount
    var counts: Set<Int> = [bounds.lowerBound, min(bounds.upperBound, bounds.lowerBound + 1)]
    if bounds.upperBound <= Mentions.largestCount { counts.insert(bounds.upperBound) }
    for number in mentions.counts ?? [] {
      guard number.magnitude < Double(Mentions.largestCount) else { return nil }
      let count = Int(number.rounded(.down))
      counts.formUnion([count - 1, count, count + 1].filter(bounds.contains))
    }
    let texts = mentions.texts.sorted()
    return counts.sorted().flatMap { count in
      (0..<(1 << texts.count)).compactMap { bits -> Answer? in
        let named = texts.indices.filter { bits & (1 << $0) != 0 }.map { texts[$0] }
        guard named.count <= count else { return nil }
        let fillers = (named.count..<count).map { "element \($0)" }
        return .list(
          (named + fillers).enumerated().map {
            Element(id: ElementID($0.offset + 1), text: $0.element)
          })
      }
    }
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    let bounds = bounds ?? 1...6
    let near = (respondent.mentions(of: item).counts ?? [])
      .compactMap { Int(exactly: $0.rounded()) }
      .flatMap { [$0, $0 + 1] }.filter { bounds.contains($0) && $0 <= 40 }.sorted()
    var count = respondent.number(
      in: bounds.lowerBound...min(bounds.upperBound, bounds.lowerBound + 6))
    if let wanted = respondent.pick(near), respondent.chance(40) { count = wanted }
    return .typedList((0..<count).map { "\(respondent.text(for: item)) \($0)" })
  }
}
