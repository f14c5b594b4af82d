import Phrases
import Yams

/// Reads what kind of answer an item wants, and what belongs to that kind.
extension ScriptReader {
  mutating func kind(_ fields: inout [String: Node], of node: Node) -> AnswerKind? {
    if let kindNode = fields["answer"], reportSeveral(kindNode) { return nil }
    if let kindNode = fields["answer"], let options = kindNode.sequence, isFlow(kindNode),
      let list = FlowText.list(options.compactMap { $0.scalar?.string })
    {
      report(
        "the options stand on a line of their own, under “choices”", at: kindNode,
        mending: saying("choice", at: kindNode, with: [("choices", list)]))
      return nil
    }
    guard let kindNode = fields["answer"], let text = text(kindNode) else {
      if fields["answer"] == nil, !isAnswerSwallowed(by: fields["ask"]) {
        reportMissing(
          "“answer” is missing: what kind of answer is wanted", at: node, adding: "answer",
          fields["choices"] == nil ? "text" : "choice", behind: fields["ask"])
      }
      return nil
    }
    if let asking, answers[ItemID(asking)] == nil { answers[ItemID(asking)] = kindNode }
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
      if reportNoAnswer(text, fields, of: node, at: kindNode) { return nil }
      if reportSpan(text, fields, at: kindNode) { return nil }
      reportOtherKind(text, at: kindNode)
      return nil
    }
  }

  /// Says which kind of answer is meant, with the lines that it takes.
  private mutating func reportOtherKind(_ text: String, at node: Node) {
    let known = AnswerKind.all.map { $0.spelling.example }
    let kinds = OtherKinds(text)
    let lines = kinds.lines ?? Spelling.nearest(to: text, among: known).map { [$0] }
    let first = lines?.first ?? ""
    let further = (lines ?? []).dropFirst().map { line -> (key: String, value: String) in
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingWhitespace() }
      return (parts[0], parts.count > 1 ? parts[1] : "")
    }
    let message: Phrase =
      kinds.message
      ?? lines.map { _ in "there is no answer kind “\(text)”; did you mean “\(first)”?" }
      ?? "there is no answer kind “\(text)”; there are \(known.joined(separator: ", "))"
    report(
      message, at: node,
      mending: further.isEmpty
        ? with(first.isEmpty ? "text" : first, at: node)
        : saying(first, at: node, with: further))
  }

  /// Keys that belong to other kinds of answers.
  private mutating func refuseMisplaced(in fields: [String: Node], head: String, text: String) {
    let isChoice = head == "choice" || head == "choices"
    let owners: [(key: String, fits: Bool, owner: Phrase)] = [
      ("choices", isChoice || head == "rank", "a choice or a ranking"),
      ("from", isChoice, "a choice; a ranking names its list: rank LIST"),
      ("where", isChoice || head == "rank", "a choice or a ranking"),
      ("other", isChoice, "a choice"), ("none", isChoice, "a choice"),
      ("scores", isChoice, "a choice"),
      ("pick", head == "choices", "choices"),
      ("between", head == "list" || head == "choices", "a list or choices"),
      ("order", isChoice || head == "rank", "a choice, a ranking, a section or “for each”"),
      ("pattern", head == "text", "a text"), ("labels", head == "scale", "a scale"),
    ]
    for (key, fits, owner) in owners {
      guard !fits, let node = fields[key] else { continue }
      if isChoice, key == "labels", let named = renamed(fields["choices"], by: node) {
        report(
          "“\(key)” belongs to \(owner); the words of an option stand behind its name, under “choices”",
          at: node, mending: named)
        continue
      }
      if text == "choice", key == "pick", let answer = fields["answer"] {
        report(
          "“\(key)” belongs to \(owner), and this item's answer is “\(text)”", at: node,
          mending: with("choices", at: answer)?.or(without(node)))
        continue
      }
      let bounds = ["between", "pick"].contains(key) && ["number", "scale"].contains(head)
      let range = WrittenRange(node.scalar?.string ?? "").spoken(from: 0, to: 100)
      let ranged = range.flatMap { range in
        fields["answer"].flatMap { answer in
          bounds ? saying("\(head) \(range)", at: answer, leavingOut: node) : nil
        }
      }
      report(
        bounds
          ? "“\(key)” belongs to \(owner), and this item's answer is “\(text)”; from where to where it goes is said behind the kind"
          : "“\(key)” belongs to \(owner), and this item's answer is “\(text)”",
        at: node, mending: ranged ?? without(node))
    }
  }

  private mutating func pattern(_ node: Node?) -> TextPattern? {
    guard let node, let text = text(node) else { return nil }
    let form = WrittenPattern(text)
    guard let pattern = TextPattern(text) else {
      report(
        "“pattern” is \(TextPattern.names.map(Phrase.init(verbatim:)).offered), or a mask such as 99999 (9 a digit, A a letter, * any sign), unlike “\(text)”",
        at: node,
        mending: (form.meant ?? (Set(text).count == 1 ? "99999" : nil)).flatMap {
          with($0, at: node)
        }
          ?? without(node))
      return nil
    }
    if let message = form.message, !TextPattern.names.contains(text) {
      // No error: what could be asked before can still be asked.
      report(
        message, .warning, at: place(of: node),
        correction: form.meant.flatMap {
          line(of: node, with: $0, for: text) ?? line(of: node, saying: Self.plain($0))
        })
    }
    return pattern
  }

  private mutating func scale(_ range: String, labels node: Node?, at kindNode: Node)
    -> AnswerKind?
  {
    guard let range = self.range(range, at: kindNode, after: 6) else { return nil }
    guard range.count >= 2, range.count <= 101 else {
      let isLong = range.count > 101
      report(
        isLong
          ? "a scale has between 2 and 101 points; a number has as many as you like"
          : "a scale has between 2 and 101 points",
        at: kindNode,
        mending: with(
          isLong
            ? "number \(range.lowerBound)..\(range.upperBound)"
            : "scale \(range.lowerBound)..\(range.lowerBound + 4)", at: kindNode))
      return nil
    }
    var labels: [Int: Wording] = [:]
    if case .mapping(let mapping)? = node {
      for (key, value) in mapping {
        guard let point = key.scalar.flatMap({ Int($0.string) }), range.contains(point) else {
          reportPoint(key, range, in: mapping, at: node)
          continue
        }
        if let texts = texts(value) {
          labels[point] = Wording(texts: texts.byLanguage, fallback: texts.fallback)
        }
      }
    } else if let node {
      let pairs = node.sequence?.compactMap { child -> (name: String, text: String)? in
        guard let pair = child.mapping?.first, let point = pair.key.scalar?.string,
          let text = pair.value.scalar?.string
        else { return nil }
        return (point, text)
      }
      let words =
        node.sequence?.compactMap { $0.scalar?.string }
        ?? FlowText.parts(node.scalar?.string ?? "", between: [",", ";"])
      let points =
        words.count == range.count ? Array(range) : [range.lowerBound, range.upperBound]
      report(
        "labels are written as points with their words, such as {1: low, 5: high}", at: node,
        mending: labelled(
          node,
          pairs.map { $0.isEmpty ? nil : $0 }?.flatMap { $0 }
            ?? zip(points, words).map { (name: String($0), text: $1) }))
    }
    return .scale(ScaleAnswer(range: range, labels: labels))
  }

  /// Labels beside their points, on one line or each on its own.
  private func labelled(_ node: Node, _ labels: [(name: String, text: String)]) -> Correction? {
    guard let mark = node.mark, node.sequence != nil, !isFlow(node) else {
      return saying(FlowText.braces(labels), at: node, for: "labels")
    }
    let lead = String(repeating: " ", count: mark.column + 1)
    return Correction([
      .lines(
        mark.line...mark.line + max(1, node.sequence?.count ?? 1) - 1,
        labels.map { "\(lead)\($0.name): \(Self.plain($0.text))" }.joined(separator: "\n"))
    ])
  }

  /// A label beside what is no point of the scale; all of them are mended together.
  private mutating func reportPoint(
    _ key: Node, _ range: ClosedRange<Int>, in labels: Node.Mapping, at node: Node?
  ) {
    let said = key.scalar?.string ?? ""
    if let byPoint = labelsByPoint(labels) {
      guard labels.keys.first?.scalar?.string == said else { return }
      let all = byPoint.map { "\($0.name): \($0.text)" }.joined(separator: ", ")
      report(
        "the languages of a label stand behind its point, such as {1: {en: low, de: wenig}}",
        at: key, mending: node.flatMap { isFlow($0) ? saying("{\(all)}", at: $0) : nil })
      return
    }
    if let turned = turned(labels) {
      // {low: 1} and {1 = low} are told once.
      guard labels.keys.first?.scalar?.string == said else { return }
      report(
        "a label stands behind its point and a colon, such as {1: low, 5: high}", at: key,
        mending: node.flatMap { labelled($0, turned) })
      return
    }
    if Int(said) == nil {
      let words = range.count == 2 ? [0.0, 1.0] : [0.0, 0.5, 1.0]
      let place =
        Mistakes.known.places[said.lowercased()]
        ?? labels.keys.firstIndex { $0.scalar?.string == said }
        .map {
          words[min(labels.keys.distance(from: labels.keys.startIndex, to: $0), words.count - 1)]
        } ?? 0
      let point = Double(range.lowerBound) + place * Double(range.count - 1)
      return report(
        "a label stands beside a point of the scale, from \(String(range.lowerBound)) to \(String(range.upperBound)), unlike “\(said)”",
        at: key, mending: renaming(key, String(Int(point.rounded()))))
    }
    var better = line(of: key)
    for other in labels.keys {
      guard let text = other.scalar?.string, let point = Int(text), !range.contains(point),
        other.mark?.line == key.mark?.line
      else { continue }
      let nearest = String(min(max(point, range.lowerBound), range.upperBound))
      better = better?.replacing("\(text):", with: "\(nearest):", maxReplacements: 1)
    }
    report(
      "a label stands beside a point of the scale, from \(String(range.lowerBound)) to \(String(range.upperBound)), unlike “\(said)”",
      .error, at: place(of: key), correction: better == line(of: key) ? nil : better)
  }

  private static let numberedLabel = WrittenForm(regex: /(-?[0-9]+)\s*(?:=|->|→|-|:)?\s*(.+)/)

  /// Labels whose points stand behind them, or before an equals sign, the right way round.
  private func turned(_ labels: Node.Mapping) -> [(name: String, text: String)]? {
    let pairs = labels.compactMap { key, value -> (name: String, text: String)? in
      let name = key.scalar?.string ?? ""
      let text = value.scalar?.string ?? ""
      if Int(text) != nil, Int(name) == nil { return (text, name) }
      guard let match = name.wholeMatch(of: Self.numberedLabel),
        text.isEmpty || text == "null"
      else { return nil }
      return (String(match.1), String(match.2))
    }
    return pairs.count == labels.count ? pairs : nil
  }

  // MARK: - Ranges

  /// The outer optional is `nil` where the bounds are malformed, the inner where there are none.
  private mutating func bounds(_ node: Node?, upTo most: Int) -> ClosedRange<Int>?? {
    guard let node else { return .some(nil) }
    if let ends = node.sequence?.compactMap({ $0.scalar?.string }), ends.count == 2 {
      report(
        "a range is written low..high, with two full stops, such as 1..5", at: node,
        mending: saying("\(ends[0])..\(ends[1])", at: node))
      return nil
    }
    if let count = node.scalar.flatMap({ Int($0.string) }) {
      report(
        "a range is written low..high, with two full stops, such as 1..5", at: node,
        mending: with("\(count)..\(count)", at: node))
      return nil
    }
    guard let text = text(node), let range = range(text, at: node) else { return nil }
    guard range.lowerBound >= 1, range.upperBound <= most else {
      // Written as in a script, with nothing between the thousands.
      let (low, high) = (range.lowerBound, range.upperBound)
      let meant = "\(min(max(1, low), most))..\(min(max(1, high), most))"
      report(
        low == 0
          ? "there are from 1 to \(String(most)) of them; who has none passes the question over"
          : "there are from 1 to \(String(most)) of them", at: node, mending: with(meant, at: node))
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
      report(
        "“pick” says how many already; leave “between” out", at: between,
        mending: without(between))
    }
    let written = WrittenRange(node.scalar?.string ?? "")
    if written.high != nil, let range = written.spoken(from: 1, to: 200) {
      report(
        "“pick” is one number; from how many to how many is said by “between”", .error,
        at: place(of: node), correction: line(of: node, saying: range, for: "between"))
      return nil
    }
    guard let count = integer(node) else { return nil }
    guard (1...200).contains(count) else {
      report(
        "from 1 to 200 can be picked", at: node,
        mending: with(String(min(max(1, count), 200)), at: node))
      return nil
    }
    return count...count
  }

  /// - Parameter offset: where the range begins in the node's text.
  mutating func range(_ text: String, at node: Node, after offset: Int = 0) -> ClosedRange<Int>? {
    guard let range = decimals(text, at: node, after: offset) else { return nil }
    guard let low = Int(exactly: range.lowerBound), let high = Int(exactly: range.upperBound) else {
      let whole = node.scalar?.string.trimmingWhitespace() ?? ""
      let (low, high) = (range.lowerBound.rounded(.down), range.upperBound.rounded(.up))
      report(
        "whole numbers are needed here, such as 1..5", at: place(of: node, offset: offset),
        mending: with(
          "\(whole.prefix(offset))\(NumberAnswer.spoken(low))..\(NumberAnswer.spoken(high))",
          at: node))
      return nil
    }
    return low...high
  }

  private mutating func decimals(_ text: String, at node: Node, after offset: Int)
    -> ClosedRange<Double>?
  {
    func bound(_ text: String) -> Double? {
      Double(text.trimmingWhitespace()).flatMap { abs($0) <= NumberAnswer.largest ? $0 : nil }
    }
    let ends = text.components(of: "..")
    if ends.count == 2, !text.contains("..."), let low = bound(ends[0]), let high = bound(ends[1]) {
      if low <= high { return low...high }
      report(
        "a range goes from the low number to the high one", at: node, offset: offset,
        correcting: (text, "\(ends[1].trimmingWhitespace())..\(ends[0].trimmingWhitespace())"))
      return nil
    }
    let numbers = ends.compactMap { Double($0.trimmingWhitespace()) }
    if numbers.count == 2, numbers.contains(where: { abs($0) > NumberAnswer.largest }) {
      let within = numbers.map { max(-NumberAnswer.largest, min(NumberAnswer.largest, $0)) }
      report(
        "the ends of a range have at most 15 digits", at: node, offset: offset,
        correcting: (text, within.map(NumberAnswer.spoken).joined(separator: "..")))
      return nil
    }
    if offset > 0, let (meant, more) = Self.described(node.scalar?.string ?? "") {
      report(
        more.isEmpty
          ? "behind “\(meant)” stands nothing but from where to where it goes"
          : "the words of a scale stand on a line of their own, under “labels”", at: node,
        mending: saying(meant, at: node, with: more))
      return nil
    }
    let written = WrittenRange(text)
    let isScale = node.scalar?.string.hasPrefix("scale") == true
    let isUpper = isScale && written.isOpen && (written.low ?? 0) > 1
    let upper = isUpper ? written.low.map { "1..\(NumberAnswer.spoken($0))" } : nil
    let meant =
      upper ?? written.spoken(from: isScale || offset == 0 ? 1 : 0, to: isScale ? 5 : 100)
      ?? (isScale ? "1..5" : nil)
    let message: Phrase =
      text.contains("..") && written.hasCommas
      ? "a number has no commas between its thousands"
      : written.isOpen && meant != nil
        ? "a range has both ends, such as \(meant ?? "1..5")"
        : text.contains(",") && ends.count == 2
          ? "the places of a number stand behind a full stop"
          : "a range is written low..high, with two full stops, such as 1..5"
    report(
      message, .error,
      at: SourcePlace(
        file: file, line: max(1, node.mark?.line ?? 1),
        column: max(1, (node.mark?.column ?? 1) + offset)),
      correction: meant.flatMap { meant in
        let whole = node.scalar?.string.trimmingWhitespace() ?? ""
        return line(of: node, with: whole.prefix(offset) + meant, for: whole)
      })
    return nil
  }
}
