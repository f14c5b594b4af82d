import EmbeddedFiles
import Encoder
import Synchronization
import Testing

@testable import WorkFit

/// A reader that has one direction for all that it is given.
private struct OneDirection: RelationReading {
  let model: String
  let direction: [Float]

  func relations(of pairs: [RelationPair], goOn: (Int) -> Bool) -> [Relation] {
    pairs.map { _ in .nothing }
  }
  func likenesses(of statements: [String], to clauses: [String]) -> [[Float]] {
    statements.map { _ in clauses.map { _ in 0 } }
  }
  func knows(_ word: String) -> Bool { true }
  func directions(of texts: [String], after layers: Int) -> [[Float]] {
    texts.map { _ in direction }
  }
}

@Suite("What the reader makes of shine")
struct ShineReadingTests {
  private let lexicon: Lexicon
  private let posting: Posting

  init() throws {
    lexicon = try WorkFitTests.lexicon.get()
    posting = Posting(
      "Software Engineer\nResponsibilities\nYou build web sites for firms in Leeds.",
      lexicon: lexicon)
  }

  @Test("what was learned from the model that ships is shipped with it")
  func shipped() throws {
    let model = try ModelFile(embedded: .readerModel)
    let reading = try #require(ShineReading.shipped)
    #expect(reading.model == model.identity)
    #expect(reading.title.count == model.header.width)
    #expect(reading.whole.count == model.header.width)
  }

  @Test("another model's directions say nothing")
  func otherModel() throws {
    let reader = OneDirection(model: "another", direction: [Float](repeating: 1, count: 768))
    let shine = try Shine(of: posting, reader: reader, lexicon: lexicon)
    #expect(shine.value == Shine(of: posting, lexicon: lexicon).value)
  }

  @Test("a reader without directions leaves the cues alone")
  func noDirections() throws {
    let reader = ScriptedReader(model: try #require(ShineReading.shipped).model)
    let shine = try Shine(of: posting, reader: reader, lexicon: lexicon)
    #expect(shine.value == Shine(of: posting, lexicon: lexicon).value)
  }

  @Test("a direction that was learned to shine raises the shine, and one against it lowers it")
  func raised() throws {
    let reading = try #require(ShineReading.shipped)
    let told = Shine(of: posting, lexicon: lexicon).value
    func value(_ sign: Double) throws -> Double {
      let direction = reading.whole.map { Float($0 * sign) }
      return try Shine(
        of: posting, reader: OneDirection(model: reading.model, direction: direction),
        lexicon: lexicon
      ).value
    }
    #expect(try value(1) > told)
    #expect(try value(-1) < told)
  }

  @Test("a posting that was read is not read again, and one that says more is")
  func readOnce() throws {
    let reader = CountedReader(model: try #require(ShineReading.shipped).model)
    let kept = JudgementMemory()
    let first = try Shine(of: posting, reader: reader, kept: kept, lexicon: lexicon).value
    #expect(try Shine(of: posting, reader: reader, kept: kept, lexicon: lexicon).value == first)
    #expect(reader.asked.withLock { $0 } == 1)
    let longer = Posting(
      "Software Engineer\nResponsibilities\nYou build web sites for firms in Leeds and York.",
      lexicon: lexicon)
    _ = try Shine(of: longer, reader: reader, kept: kept, lexicon: lexicon)
    #expect(reader.asked.withLock { $0 } == 2)
  }

  @Test("what is read moves the shine by its share at most")
  func share() {
    #expect(ShineReading.Read(shine: 4, share: 0.25).beside(2) == 2.5)
    #expect(ShineReading.Read(shine: 0, share: 0.25).beside(2) == 1.5)
  }

  @Test("the name is the title's where there is one, not the sentence that names another job")
  func title() throws {
    let reader = EchoedPlaces()
    let titled = Posting(
      "Head of Finance\nAbout us\nWe are hiring. We are looking for a cook.", lexicon: lexicon)
    let directions = try #require(
      try Shine.directions(of: titled, after: 1, by: reader, lexicon: lexicon))
    #expect(directions.title == [0])
  }
}

/// A reader that counts how often it is asked for directions.
private final class CountedReader: RelationReading {
  let model: String
  let asked = Mutex(0)

  init(model: String) { self.model = model }

  func relations(of pairs: [RelationPair], goOn: (Int) -> Bool) -> [Relation] { [] }
  func likenesses(of statements: [String], to clauses: [String]) -> [[Float]] { [] }
  func knows(_ word: String) -> Bool { true }
  func directions(of texts: [String], after layers: Int) -> [[Float]] {
    asked.withLock { $0 += 1 }
    return texts.map { _ in [Float](repeating: 0.01, count: 768) }
  }
}

/// A reader for which a text's direction is its place.
private struct EchoedPlaces: RelationReading {
  let model = "places"

  func relations(of pairs: [RelationPair], goOn: (Int) -> Bool) -> [Relation] { [] }
  func likenesses(of statements: [String], to clauses: [String]) -> [[Float]] { [] }
  func knows(_ word: String) -> Bool { true }
  func directions(of texts: [String], after layers: Int) -> [[Float]] {
    texts.indices.map { [Float($0)] }
  }
}
