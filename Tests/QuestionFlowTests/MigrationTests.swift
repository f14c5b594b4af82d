import Phrases
import Testing

@testable import QuestionFlow

@Suite("carrying answers over to another version of a script")
struct MigrationTests {
  static let first = """
    script: a
    title: A
    items:
      - section: One
        items:
          - {id: x, ask: Where do you work?, answer: text}
          - {id: gifts, ask: What energizes you?, answer: list, between: 1..5}
      - section: Two
        items:
          - for each: gifts
            as: gift
            items:
              - {id: weight, ask: "How much is “{gift}”?", answer: scale 1..5}
          - {id: last, ask: Anything else?, answer: text}
    """

  private func answered() throws -> Interview {
    var scenario = try Scenario(Self.first)
    for typed in ["a bakery", "quiet, order", "5", "2", "no, that is all"] {
      try scenario.answer(typed)
    }
    return scenario.interview
  }

  private func fates(_ report: MigrationReport) -> [String: MigrationReport.Fate] {
    Dictionary(report.lines.map { ($0.item.rawValue, $0.fate) }, uniquingKeysWith: { $1 })
  }

  private func script(_ yaml: String) throws -> Script { try Script(yaml: yaml, file: "b.yaml") }

  private func answer(_ interview: Interview, _ item: String, _ elements: Int...) -> Answer? {
    interview.answer(to: Path(ItemID(item), elements: elements.map { ElementID($0) }))
  }

  @Test("a label renamed keeps the answer")
  func renamed() throws {
    let new = try script(Self.first.replacing("Where do you work?", with: "Where is your work?"))
    let (interview, report) = try answered().migrated(to: new)
    #expect(answer(interview, "x") == .text("a bakery"))
    #expect(interview.isFinished)
    #expect(fates(report)["x"] == .reworded)
    #expect(
      report.sentences.map(\.description) == [
        "One question reads differently; what you answered stays."
      ])
  }

  @Test("an item moved between sections takes its answer along")
  func moved() throws {
    let line = "      - {id: x, ask: Where do you work?, answer: text}\n"
    let new = try script(
      Self.first.replacing(line, with: "").replacing(
        "      - {id: last", with: line + "      - {id: last"))
    let (interview, report) = try answered().migrated(to: new)
    #expect(answer(interview, "x") == .text("a bakery"))
    #expect(fates(report)["x"] == .moved)
    #expect(interview.isFinished)
  }

  @Test("a kind changed without loss is converted, with loss it is kept aside and asked again")
  func retyped() throws {
    let lossless = try script(
      Self.first.replacing("answer: scale 1..5", with: "answer: number 0..10"))
    let (converted, report) = try answered().migrated(to: lossless)
    #expect(answer(converted, "weight", 1) == .number(5))
    #expect(fates(report)["weight"] == .retyped)
    #expect(converted.isFinished)

    let lossy = try script(
      Self.first.replacing(
        "ask: Where do you work?, answer: text", with: "ask: Where do you work?, answer: date"))
    let (asked, second) = try answered().migrated(to: lossy)
    #expect(answer(asked, "x") == nil)
    #expect(asked.nextStep?.path == Path(ItemID("x")))
    #expect(
      second.sentences.map(\.description) == [
        "“Where do you work?” is asked in another way now, so it comes up again; what you wrote is kept."
      ])
  }

  @Test("an item deleted is kept aside, and is back with its answers in the older version")
  func deletedAndBack() throws {
    let shorter = try script(
      """
      script: a
      title: A
      items:
        - section: One
          items:
            - {id: x, ask: Where do you work?, answer: text}
      """)
    let old = try answered()
    let (interview, report) = old.migrated(to: shorter)
    #expect(fates(report)["gifts"] == .retired)
    #expect(
      report.sentences.map(\.description).contains(
        "“What energizes you?” is no longer asked; what you wrote is kept.")
    )
    #expect(interview.isFinished)

    let (back, second) = interview.migrated(to: old.script)
    #expect(back.review == old.review)
    #expect(answer(back, "weight", 2) == .scale(2))
    #expect(fates(second)["gifts"] == .restored)
    #expect(back.isFinished)
    #expect(
      second.sentences.map(\.description) == ["3 questions are back, with what you had answered."])
  }

  @Test("a lossy change taken back gives the first answer back")
  func lossyAndBack() throws {
    let old = try answered()
    let lossy = try script(
      Self.first.replacing(
        "ask: Where do you work?, answer: text", with: "ask: Where do you work?, answer: date"))
    let (back, _) = old.migrated(to: lossy).interview.migrated(to: old.script)
    #expect(answer(back, "x") == .text("a bakery"))
  }

  @Test("answers move along when a script is split in two, and when it is joined again")
  func split() throws {
    let old = try answered()
    let half = try script(
      """
      script: a
      title: A
      items:
        - {id: x, ask: Where do you work?, answer: text}
      """)
    let other = try script(
      """
      script: b
      title: B
      items:
        - {id: gifts, ask: What energizes you?, answer: list, between: 1..5}
        - for each: gifts
          as: gift
          items:
            - {id: weight, ask: "How much is “{gift}”?", answer: scale 1..5}
      """)
    var others = [old.migrated(to: half).interview]
    let (second, report) = Interview(script: other).migrated(to: other, adopting: &others)
    #expect(fates(report)["gifts"] == .moved)
    #expect(second.isFinished)
    guard case .list(let gifts)? = answer(second, "gifts") else {
      Issue.record("the list did not move")
      return
    }
    #expect(gifts.map(\.text) == ["quiet", "order"])
    #expect(second.answer(to: Path(ItemID("weight"), elements: [gifts[1].id])) == .scale(2))

    var leaving = [second.archived]
    let (joined, _) = others[0].migrated(to: old.script, adopting: &leaving)
    #expect(joined.review.map(\.state) == old.review.map(\.state))
  }

  @Test("an option taken away asks again; one added does not")
  func options() throws {
    let colours =
      "script: a\ntitle: A\nitems:\n  - {id: c, ask: Which?, answer: choice, choices: [red, green]}\n"
    var scenario = try Scenario(colours)
    try scenario.answer("red")
    let more = try script(colours.replacing("green]", with: "green, blue]"))
    #expect(answer(scenario.interview.migrated(to: more).interview, "c") == .choice(.option("red")))
    let fewer = try script(colours.replacing("red, green]", with: "blue, green]"))
    #expect(answer(scenario.interview.migrated(to: fewer).interview, "c") == nil)
  }

  @Test("a new question before the end is asked next, and the rest stays answered")
  func inserted() throws {
    let new = try script(
      Self.first.replacing(
        "      - {id: gifts",
        with: "      - {id: since, ask: Since when?, answer: date}\n      - {id: gifts"))
    let (interview, report) = try answered().migrated(to: new)
    #expect(interview.nextStep?.text == "Since when?")
    #expect(interview.progress == InterviewProgress(done: 5, total: 6))
    #expect(report.sentences.map(\.description) == ["One question is new."])
  }
}
