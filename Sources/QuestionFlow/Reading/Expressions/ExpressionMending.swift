internal import Foundation
import Phrases

/// Makes of an expression that cannot be read the one that was meant: by what its fault says, and by what
/// people write who know other tools. Nothing is proposed that cannot be read in its turn.
struct ExpressionMending {
  /// What was found out.
  struct Outcome {
    let message: Phrase
    /// Where in the expression it is, in characters.
    let offset: Int
    /// The expression as it should be; `nil` where that cannot be told.
    let source: String?
  }

  struct Step {
    let message: Phrase
    let offset: Int
    let source: String
  }

  let scope: Scope
  /// The id of the question that the expression belongs to.
  private let item: String?
  /// Whether any type will do, and not only true or false.
  let isValue: Bool
  /// How the questions so far are asked.
  let asked: [ItemID: String]
  private var readingsLeft = 160
  private var seen: Set<String> = []

  private static let longest = 400
  private static let mostSteps = 6

  init(in scope: Scope, item: String?, isValue: Bool, asked: [ItemID: String]) {
    self.scope = scope
    self.item = item
    self.isValue = isValue
    self.asked = asked
  }

  /// What is to be said of an expression with a fault.
  ///
  /// - Parameter fault: what is wrong with another expression in the same place; `nil` where nothing is.
  mutating func outcome(
    of source: String, _ first: ExpressionFault, _ fault: (String) -> ExpressionFault?
  ) -> Outcome {
    guard source.count <= Self.longest else {
      return Outcome(message: first.message, offset: first.offset, source: nil)
    }
    if let (mended, step) = mend(source, first, depth: 0, fault) {
      return Outcome(message: step.message, offset: step.offset, source: mended)
    }
    return Outcome(message: first.message, offset: first.offset, source: nil)
  }

  /// The expression as it should be, with the first step that leads there.
  private mutating func mend(
    _ source: String, _ found: ExpressionFault, depth: Int,
    _ fault: (String) -> ExpressionFault?
  ) -> (source: String, first: Step)? {
    for step in steps(from: source, found, isFirst: depth == 0)
    where seen.insert(step.source).inserted {
      guard readingsLeft > 0 else { return nil }
      readingsLeft -= 1
      guard let next = fault(step.source) else { return (step.source, step) }
      guard depth < Self.mostSteps, let end = mend(step.source, next, depth: depth + 1, fault)
      else {
        continue
      }
      return (end.source, step)
    }
    return nil
  }

  private func steps(from source: String, _ fault: ExpressionFault, isFirst: Bool) -> [Step] {
    var steps = ofElements(in: source) + ofTimes(in: source) + apostrophes(in: source)
    if fault.isSure, let own = Self.corrected(source, fault) { steps.append(own) }
    steps += chosen(in: source) + byQuestion(in: source)
    steps += quotingOptions(in: source)
    steps += gathering(in: source)
    let quoted = Self.quotedUnits(of: source)
    for rule in Mistakes.known.expressions where !(isValue && rule.isOfConditions) {
      if let made = rule.application(to: source, item: item, isQuoted: quoted.contains),
        made.source != source
      {
        steps.append(Step(message: made.message, offset: made.offset, source: made.source))
      }
    }
    if !fault.isSure, let own = Self.corrected(source, fault) { steps.append(own) }
    return steps + respelling(in: source) + quotingWords(in: source, fault)
      + (isFirst ? joining(in: source, fault) : [])
  }

  /// Two conditions side by side, with “and” between them.
  private func joining(in source: String, _ fault: ExpressionFault) -> [Step] {
    guard fault.isBehindTheEnd,
      let place = source.index(
        source.startIndex, offsetBy: fault.offset, limitedBy: source.endIndex)
    else { return [] }
    return [
      Step(
        message: "“and” or “or” stands between two conditions", offset: fault.offset,
        source: source[..<place] + "and " + source[place...])
    ]
  }

  private static func corrected(_ source: String, _ fault: ExpressionFault) -> Step? {
    guard let (wrong, right) = fault.correction, !wrong.isEmpty else { return nil }
    let start = source.index(
      source.startIndex, offsetBy: max(0, fault.start ?? fault.offset), limitedBy: source.endIndex)
    guard let start, let range = source[start...].firstRange(of: wrong) else { return nil }
    return Step(
      message: fault.message, offset: fault.offset,
      source: source.replacingCharacters(in: range, with: right))
  }

  /// The places, in UTF-16 units, that are inside quotation marks.
  private static func quotedUnits(of source: String) -> Set<Int> {
    var quoted: Set<Int> = []
    var open: Unicode.Scalar?
    var unit = 0
    for scalar in source.unicodeScalars {
      if let mark = open {
        if scalar == mark { open = nil } else { quoted.insert(unit) }
      } else if scalar == "'" || scalar == "\"" {
        open = scalar
      }
      unit += scalar.value > 0xFFFF ? 2 : 1
    }
    return quoted
  }

  // MARK: - Words of options

  /// An option that stands behind the name of its choice without quotation marks, by its id or its label.
  private func quotingOptions(in source: String) -> [Step] {
    var steps: [Step] = []
    for (id, known) in scope.items.sorted(by: { $0.key < $1.key }) {
      guard let options = known.type.options, source.contains(id.rawValue) else { continue }
      for (words, option) in Self.names(of: options, known.kind) {
        guard let place = place(of: words, behind: id.rawValue, in: source) else { continue }
        steps.append(
          Step(
            message: "an option stands in quotation marks: '\(option)'",
            offset: source.distance(from: source.startIndex, to: place.lowerBound),
            source: source.replacingCharacters(in: place, with: "'\(option)'")))
      }
    }
    return steps
  }

