import Yams

/// Reads what kind of answer an item wants, and what belongs to that kind.
extension ScriptReader {
  mutating func kind(_ fields: inout [String: Node], of node: Node) -> AnswerKind? {
    guard let kindNode = fields["answer"], let text = text(kindNode) else {
      if fields["answer"] == nil {
        report("“answer” is missing: what kind of answer is wanted", at: node)
      }
      return nil
    }
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count == 2 ? words[1].trimmingWhitespace() : ""
    let head = words[0]
    if AnswerKind.all.contains(where: { $0.name == text || $0.name == head }) {
      refuseMisplaced(in: fields, head: head, text: text)
    }
    switch text {
    case "text": return .text(TextAnswer(pattern: pattern(fields["pattern"])))
    case "long text": return .longText
    case "date": return .date
    case "yes or no", "yes/no": return .yesOrNo
    case "person": return .person
    case "posting": return .posting
    case "choice": return offer(fields, of: node).map { .choice(ChoiceAnswer($0)) }
    case "choices":
      let bounds = picked(fields)
      return offer(fields, of: node).map { .choices(ChoicesAnswer($0, bounds: bounds)) }
    case "list":
      return bounds(fields["between"], upTo: ListAnswer.maximumCount).map {
        .list(ListAnswer(bounds: $0))
      }
    case "number": return .number(NumberAnswer())
    default: break
    }
    switch head {
    case "number":
      return self.decimals(rest, at: kindNode, after: 7).map { .number(NumberAnswer($0)) }
    case "scale" where !rest.isEmpty: return scale(rest, labels: fields["labels"], at: kindNode)
    case "rank": return rank(rest, fields, of: node, at: kindNode)
    default:
      let known = AnswerKind.all.map { $0.spelling.example }
      let meant = Mistakes.meant(
        by: text, among: known + ["scale 0..10", "rank LIST", "number"], Mistakes.known.kinds)
      report(
        "there is no answer kind “\(text)”; "
          + (meant.map { "did you mean “\($0)”?" } ?? "there are \(known.joined(separator: ", "))"),
        at: kindNode, correcting: meant.map { (text, $0) })
      return nil
    }
  }

  /// Keys that belong to other kinds of answers.
  private mutating func refuseMisplaced(in fields: [String: Node], head: String, text: String) {
    let isChoice = text == "choice" || text == "choices"
    let owners: [(key: String, fits: Bool, owner: String)] = [
      ("choices", isChoice || head == "rank", "a choice or a ranking"),
      ("from", isChoice, "a choice; a ranking names its list: rank LIST"),
      ("where", isChoice || head == "rank", "a choice or a ranking"),
      ("other", isChoice, "a choice"), ("none", isChoice, "a choice"),
      ("scores", isChoice, "a choice"),
      ("pick", text == "choices", "choices"),
      ("between", text == "list" || text == "choices", "a list or choices"),
      ("order", isChoice || head == "rank", "a choice, a ranking, a section or “for each”"),
      ("pattern", text == "text", "a text"), ("labels", head == "scale", "a scale"),
    ]
    for (key, fits, owner) in owners {
      guard !fits, let node = fields[key] else { continue }
      report("“\(key)” belongs to \(owner), and this item's answer is “\(text)”", at: node)
    }
  }

  private mutating func pattern(_ node: Node?) -> TextPattern? {
    guard let node, let text = text(node) else { return nil }
    if let pattern = TextPattern(text) { return pattern }
    report(
      "“pattern” is \(Self.either(TextPattern.names)), or a mask such as 99999 (9 a digit, A a letter, * any sign), unlike “\(text)”",
      at: node)
    return nil
  }

  private mutating func scale(_ range: String, labels node: Node?, at kindNode: Node)
    -> AnswerKind?
  {
    guard let range = self.range(range, at: kindNode, after: 6) else { return nil }
    guard range.count >= 2, range.count <= 101 else {
      report("a scale has between 2 and 101 points", at: kindNode)
      return nil
    }
    var labels: [Int: Wording] = [:]
    if case .mapping(let mapping)? = node {
      for (key, value) in mapping {
        guard let point = key.scalar.flatMap({ Int($0.string) }), range.contains(point) else {
          report("a label stands beside a point of the scale", at: key)
          continue
        }
        if let texts = texts(value) {
          labels[point] = Wording(texts: texts.byLanguage, fallback: texts.fallback)
        }
      }
    } else if let node {
      report("labels are written as points with their words, such as {1: low, 5: high}", at: node)
    }
    return .scale(ScaleAnswer(range: range, labels: labels))
  }

  // MARK: - Ranges

  /// The outer optional is `nil` where the bounds are malformed, the inner where there are none.
  private mutating func bounds(_ node: Node?, upTo most: Int) -> ClosedRange<Int>?? {
    guard let node else { return .some(nil) }
    guard let text = text(node), let range = range(text, at: node) else { return nil }
    guard range.lowerBound >= 1, range.upperBound <= most else {
      report("there are from 1 to \(most) of them", at: node)
      return nil
    }
    return .some(range)
  }

  /// How many are to be chosen.
  private mutating func picked(_ fields: [String: Node]) -> ClosedRange<Int>? {
    guard let node = fields["pick"] else {
      return bounds(fields["between"], upTo: 200).flatMap(\.self)
    }
    if let between = fields["between"] {
      report("“pick” says how many already; leave “between” out", at: between)
    }
    guard let count = integer(node) else { return nil }
    guard (1...200).contains(count) else {
      report("from 1 to 200 can be picked", at: node)
      return nil
    }
    return count...count
  }

  /// - Parameter offset: where the range begins in the node's text.
  mutating func range(_ text: String, at node: Node, after offset: Int = 0) -> ClosedRange<Int>? {
    guard let range = decimals(text, at: node, after: offset) else { return nil }
    guard let low = Int(exactly: range.lowerBound), let high = Int(exactly: range.upperBound) else {
      report("whole numbers are needed here, such as 1..5", at: node, offset: offset)
      return nil
    }
    return low...high
  }

  private mutating func decimals(_ text: String, at node: Node, after offset: Int)
    -> ClosedRange<Double>?
  {
    func bound(_ text: String) -> Double? {
      Double(text.trimmingWhitespace()).flatMap { abs($0) < 1_000_000_000 ? $0 : nil }
    }
    let ends = text.components(of: "..")
    if ends.count == 2, !text.contains("..."), let low = bound(ends[0]), let high = bound(ends[1]) {
      if low <= high { return low...high }
      report(
        "a range goes from the low number to the high one", at: node, offset: offset,
        correcting: (text, "\(ends[1].trimmingWhitespace())..\(ends[0].trimmingWhitespace())"))
      return nil
    }
    let match = text.wholeMatch(
      of: /\[?\s*(-?[0-9.]+?)\s*(?:-|–|—|to|\.\.\.|…|,|:|\.|bis)\s*(-?[0-9.]+?)\s*\]?/)
    report(
      "a range is written low..high, with two full stops, such as 1..5", at: node, offset: offset,
      correcting: match.map { (text, "\($0.1)..\($0.2)") })
    return nil
  }
}
