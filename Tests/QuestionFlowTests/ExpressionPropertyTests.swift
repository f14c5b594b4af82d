import Foundation
import Testing

@testable import QuestionFlow

/// Conditions put together at random; `NEXTMOVE_FUZZ=100000` tries more.
@Suite("properties of expressions")
struct ExpressionPropertyTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["NEXTMOVE_FUZZ"].flatMap { Int($0) } ?? 1_000

  static let yaml = """
    script: all
    title: All kinds
    items:
      - {id: t, ask: T?, answer: text}
      - {id: lt, ask: L?, answer: long text}
      - {id: n, ask: N?, answer: number 0..20}
      - {id: d, ask: D?, answer: date}
      - {id: yn, ask: Y?, answer: yes or no}
      - {id: c, ask: C?, answer: choice, choices: [red, green, blue]}
      - {id: cs, ask: Cs?, answer: choices, choices: [a, b, c]}
      - {id: s, ask: S?, answer: scale 1..5}
      - {id: l, ask: L?, answer: list, between: 1..4}
      - for each: l
        as: e
        items:
          - {id: ryn, ask: "Y {e}?", answer: yes or no}
          - {id: rs, ask: "S {e}?", answer: scale 1..5}
          - {id: rt, when: ryn, ask: "T {e}?", answer: text}
      - {id: r, ask: R?, answer: rank l}
      - {id: p, ask: P?, answer: person}
      - {id: po, ask: Po?, answer: posting}
    """

  /// An expression that is often well formed, and sometimes well typed.
  private static func expression(_ random: inout SeededRandom, depth: Int) -> String {
    let leaves = [
      "t", "lt", "n", "d", "yn", "c", "cs", "s", "l", "ryn", "rs", "rt", "e", "r", "p", "po", "yes",
      "no",
      "3", "12", "2027-03-01", "'red'", "'a'", "nowhere",
    ]
    func leaf() -> String { leaves.randomElement(using: &random) ?? "t" }
    guard depth > 0 else { return leaf() }
    func inner() -> String { expression(&random, depth: depth - 1) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return leaf()
    case 1: return "not \(inner())"
    case 2: return "\(inner()) and \(inner())"
    case 3: return "(\(inner()) or \(inner()))"
    case 4, 5:
      let comparison = Comparison.allCases.randomElement(using: &random)?.rawValue ?? "="
      return "\(leaf()) \(comparison) \(leaf())"
    case 6, 7:
      let function = Function.allCases.randomElement(using: &random)?.rawValue ?? "count"
      return "\(function)(\(leaf())) \([">", "=", "<"].randomElement(using: &random) ?? "=") 2"
    case 8: return "\(["vague", "answered"].randomElement(using: &random) ?? "vague")(\(leaf()))"
    case 9:
      return
        "\(leaf()) in \(["l", "cs", "['red', 'blue']", "[1, 3]"].randomElement(using: &random) ?? "l")"
    case 10:
      let quantifier = Quantifier.allCases.randomElement(using: &random)?.rawValue ?? "any"
      return "\(quantifier)(l, \(inner()))"
    default: return "\(leaf()) \(leaf())"
    }
  }

  private func withCondition(_ condition: String) -> String {
    Self.yaml + "\n  - {id: last, ask: Last?, answer: text, when: \"\(condition)\"}\n"
  }

  @Test(
    "every expression that the checker accepts is true, false or unknown on every state reached")
  func total() throws {
    var random = SeededRandom(seed: 7)
    var accepted = 0
    var decided: Set<String> = []
    for round in 0..<Self.rounds {
      let condition = Self.expression(&random, depth: 3)
      guard let script = try? Script(yaml: withCondition(condition), file: "p.yaml"),
        let expression = script.item(ItemID("last"))?.when?.expression
      else { continue }
      accepted += 1
      var respondent = Respondent(script: script, seed: UInt64(round))
      var interview = Interview(script: script)
      for _ in 0..<40 {
        let context = Context(interview: interview, elements: [])
        let value = expression.value(in: context, elements: [])
        switch value {
        case .truth(let truth): decided.insert(String(truth))
        case .unknown: decided.insert("unknown")
        default: Issue.record("“\(condition)” came to \(value)")
        }
        #expect(expression.value(in: context, elements: []) == value)
        guard let step = interview.nextStep, let event = respondent.event(at: step, of: interview)
        else { break }
        _ = try? interview.apply(event)
      }
    }
    // The property says something only where many conditions were tried, with all outcomes.
    #expect(accepted > Self.rounds / 15)
    #expect(decided == ["true", "false", "unknown"])
  }

  @Test("what the checker says can never hold never holds, and what always holds always does")
  func decisions() throws {
    var random = SeededRandom(seed: 11)
    var never = 0
    var always = 0
    for round in 0..<Self.rounds {
      let condition = Self.expression(&random, depth: 2)
      let yaml = withCondition(condition)
      guard let script = try? Script(yaml: yaml, file: "p.yaml"),
        let expression = script.item(ItemID("last"))?.when?.expression
      else { continue }
      let findings = Script.check(yaml: yaml, file: "p.yaml").map(\.message)
      let isNever = findings.contains { $0.hasPrefix("this can never hold") }
      let isAlways = findings.contains { $0.hasPrefix("this always holds") }
      never += isNever ? 1 : 0
      always += isAlways ? 1 : 0
      var mentions: [Variable: Mentions] = [:]
      mentions.add(expression)
      let used = mentions.filter(\.value.isValueUsed).keys.compactMap(\.item)
      var respondent = Respondent(script: script, seed: UInt64(round))
      var interview = Interview(script: script)
      for _ in 0..<60 {
        let context = Context(interview: interview, elements: [])
        let holds = expression.holds(in: context)
        if isNever, holds { Issue.record("“\(condition)” was said never to hold") }
        if isAlways, !holds, used.allSatisfy({ interview.answer(to: Path($0)) != nil }) {
          Issue.record("“\(condition)” was said to hold always")
        }
        guard let step = interview.nextStep, let event = respondent.event(at: step, of: interview)
        else { break }
        _ = try? interview.apply(event)
      }
    }
    #expect(never > Self.rounds / 200)
    #expect(always > Self.rounds / 800)
  }

  @Test(
    "replaying the events of a random interview gives the same interview, and no answer is lost")
  func replay() throws {
    let script = try Script(yaml: Self.yaml, file: "p.yaml")
    for seed in 0..<50 as Range<UInt64> {
      var respondent = Respondent(script: script, seed: seed)
      var interview = Interview(script: script)
      var events: [Event] = []
      var answered: [Path: Answer] = [:]
      while events.count < 400, let step = interview.nextStep,
        let event = respondent.event(at: step, of: interview)
      {
        guard (try? interview.apply(event)) != nil else { continue }
        events.append(event)
        if case .answer(let path, _) = event { answered[path] = interview.records[path]?.answer }
        if case .decline(let path) = event { answered[path] = nil }
      }
      var replayed = Interview(script: script)
      for event in events { try replayed.apply(event) }
      #expect(replayed.nextStep == interview.nextStep)
      #expect(replayed.review == interview.review)
      #expect(replayed.progress == interview.progress)
      for path in answered.keys {
        #expect(interview.records[path]?.answer != nil, "\(path) of seed \(seed)")
      }
    }
  }
}
