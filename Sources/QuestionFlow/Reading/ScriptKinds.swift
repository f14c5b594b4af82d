internal import Yams

extension ScriptReader {
  static let kindNames = [
    "text", "long text", "number", "date", "yes or no", "choice", "choices", "scale 1..5", "list",
    "rank LIST", "person", "posting",
  ]

  mutating func kind(_ fields: inout [String: Node], of node: Node) -> AnswerKind? {
    guard let kindNode = fields["answer"], let text = text(kindNode) else {
      report("“answer” is missing: what kind of answer is wanted", at: node)
      return nil
    }
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count == 2 ? words[1] : ""
    let usesChoices = text == "choice" || text == "choices"
    misplaced("choices", in: fields, unless: usesChoices, belongsTo: "a choice")
    misplaced("between", in: fields, unless: text == "list", belongsTo: "a list")
    misplaced("labels", in: fields, unless: words[0] == "scale", belongsTo: "a scale")
    switch words[0] {
    case _ where text == "text": return .text
    case _ where text == "long text": return .longText
    case _ where text == "date": return .date
    case _ where text == "yes or no" || text == "yes/no": return .yesOrNo
    case _ where text == "person": return .person
    case _ where text == "posting": return .posting
    case _ where text == "choice": return options(fields["choices"], of: node).map { .choice($0) }
    case _ where text == "choices": return options(fields["choices"], of: node).map { .choices($0) }
    case _ where text == "list":
      return bounds(fields["between"]).map { .list(ListAnswer(bounds: $0)) }
    case "number" where rest.isEmpty: return .number(nil)
    case "number":
      guard let range = range(rest, at: kindNode) else { return nil }
      return .number(Double(range.lowerBound)...Double(range.upperBound))
    case "scale": return scale(rest, labels: fields["labels"], at: kindNode)
    case "rank":
      do throws(ExpressionFault) {
        return .rank(try scope.inside(rosterOver: rest, at: 5).list)
      } catch {
        report(error.message, at: kindNode, offset: error.offset)
        return nil
      }
    default:
      let nearest = Spelling.nearest(to: text, among: Self.kindNames)
      report(
        "there is no answer kind “\(text)”"
          + (nearest.map { "; did you mean “\($0)”?" }
            ?? "; there are \(Self.kindNames.joined(separator: ", "))"),
        at: kindNode)
      return nil
    }
  }

  mutating func misplaced(
    _ key: String, in fields: [String: Node], unless fits: Bool, belongsTo owner: String
  ) {
    guard !fits, let node = fields[key] else { return }
    report("“\(key)” belongs to \(owner), and this item's answer is not one", at: node)
  }

  mutating func scale(_ range: String, labels node: Node?, at kindNode: Node)
    -> AnswerKind?
  {
    guard let range = self.range(range, at: kindNode) else { return nil }
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

  /// The outer optional is `nil` where the bounds are malformed, the inner where there are none.
  mutating func bounds(_ node: Node?) -> ClosedRange<Int>?? {
    guard let node else { return .some(nil) }
    guard let text = text(node), let range = range(text, at: node) else { return nil }
    guard range.lowerBound >= 1, range.upperBound <= ListAnswer.maximumCount else {
      report("a list has from 1 to \(ListAnswer.maximumCount) elements", at: node)
      return nil
    }
    return .some(range)
  }

  mutating func range(_ text: String, at node: Node) -> ClosedRange<Int>? {
    let ends = text.components(of: "..")
    guard ends.count == 2, let low = Int(ends[0].trimmingWhitespace()),
      let high = Int(ends[1].trimmingWhitespace()), low <= high, abs(low) < 1_000_000_000,
      abs(high) < 1_000_000_000
    else {
      report("a range is written low..high, such as 1..5", at: node)
      return nil
    }
    return low...high
  }

  mutating func options(_ node: Node?, of parent: Node) -> [AnswerKind.Option]? {
    var options: [AnswerKind.Option] = []
    switch node {
    case .sequence(let sequence)?:
      for child in sequence {
        if let text = text(child) { options.append(.init(id: text, label: Wording(text))) }
      }
    case .mapping(let mapping)?:
      for (key, value) in mapping {
        guard let id = key.scalar?.string, let texts = texts(value) else { continue }
        options.append(
          .init(id: id, label: Wording(texts: texts.byLanguage, fallback: texts.fallback)))
      }
    default:
      report("a choice needs “choices”: a list of at least two options", at: node ?? parent)
      return nil
    }
    guard options.count >= 2, options.count <= 200 else {
      report("a choice has between 2 and 200 options", at: node ?? parent)
      return nil
    }
    let keys = options.map { Words.key($0.label.fallback) }
    guard Set(options.map(\.id)).count == options.count, Set(keys).count == keys.count else {
      report("two options read the same", at: node ?? parent)
      return nil
    }
    return options
  }
}
