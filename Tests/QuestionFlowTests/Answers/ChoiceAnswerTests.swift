@testable import QuestionFlow
import Testing

@Suite("choosing by words and by numbers")
struct ChoiceAnswerTests {
  private func options(_ labels: String...) -> [AnswerKind.Option] {
    labels.enumerated().map {
      .init(id: .option("option\($0.offset + 1)"), label: Wording($0.element))
    }
  }

  private func choice(_ typed: String, among options: [AnswerKind.Option]) throws -> String? {
    let kind = AnswerKind.choice(ChoiceAnswer(Offer(options: options)))
    let answer = try kind.parse(
      typed, in: AnswerKind.Surroundings(today: Scenario.today, offered: options))
    return answer.picks.first?.optionID
  }

  private func choices(_ typed: String, among options: [AnswerKind.Option]) throws -> [String] {
    let kind = AnswerKind.choices(ChoicesAnswer(Offer(options: options)))
    let answer = try kind.parse(
      typed, in: AnswerKind.Surroundings(today: Scenario.today, offered: options))
    return answer.picks.compactMap(\.optionID)
  }

  private func rank(_ typed: String, among options: [AnswerKind.Option], top: Int? = nil) throws
    -> [ElementID]
  {
    try AnswerKind.rank(RankAnswer(Offer(options: options), top: top)).parse(
      typed, in: AnswerKind.Surroundings(today: Scenario.today, offered: options)
    ).picks
  }

  private let roles = [("expert", "the one who knows"), ("lead", "the one who leads people")].map {
    AnswerKind.Option(id: .option($0.0), label: Wording($0.1))
  }

  @Test("a choice is made by number, by the beginning, or by words of its own")
  func choices() throws {
    #expect(try choice("2", among: roles) == "lead")
    #expect(try choice("2)", among: roles) == "lead")
    #expect(try choice("exp", among: roles) == "expert")
    #expect(try choice("leads people", among: roles) == "lead")
    #expect(try choices("2 1", among: roles) == ["expert", "lead"])
    #expect(try choices("the one who knows, 2", among: roles) == ["expert", "lead"])
  }

