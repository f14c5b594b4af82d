import Phrases
import Testing

@testable import QuestionFlow

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

  @Test("“no 1” is the first one, and asked back where there is a no")
  func numberOne() throws {
    #expect(try choice("no 1", among: options("apples", "pears")) == "option1")
    #expect(
      readings { _ = try choice("no 1", among: options("yes", "no", "maybe")) } == ["yes", "no"])
    #expect(try choice("no 1", among: options("no", "yes")) == "option1")
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
        == "“the one” could be “the one who knows” or “the one who leads people”; which one?"
    )
    #expect(
      readings { _ = try choice("the one", among: roles) }
        == ["the one who knows", "the one who leads people"])
    let years = options("less than a year", "1 year", "2 years")
    #expect(
      refusal { _ = try choice("2", among: years) }
        == "“2” could be “1 year” or “2 years”; which one?")
  }

  private var drinks: [AnswerKind.Option] {
    options("tea with milk", "strong coffee", "cold water", "nothing at all")
  }

  @Test(
    "a place said in words, or a label said loosely is taken",
    arguments: [
      ("the second", "option2"), ("second one", "option2"), ("2nd", "option2"),
      ("option 2", "option2"), ("number two please", nil),
      ("the last one", "option4"),
      ("I'd go with the first", "option1"), ("coffee, strong", "option2"),
      ("cofee strong", "option2"),
      ("milky tea", "option1"), ("i'd say 3", "option3"), ("option c", "option3"),
      ("waters", "option3"),
    ] as [(String, String?)])
  func loose(typed: String, option: String?) throws {
    #expect((try? choice(typed, among: drinks)) == option)
  }

  @Test(
    "what has only some words of an option is asked back with it",
    arguments: [
      ("coffee with sugar", ["strong coffee"]), ("anything but water", ["cold water"]),
      ("not the strong coffee", ["strong coffee"]),
    ])
  func perhaps(typed: String, expected: [String]) {
    #expect(readings { _ = try choice(typed, among: drinks) } == expected)
  }

  @Test("what has no word of an option is refused with all of them")
  func none() {
    #expect(
      refusal { _ = try choice("lemonade", among: drinks) }
        == "“lemonade” is not among these: 1 tea with milk, 2 strong coffee, 3 cold water, 4 nothing at all."
    )
  }

  @Test(
    "a letter that stands nowhere on the screen is asked back, alone and among others",
    arguments: [("a", "tea with milk"), ("B", "strong coffee")])
  func letterNowhere(typed: String, expected: String) {
    #expect(readings { _ = try choice(typed, among: drinks) } == [expected])
    #expect((try? choices("\(typed) d", among: drinks)) == nil)
    #expect((try? choices("1, \(typed)", among: drinks)) == nil)
  }

  @Test(
    "an order in a word is the order shown, or the other way round",
    arguments: [
      ("as they are", "en", [1, 2, 3]), ("as is", "en", [1, 2, 3]),
      ("Same order.", "en", [1, 2, 3]),
      ("reverse", "en", [3, 2, 1]), ("the other way round", "en", [3, 2, 1]),
      ("so wie sie sind", "de", [1, 2, 3]), ("wie gezeigt", "de", [1, 2, 3]),
      ("umgekehrt", "de", [3, 2, 1]), ("3 1 2", "de", [3, 1, 2]),
    ])
  func wholeOrder(typed: String, language: String, expected: [Int]) throws {
    let things = options("quiet", "clocks", "people")
    let answer = try AnswerKind.rank(RankAnswer(Offer(options: things))).parse(
      typed,
      in: AnswerKind.Surroundings(today: Scenario.today, offered: things, language: language))
    #expect(answer.picks.compactMap(\.optionID) == expected.map { "option\($0)" })
  }

  @Test("an option's own words win over an order in a word")
  func optionNamedReverse() {
    let things = options("reverse gear", "brake")
    #expect((try? rank("reverse", among: things)) == nil)
  }

  @Test("a letter that also begins the words of another is asked back")
  func letter() {
    let towns = options("Cadiz", "Aarau", "Bern")
    #expect(readings { _ = try choice("a", among: towns) } == ["Cadiz", "Aarau"])
  }

  @Test(
    "several are named with “and”, or all of them",
    arguments: [
      ("1 and 3", ["option1", "option3"]),
      ("the first and the last", ["option1", "option4"]),
      ("all of them", ["option1", "option2", "option3", "option4"]),
      ("tea & water", ["option1", "option3"]),
    ])
  func severalChoices(typed: String, expected: [String]) throws {
    #expect(try choices(typed, among: drinks) == expected)
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

  @Test(
    "a place with a sign is asked back where its number is a label of another",
    arguments: ["2.", "#2", "2)", "02", "second", "2nd", "number 2"])
  func placeOrLabel(typed: String) {
    let numbers = options("5", "4", "3", "2", "1")
    #expect(readings { _ = try choice(typed, among: numbers) } == ["4", "2"])
  }

  @Test("an order by numbers is taken, though a number begins somebody's words")
  func orderByNumbers() throws {
    let things = options("C", "C++", "C#", "1,000 people")
    for typed in ["3,1,2,4", "3 1 2 4", "3 > 1 > 2 > 4"] {
      #expect(
        try rank(typed, among: things).map(\.optionID)
          == ["option3", "option1", "option2", "option4"])
    }
    #expect(readings { _ = try choice("1", among: things) } == ["C", "1,000 people"])
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
      ("9", nil), ("4/5", nil), ("I would", nil), ("", nil), ("~4", 4), ("maybe a 4", 4),
      ("the highest", 5), ("in the middle", 3), ("4 out of 5", 4), ("4ish", 4),
      ("probably four", 4), ("definitely 5", 5), ("a solid 4", 4),
    ])
  func scales(typed: String, point: Int?) {
    let scale = ScaleAnswer(
      range: 1...5,
      labels: [
        1: Wording("hardly"), 3: Wording("I would miss it"), 5: Wording("I would be looking again"),
      ])
    #expect((try? scale.point(typed)) == point)
  }

  @Test(
    "what lies between points of a scale, or says more than one, is asked back",
    arguments: [
      ("3.5", ["3", "4"]), ("3 or 4", ["3", "4"]), ("3-4", ["3", "4"]), ("4+", ["4"]),
      ("4/5", ["4"]),
      ("8 out of 10", ["4"]), ("3 and a half", ["3", "4"]), ("at least 4", ["4"]),
      ("half and half", ["3"]), ("100%", ["5"]), ("50 percent", ["3"]), ("twelve", ["5"]),
    ])
  func betweenPoints(typed: String, expected: [String]) {
    let scale = ScaleAnswer(range: 1...5, labels: [1: Wording("hardly")])
    #expect(readings { _ = try scale.point(typed) } == expected)
  }

  @Test(
    "how much is said in words is asked back with the point that it comes to",
    arguments: [
      ("nah", "en", ["1"]), ("very", "en", ["5"]), ("so-so", "en", ["3"]), ("low", "en", ["1"]),
      ("im not sure about this one, maybe 4ish", "en", ["4"]), ("sehr", "de", ["5"]),
      ("ganz wichtig", "de", ["5"]), ("gar nicht", "de", ["1"]), ("geht so", "de", ["3"]),
      ("halb-halb", "de", ["3"]), ("volle Punktzahl", "de", ["5"]), ("not a lot", "en", ["2"]),
      ("not so important tbh", "en", ["2"]), ("slightly above the middle", "en", ["4"]),
    ])
  func degrees(typed: String, language: String, expected: [String]) {
    let scale = ScaleAnswer(range: 1...5, labels: [1: Wording("hardly")])
    #expect(readings { _ = try scale.point(typed, language: language) } == expected)
  }

  @Test(
    "in German an article before a point is no point",
    arguments: [("eine Drei", 3), ("Drei", 3), ("eine glatte Vier", 4), ("eine gute Drei", 3)])
  func germanArticle(typed: String, point: Int) {
    let scale = ScaleAnswer(range: 1...5, labels: [1: Wording("kaum")])
    #expect((try? scale.point(typed, language: "de")) == point)
  }

  @Test("what names no point of a scale is met with the words of its ends")
  func noPoint() {
    let scale = ScaleAnswer(range: 1...5, labels: [1: Wording("hardly"), 5: Wording("at once")])
    #expect(
      refusal { _ = try scale.point("bananas") }
        == "I see no number in “bananas”; it takes one from 1 (hardly) to 5 (at once).")
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
      ("omg yes", true), ("yeah sure", true), ("hell no", false), ("not really", false),
      ("yesss", true), ("nooo", false), ("oh god yes please", true), ("um, no, not really", false),
      ("well yes", true), ("nah, not really", false), ("I don't think so", false), ("100%", true),
    ])
  func yesAndNo(typed: String, truth: Bool) throws {
    #expect(try YesOrNoAnswer.truth(typed) == truth)
  }

  @Test(
    "what begins with a yes or no, or is neither, is asked back",
    arguments: [
      "no idea", "no problem", "not sure", "yes but", "yeah, no", "yes and no", "no doubt",
      "yes?", "yes 👎", "no worries", "never mind", "y/n", "1",
      "0", "ok", "sure, no", "no one asked", "yes unless it rains", "maybe", "no…?", "kind of",
      "sort of", "not exactly no", "I guess", "it depends", "not unhappy", "no, yes", "so so",
      "well",
    ])
  func neither(typed: String) {
    #expect(
      refusal { _ = try YesOrNoAnswer.truth(typed) }
        == "I hear neither yes nor no in “\(typed)”; which is nearer, yes or no?"
    )
    #expect(readings { _ = try YesOrNoAnswer.truth(typed) } == ["yes", "no"])
  }

  @Test(
    "a yes or no with a reason behind or before it is offered alone",
    arguments: [
      ("no, thank goodness", "no"), ("yes, twice", "yes"), ("Not of that, no.", "no"),
      ("Yes, a little, because it is always boxes.", "yes"),
    ])
  func leaning(typed: String, offered: String) {
    #expect(readings { _ = try YesOrNoAnswer.truth(typed) } == [offered])
  }

  @Test(
    "in German, yes and no are heard as Germans say them",
    arguments: [
      ("ja", true), ("Jo, klar", true), ("nein", false), ("nee", false), ("auf keinen Fall", false),
      ("na klar", true), ("natürlich nicht", false), ("yes", true), ("eher nicht", false),
      ("auf jeden Fall!", true), ("no", false), ("ach nein, nie", false), ("eher ja", true),
    ])
  func german(typed: String, truth: Bool) throws {
    #expect(try YesOrNoAnswer.truth(typed, language: "de") == truth)
  }

  @Test(
    "in German, what is neither is asked back",
    arguments: ["jein", "keine Ahnung", "ja aber", "vielleicht"])
  func germanNeither(typed: String) {
    #expect(
      refusal { _ = try YesOrNoAnswer.truth(typed, language: "de") }
        == "I hear neither yes nor no in “\(typed)”; which is nearer, ja or nein?")
  }

  @Test("the hint to an order names as many numbers as are asked for, and none that is not offered")
  func orderHint() {
    let three = options("rest", "money", "people")
    func hint(_ top: Int?, _ offered: [AnswerKind.Option]) -> String {
      AnswerKind.rank(RankAnswer(Offer(options: offered), top: top)).form(among: offered)
        .description
    }
    #expect(hint(nil, three) == "all the numbers in your order, such as 2 1 3")
    #expect(hint(4, three) == "all the numbers in your order, such as 2 1 3")
    #expect(
      hint(2, three) == "the numbers of your first 2, the first one first, such as 3 1")
    #expect(
      hint(4, three + three) == "the numbers of your first 4, the first one first, such as 6 1 2 3")
  }

  @Test("the way to one's own words is told by its number, among several as well")
  func ownWords() {
    let offer = Offer(
      .options(roles.map { Offer.ScriptOption(option: $0, when: nil, score: nil) }),
      other: Wording("Somebody else"), none: Wording("Nobody"))
    let offered = roles + offer.last
    let kind = AnswerKind.choices(ChoicesAnswer(offer))
    #expect(kind.form(among: offered).description.hasSuffix("as in “1, 3: …”"))
    let refused = refusal {
      _ = try kind.parse(
        "2, a dog under the desk",
        in: AnswerKind.Surroundings(today: Scenario.today, offered: offered))
    }
    #expect(
      refused
        == "“a dog under the desk” is not among these; words of your own stand last, as “Somebody else” behind its number and a colon: “…, 3: a dog under the desk”."
    )
  }
}
