import ArgumentParser
import Foundation
import QuestionFlow

/// `nextmove-bench engine`: what the question-flow engine costs as scripts and interviews grow.
struct EngineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine", abstract: "Time loading, checking, stepping and resuming.")

  @Option(help: "Items of the large script.") var items = 10_000
  @Option(help: "Elements of the large roster.") var elements = 1_000

  func run() throws {
    try largeScript()
    try nextStep()
    try resumeRoster()
  }

  private func measured(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.seconds) * 1000
      + Double(duration.components.attoseconds) / 1e15
  }

  private func best(of times: Int, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<times { best = min(best, try measured(body)) }
    return best
  }

  private func print(_ name: String, _ milliseconds: Double, target: String) {
    Swift.print(
      name.padding(toLength: 46, withPad: " ", startingAt: 0)
        + String(format: "%10.3f ms   target %@", milliseconds, target))
  }

  /// Items of all sorts, every third with a condition on one before it.
  private static func script(items: Int) -> String {
    var yaml = "script: large\ntitle: Large\nitems:\n"
    for index in 0..<items {
      let kind = ["text", "yes or no", "scale 1..5", "long text"][index % 4]
      yaml += "  - id: q\(index)\n    ask: Question number \(index)?\n    answer: \(kind)\n"
      if index % 3 == 2, index > 8 {
        // The nearest yes-or-no item before this one.
        let earlier = (index - 3) / 4 * 4 + 1
        yaml += "    when: q\(earlier) or not answered(q\(earlier))\n"
      }
    }
    return yaml
  }

  /// Items with a value for every ten of them, which conditions and texts speak of.
  private static func calculatingScript(items: Int) -> String {
    var yaml = "script: sums\ntitle: Sums\nitems:\n"
    for index in 0..<items {
      yaml += "  - id: q\(index)\n    ask: Question number \(index)?\n    answer: scale 0..4\n"
      if index % 10 == 3, index > 10 { yaml += "    when: m\(index - 4) > 2\n" }
      guard index % 10 == 9 else { continue }
      let names = (index - 9...index).map { "q\($0)" }
      yaml += "  - let: s\(index) = sum(\(names.joined(separator: ", ")))\n"
      yaml += "  - let: m\(index) = round(s\(index) / 10, 1)\n"
      yaml += "  - note: That is {m\(index)}.\n    when: s\(index) > 12\n"
    }
    return yaml
  }

  private func largeScript() throws {
    try large("items", Self.script(items: items))
    try large("items with calculations", Self.calculatingScript(items: items))
  }

  private func large(_ name: String, _ yaml: String) throws {
    Swift.print("script of \(items) \(name), \(yaml.utf8.count) bytes")
    let load = try best(of: 3) { _ = try Script(yaml: yaml, file: "large.yaml") }
    print("  loaded", load, target: "< 500 ms")
    var faults: [ScriptFault] = []
    let check = best(of: 3) { faults = Script.check(yaml: yaml, file: "large.yaml") }
    print("  checked (\(faults.count) findings)", check, target: "< 1000 ms")
  }

  /// The cost of one answer and the step after it, with few and with many answers behind it.
  private func nextStep() throws {
    let count = items + 64
    let plain = (0..<count).map { "  - {id: q\($0), ask: Question \($0)?, answer: text}\n" }
      .joined()
    let script = try Script(yaml: "script: long\ntitle: Long\nitems:\n" + plain, file: "long.yaml")
    func cost(after answers: Int) throws -> Double {
      var interview = Interview(script: script)
      func answer() throws {
        guard let step = interview.nextStep else { return }
        try interview.apply(.answer(step.path, .text("an answer of some words")))
      }
      for _ in 0..<answers { try answer() }
      var best = Double.infinity
      for _ in 0..<48 { best = min(best, try measured(answer)) }
      return best
    }
    let few = try cost(after: 10)
    let many = try cost(after: items)
    print("next step after 10 answers", few, target: "")
    print("next step after \(items) answers", many, target: "")
    Swift.print(String(format: "  ratio %.2f   target at most 1.5", many / few))
  }

  private func resumeRoster() throws {
    let script = try Script(
      yaml: """
        script: roster
        title: Roster
        items:
          - {id: things, ask: Which?, answer: list, between: 1..10000}
          - for each: things
            as: thing
            items:
              - {id: much, ask: "How much is “{thing}”?", answer: scale 1..5}
              - {id: why, when: much > 3, ask: "Why “{thing}”?", answer: text}
        """, file: "roster.yaml")
    var events: [Event] = [
      .answer(Path(ItemID("things")), .typedList((0..<elements).map { "thing \($0)" }))
    ]
    var interview = Interview(script: script)
    try interview.apply(events[0])
    while let step = interview.nextStep {
      let event: Event =
        step.path.item == ItemID("much")
        ? .answer(step.path, .scale(4)) : .answer(step.path, .text("so"))
      events.append(event)
      try interview.apply(event)
    }
    var resumed = Interview(script: script)
    let time = try best(of: 5) {
      resumed = Interview(script: script)
      for event in events { try resumed.apply(event) }
    }
    print("resume a roster of \(elements) (\(events.count) events)", time, target: "< 50 ms")
    guard resumed.isFinished else { throw ValidationError("the resumed interview is not the same") }
  }
}
