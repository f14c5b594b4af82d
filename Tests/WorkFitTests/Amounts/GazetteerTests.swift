import Testing
@testable import WorkFit

@Suite("the gazetteer")
struct GazetteerTests {
  private let gazetteer = Gazetteer()

  @Test("a city is found by its name, and by its English one")
  func names() {
    #expect(gazetteer.places(named: "leeds").map(\.country) == ["GB"])
    #expect(gazetteer.places(named: "cologne").map(\.name) == ["Köln"])
    #expect(gazetteer.places(named: "nowhere at all").isEmpty)
    #expect(gazetteer.places(named: "").isEmpty)
  }

  @Test("a name that several towns bear has them all, the largest first")
  func several() {
    #expect(gazetteer.places(named: "birmingham").map(\.country) == ["GB", "US"])
  }

  @Test("the first and the last line are found as well")
  func borders() {
    #expect(!gazetteer.places(named: "zwolle").isEmpty)
    #expect(!gazetteer.places(named: "aachen").isEmpty)
  }

  @Test("distances are those of the map, to a few kilometres")
  func distances() throws {
    let leeds = try #require(gazetteer.places(named: "leeds").first)
    let berlin = try #require(gazetteer.places(named: "berlin").first)
    let distance = try #require(leeds.distance(to: berlin))
    #expect((990...1020).contains(distance))
    #expect(leeds.distance(to: leeds) == 0)
  }
}
