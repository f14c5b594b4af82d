import Testing
@testable import WorkFit

@Suite("a negation where amounts decide")
struct NegationTests {
  private let amounts: AmountCheck
  private let table: NegationTable

  init() throws {
    amounts = try AmountCheck()
    table = try NegationTable()
  }

  @Test("no way to say that something is not so is heard as saying that it is, nor the other way")
  func inverted() throws {
    var (tried, decided) = (0, 0)
    for (place, fact) in NegationTable.Fact.all.enumerated() {
      // Every way against every third fact, each time others; all of them take their time.
      for (number, way) in table.ways.enumerated() where (place + number).isMultiple(of: 3) {
        tried += 1
        let line = fact.line(way.template)
        let outcome = try amounts.outcome(.dealBreaker, fact.statement, line)
        #expect(
          outcome != (way.isSo ? .opposed : .supplied), "\(fact.name), \(way.group): \(line)")
        if outcome == (way.isSo ? .supplied : .opposed) { decided += 1 }
      }
    }
    // What leaves everything open inverts nothing either.
    #expect(decided > tried * 3 / 5)
  }
}