  /// What options go by, the longest first: their ids and their labels.
  private static func names(of options: [String], _ kind: AnswerKind?) -> [(
    words: String, option: String
  )] {
    options.prefix(60).flatMap { option -> [(words: String, option: String)] in
      let labels = kind?.offer?.label(of: .option(option))?.all ?? []
      return (Set([option] + labels)).sorted().map { ($0, option) }
    }.filter { $0.words.contains { $0.isLetter || $0.isNumber } }
      .sorted { $0.words.count > $1.words.count }
  }

  private func place(of words: String, behind name: String, in source: String) -> Range<
    String.Index
  >? {
    var search = source.startIndex
    while let range = source[search...].range(of: words, options: .caseInsensitive) {
      search = range.upperBound
      let before = source[..<range.lowerBound]
      let end = before.lastIndex { !$0.isWhitespace && $0 != "[" }
      let lead = end.map { before[...$0] } ?? ""
      guard lead.last.map({ "=,<>".contains($0) }) == true || lead.hasSuffix(" in"),
        before.contains(name), before.last.map({ $0.isLetter || "'\"".contains($0) }) != true,
        source[range.upperBound...].first.map({ $0.isLetter || $0.isNumber || "'\"_(".contains($0) }
        )
          != true
      else { continue }
      return range
    }
    return nil
  }

  // MARK: - Lists

  /// What is asked for each thing of a list, with the list before it.
  private func gathering(in source: String) -> [Step] {
    var steps: [Step] = []
    for (id, known) in scope.items.sorted(by: { $0.key < $1.key }) {
      guard let list = known.rosters.last, source.contains(id.rawValue),
        (try? scope.resolve(id.rawValue, at: 0)) == nil
      else { continue }
      let functions: Phrase =
        known.type == .number ? "sum(), any() or all()" : "any(), all() or count()"
      let message: Phrase =
        "“\(id)” is asked once for each element of “\(list)”; use \(functions) with its list first"
      let forms = [
        (
          #"\b(sum|mean|min|max|any|all|none|count)\(\s*"# + id.rawValue + #"\s*,\s*"#
            + list.rawValue + #"\s*\)"#,
          "$1(\(list), \(id))"
        ),
        (
          #"\b(sum|mean|min|max|any|all|none|count)\(\s*(?=[^()]*\b"# + id.rawValue + #"\b)(?!"#
            + list.rawValue + #"\b)"#,
          "$1(\(list), "
        ),
        (
          #"(?<![\w.(,]|, )(?:not\s+)?\b"# + id.rawValue
            + #"\b(?:\s*(?:=|!=|<=|>=|<|>)\s*(?:'[^']*'|[\w.]+)|\s+in\s+\[[^\]]*\])?"#,
          "any(\(list), $0)"
        ),
      ]
      let summed = (
        #"(?<![\w.(,]|, )\b"# + id.rawValue + #"\b"#, "sum(\(list), \(id))"
      )
      for (pattern, template) in known.type == .number ? forms + [summed] : forms {
        guard let range = source.range(of: pattern, options: .regularExpression) else { continue }
        let made = source.replacingOccurrences(
          of: pattern, with: template, options: .regularExpression)
        steps.append(
          Step(
            message: message,
            offset: source.distance(from: source.startIndex, to: range.lowerBound),
            source: made))
      }
    }
    return steps
  }

  // MARK: - Names

  /// Names that are spelled with other capitals, or with a hyphen or a blank for an underscore.
  private func respelling(in source: String) -> [Step] {
    let names = (scope.items.keys.map(\.rawValue) + scope.rosters.map(\.elementName)).sorted()
    return names.prefix(200).flatMap { name -> [Step] in
      let spellings =
        name.contains("_")
        ? [name.replacing("_", with: "-"), name.replacing("_", with: " ")] : []
      return (spellings + ["'\(name)'", "\"\(name)\""]).compactMap { spelling -> Step? in
        guard let range = source.firstRange(of: spelling) else { return nil }
        return Step(
          message: spelling.first?.isLetter == true
            ? "the item is called “\(name)”" : "the name of an item stands without quotation marks",
          offset: source.distance(from: source.startIndex, to: range.lowerBound),
          source: source.replacingCharacters(in: range, with: name))
      }
    }
  }

  /// Words that are no name, as a text.
  private func quotingWords(in source: String, _ fault: ExpressionFault) -> [Step] {
    let start = source.index(
      source.startIndex, offsetBy: max(0, fault.offset), limitedBy: source.endIndex)
    guard let start else { return [] }
    let run = source[start...].prefix { $0.isLetter || $0.isNumber || $0 == " " || $0 == "_" }
    let words = run.trimmingWhitespace()
    // A text stands behind what it is compared with, and a name that comes later is none.
    let sign = source[..<start].last { !$0.isWhitespace }
    guard words.first?.isLetter == true, scope.known(words) == nil, !scope.later.contains(words),
      sign.map({ "=,[".contains($0) }) == true
    else { return [] }
    let first = String(words.prefix { $0 != " " })
    return (words == first ? [words] : [words, first]).compactMap { text in
      guard let range = source[start...].firstRange(of: text) else { return nil }
      return Step(
        message: "“\(text)” is no item; a text stands in quotation marks", offset: fault.offset,
        source: source.replacingCharacters(in: range, with: "'\(text)'"))
    }
  }
}
