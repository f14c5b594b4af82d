import Testing

@testable import Coaching

@Suite("what gave or took energy, as it is typed")
struct SpokenLevelTests {
  @Test(
    "the level stands behind or in front, in figures or in words, with its sign",
    arguments: [
      (["an hour with the ledger", "+2"], "an hour with the ledger", 2),
      (["Sitzung ohne Ende", "minus", "2"], "Sitzung ohne Ende", -2),
      (["the", "float", "pool", "huddle", "plus", "two"], "the float pool huddle", 2),
      (["Sitzung ohne Ende minus zwei"], "Sitzung ohne Ende", -2),
      (["minus", "one", "the", "inventory"], "the inventory", -1),
      (["plus eins: Uhren gestellt"], "Uhren gestellt", 1),
      (["lunch", "−1"], "lunch", -1), (["lunch", "-", "2"], "lunch", -2),
      (["lunch", "0"], "lunch", 0),
      (["lunch:", "2"], "lunch:", 2), (["-1", "the", "inventory"], "the inventory", -1),
      (["night shift", "=", "-2"], "night shift", -2),
      (["Inventur,", "Minus", "Zwei."], "Inventur", -2),
    ])
  func levels(words: [String], text: String, level: Int) throws {
    let said = try #require(SpokenLevel(words))
    #expect(said.text == text && said.level == level)
  }

  @Test(
    "where none is said there is none, and a number word alone says none",
    arguments: [["lunch with the team"], ["a", "talk", "for", "two"], ["zwei"], [], ["shift 12"]])
  func none(words: [String]) {
    #expect(SpokenLevel(words) == nil)
  }

  @Test("a level out of range is told as it was said")
  func outOfRange() {
    #expect(SpokenLevel(["lunch", "plus", "three"])?.level == 3)
    #expect(SpokenLevel(["lunch", "-9"])?.level == -9)
  }
}