  @Test("what could be two of them is asked back")
  func ambiguous() {
    #expect(
      refusal { _ = try choice("the one", among: roles) }
        == "“the one” could be “the one who knows” or “the one who leads people”; which one? Write it out."
    )
    let years = options("less than a year", "1 year", "2 years")
    #expect(
      refusal { _ = try choice("2", among: years) }
        == "“2” could be “1 year” or “2 years”; which one? Write it out.")
  }

  @Test("a label that is typed exactly wins over a place")
  func exactLabels() throws {
    let numbers = options("5", "4", "3", "2", "1")
    #expect(try choice("5", among: numbers) == "option1")
    #expect(try choices("5, 1", among: numbers) == ["option1", "option5"])
    #expect(try choices("5 1", among: numbers) == ["option1", "option5"])
    let scale = ScaleAnswer(range: 1...3, labels: [1: Wording("30"), 2: Wording("3")])
    #expect(try scale.point("30") == 1)
    #expect(try scale.point("3") == 2)
    let elements = ["2", "1"].enumerated().map {
      AnswerKind.Option(id: ElementID($0.offset + 10), label: Wording($0.element))
    }
    #expect(try rank("1 2", among: elements) == [ElementID(11), ElementID(10)])
  }

  @Test("labels that differ by a sign or by case are told apart")
  func signs() throws {
    let languages = options("C", "C++", "C#", ".NET", "net", "Go", "go")
    for (index, label) in ["C", "C++", "C#", ".NET", "net", "Go", "go"].enumerated() {
      #expect(try choice(label, among: languages) == "option\(index + 1)")
    }
    #expect(try choice("c++", among: languages) == "option2")
    #expect(refusal { _ = try choice("GO", among: languages) } != nil)
  }

  @Test("a label may have a comma in it")
  func commas() throws {
    let towns = options("Paris, Texas", "Paris, France", "London")
    #expect(try choice("Paris, France", among: towns) == "option2")
    #expect(try choices("Paris, Texas", among: towns) == ["option1"])
    #expect(
      try choices("London, paris, france", among: towns) == ["option2", "option3"])
    #expect(refusal { _ = try choices("Paris, London", among: towns) } != nil)
  }

  @Test(
    "a number with something beside it is no place",
    arguments: ["-2", "~2", "2+", "<2", "1-2", "1.5", "0", "3", "½", "2 or 1"])
  func notAPlace(typed: String) {
    #expect(refusal { _ = try choice(typed, among: roles) } != nil)
  }

  @Test(
    "a scale takes its numbers and words, and nothing that only has them in it",
    arguments: [
      ("4", 4), ("five", 5), ("٤", 4), ("hardly", 1), ("I would be", 5),
      ("5 (I would be looking again)", 5), ("-3", nil), ("4+", nil), ("3.5", nil), ("3 or 4", nil),
      ("9", nil), ("4/5", nil), ("I would", nil), ("", nil), ("~4", nil),
    ])
  func scales(typed: String, point: Int?) {
    let scale = ScaleAnswer(
      range: 1...5,
      labels: [
        1: Wording("hardly"), 3: Wording("I would miss it"), 5: Wording("I would be looking again"),
      ])
    #expect((try? scale.point(typed)) == point)
  }

  private let four = ["clocks", "quiet", "Paris, Texas", "teaching"].enumerated().map {
    AnswerKind.Option(id: ElementID($0.offset + 1), label: Wording($0.element))
  }

  @Test("an order names everything once, by number or by words")
  func ranks() throws {
    let order = [3, 1, 4, 2].map { ElementID($0) }
    for typed in [
      "3 1 4 2", "3, 1, 4, 2", "3 > 1 > 4 > 2", "Paris, Texas, clocks, teaching, quiet",
      "paris\n1\nteach\nquiet", "Paris, Texas, then clocks, then teaching, then quiet",
    ] {
      #expect(try rank(typed, among: four) == order, "\(typed)")
    }
  }

  @Test("an order that leaves something out is asked back, and names it")
  func incompleteRanks() {
    #expect(
      refusal { _ = try rank("3 1", among: four) }
        == "“quiet” and “teaching” have no place yet; name all 4, the first one first.")
    #expect(
      refusal { _ = try rank("3 1 2", among: four) }
        == "“teaching” has no place yet; name all 4, the first one first.")
    #expect(
      refusal { _ = try rank("3 1 3 2", among: four) }
        == "“Paris, Texas” stands there twice; name each once.")
    #expect(
      refusal { _ = try rank("5 1 2 3", among: four) }
        == "It takes a number from 1 to 4.")
    #expect(refusal { _ = try rank("3 1 -4 2", among: four) } != nil)
  }

  @Test(
    "yes and no, said clearly",
    arguments: [
      ("Yep", true), ("of course", true), ("Nope.", false), ("I haven’t", false), ("y", true),
      ("No, never!", false), ("yes, of course", true), ("of course not", false), ("NO", false),
    ])
  func yesAndNo(typed: String, truth: Bool) throws {
    #expect(try YesOrNoAnswer.truth(typed) == truth)
  }

  @Test(
    "what begins with a yes or no, or is neither, is asked back",
    arguments: [
      "no idea", "no problem", "not sure", "yes but", "yeah, no", "yes and no", "no doubt",
      "no, thank goodness", "yes, twice", "yes?", "yes 👎", "no worries", "never mind", "y/n", "1",
      "0", "ok", "sure, no", "not really", "no one asked", "yes unless it rains", "maybe", "no…?",
    ])
  func neither(typed: String) {
    #expect(
      refusal { _ = try YesOrNoAnswer.truth(typed) }
        == "“\(typed)” could be either; is it yes or no?"
    )
  }
}
