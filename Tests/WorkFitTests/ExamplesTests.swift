import Foundation
import Testing
import Yams
@testable import WorkFit

/// The example sentences of a facet, read from the file that its author keeps.
struct Example: CustomStringConvertible {
  let facet: FacetID
  let pole: String
  let text: String

  var description: String { "\(pole): \(text)" }

  static let all: [Example] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/WorkFit/Lexicon/examples.yaml")
    let facets = try? YAMLDecoder().decode(
      [String: [String: [String]]].self, from: String(contentsOf: file, encoding: .utf8))
    return (facets ?? [:]).sorted { $0.key < $1.key }.flatMap { facet, poles in
      poles.sorted { $0.key < $1.key }.flatMap { pole, texts in
        texts.map { Example(facet: FacetID(facet), pole: pole, text: $0) }
      }
    }
  }()
}

@Suite("the examples of every pole")
struct ExamplesTests {
  private let reader: Reader

  init() throws { reader = Reader(lexicon: try lexicon.get()) }

  @Test("there are at least ten for each pole, and none for a pole that is not there")
  func enough() throws {
    let counts = Dictionary(grouping: Example.all) { "\($0.facet) \($0.pole)" }.mapValues(\.count)
    for facet in try lexicon.get().facets {
      for pole in [facet.a, facet.b] {
        #expect(counts["\(facet.id) \(pole.id)", default: 0] >= 10, "\(pole.id)")
      }
    }
    #expect(counts.count == 2 * (try lexicon.get().facets.count))
  }

  @Test("speak for their pole more than for the opposite one", arguments: Example.all)
  func read(example: Example) throws {
    let facet = try #require(try lexicon.get().facet(example.facet))
    let side: Side = facet.a.id == example.pole ? .a : .b
    // Postings end in a full stop, and people's own words do not.
    let reading =
      example.text.hasSuffix(".")
      ? reader.read(posting: example.text) : reader.read(answer: example.text, voice: .wish)
    let sum = reading.cues.filter { $0.facet == example.facet }
      .reduce(0) { $0 + ($1.side == side ? $1.strength : -$1.strength) }
    #expect(sum > 0)
  }
}
