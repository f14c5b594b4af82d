import EmbeddedFiles
import Testing

@testable import Encoder

@Suite("Reading pairs")
struct PairReaderTests {
  private let pairs = [
    TextPair("quiet mornings", "You will answer the phone all day."),
    TextPair("", ""),
    TextPair("teaching", "the phone never stops in here"),
    TextPair("日本 and 7", "naïve cafe! 👩‍👧"),
    TextPair("answer", String(repeating: "the phone never stops. ", count: 40)),
  ]

  private func reader(_ name: String = "tiny-8bit.model", threads: Int = 1) throws -> PairReader {
    try PairReader(model: Fixture.tiny(name), threads: threads)
  }

  private func many(_ count: Int) -> [TextPair] {
    (0..<count).map { TextPair("answer \($0)", String(repeating: "phone ", count: $0 % 23)) }
  }

  @Test(
    "the same pair gives the same bits alone, among others, and on two threads",
    arguments: ["tiny-8bit.model", "tiny-14bit.model"])
  func sameBits(name: String) throws {
    let alone = try pairs.map { try #require(try reader(name).probabilities(of: [$0]).first) }
    let crowd = many(300)
    for threads in [1, 2, 3] {
      let rows = try reader(name, threads: threads).probabilities(of: crowd + pairs + crowd)
      #expect(Array(rows[crowd.count..<(crowd.count + pairs.count)]) == alone)
    }
    let turned = try reader(name, threads: 2).probabilities(of: (pairs + crowd).reversed())
    #expect(Array(turned.reversed().prefix(pairs.count)) == alone)
  }

  @Test("every row adds up to one, in the order of the pairs")
  func rows() throws {
    let rows = try reader(threads: 2).probabilities(of: pairs)
    #expect(rows.count == pairs.count)
    for row in rows {
      #expect(row.count == 3)
      #expect(abs(row.reduce(0, +) - 1) < 1e-5)
    }
    #expect(rows[0] != rows[2])
  }

  @Test("no pairs, no rows")
  func none() throws {
    #expect(try reader().probabilities(of: []).isEmpty)
  }

  @Test("equal pairs are read once")
  func equalPairs() throws {
    var read = 0
    let rows = try reader().probabilities(of: [pairs[0], pairs[2], pairs[0]]) { count in
      read = count
      return true
    }
    #expect(read == 2)
    #expect(rows[0] == rows[2])
  }

  @Test("which text stands first matters")
  func order() throws {
    let there = TextPair("quiet", "phone")
    let back = TextPair("phone", "quiet")
    let rows = try reader().probabilities(of: [there, back])
    #expect(rows[0] != rows[1])
  }

  @Test("a megabyte of text reads as its beginning does")
  func megabyte() throws {
    let long = String(repeating: "the phone never stops ", count: 50_000)
    let rows = try reader().probabilities(of: [
      TextPair("answer", long), TextPair("answer", String(long.prefix(2000))),
    ])
    #expect(rows[0] == rows[1])
  }

  @Test("reading tells how far it is, and ends when told to")
  func goOn() throws {
    var heard: [Int] = []
    _ = try reader().probabilities(of: many(400)) { read in
      heard.append(read)
      return true
    }
    #expect(heard.count > 1)
    #expect(heard == heard.sorted())
    #expect(heard.last == 400)

    var calls = 0
    let error = #expect(throws: EncoderError.self) {
      try reader().probabilities(of: many(400)) { _ in
        calls += 1
        return false
      }
    }
    #expect(error == .stopped)
    #expect(calls == 1)
  }

  @Test("a model that gives no numbers is not believed")
  func notNumbers() throws {
    let bytes = try ResealedModel.withBias(of: "tiny-8bit.model", .nan)
    try Fixture.withFile(bytes) { path in
      let reader = try PairReader(model: ModelFile(contentsOf: path))
      #expect(throws: EncoderError.notNumbers) { try reader.probabilities(of: pairs) }
    }
  }

  @Test("each fault is one sentence that says what to do")
  func sentences() {
    #expect(
      EncoderError.libraryMissing(reason: "libdnnl.so.2: cannot open").description
        == "Reading needs the library oneDNN, which was not found (libdnnl.so.2: cannot open); "
        + "on Debian, `apt-get install libdnnl2` installs it.")
    #expect(EncoderError.stopped.description == "Reading was stopped before its end.")
  }
}
