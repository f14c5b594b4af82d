import EmbeddedFiles
import Encoder
import Foundation
import Testing
@testable import WorkFit

@Suite("the reader that ships")
struct ShippedReaderTests {
  private let reader: EncoderReading

  init() throws {
    reader = try EncoderReading(model: ModelFile(embedded: .readerModel))
  }

  private func relation(_ statement: String, _ clause: String) throws -> Relation {
    let pair = RelationPair(statement: statement, clause: clause)
    return try #require(try reader.relations(of: [pair]) { _ in true }.first)
  }

  @Test(
    "a line and its opposite are told apart, and a line about something else is neither",
    arguments: [
      (
        "long stretches of quiet work", "You will have long stretches of undisturbed work.",
        "Your days are full of back-to-back meetings.", "We make clocks."
      ),
      (
        "managing people", "You lead a team of twelve and hold their appraisals.",
        "There are no direct reports.", "Our customers manage large teams."
      ),
      (
        "travelling for work", "You travel to our sites every week.", "There is no travel.",
        "We sell travel insurance."
      ),
    ])
  func directions(statement: String, supplies: String, opposes: String, neither: String) throws {
    let (yes, no) = (try relation(statement, supplies), try relation(statement, opposes))
    #expect(yes.supplies > 0.5 && yes.opposes < 0.2)
    #expect(no.opposes > 0.5 && no.supplies < 0.2)
    #expect(try relation(statement, neither).neither > 0.5)
  }

  @Test("a pair is read alike alone and among others")
  func alone() throws {
    let pairs = ["You travel weekly.", "You plant trees.", "No overtime."].map {
      RelationPair(statement: "working outdoors", clause: $0)
    }
    let together = try reader.relations(of: pairs) { _ in true }
    for (pair, relation) in zip(pairs, together) {
      #expect(try self.relation(pair.statement, pair.clause) == relation)
    }
  }

  @Test("a clause of the same meaning is nearer than one of another")
  func likeness() {
    let row = reader.likenesses(
      of: ["teaching small children"], to: ["You look after toddlers.", "You reconcile invoices."])
    #expect(row[0][0] > row[0][1])
  }

  @Test("the judge that ships was learned with the reader that ships")
  func belongTogether() throws {
    #expect(try WorkFitTests.lexicon.get().judge.model == reader.model)
  }
}
