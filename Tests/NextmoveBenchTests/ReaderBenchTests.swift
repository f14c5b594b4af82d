import Testing

@testable import nextmove_bench

@Suite("The figures of the reader")
struct ReaderBenchTests {
  // Remainders by Python: int(hashlib.sha256(key.encode()).hexdigest(), 16) % 100.
  @Test(
    "what is held back is what the training holds back",
    arguments: [
      ("federal-8", 8),
      ("skillspan-house-15", 1),
      ("skillspan-house-32", 10),
      ("skillspan-house-11", 91),
      ("", 49),
      ("Zoë’s garden", 91),
    ])
  func holdout(key: String, remainder: Int) {
    #expect(Holdout.remainder(key) == remainder)
    #expect(Holdout.contains(key) == (remainder < 10))
  }

  @Test("Wilson's interval is that of the textbook")
  func interval() {
    let some = Share(8, of: 10).interval
    #expect(abs(some.lowerBound - 0.4902) < 0.0001)
    #expect(abs(some.upperBound - 0.9433) < 0.0001)
  }

  @Test("where all are right the interval still does not promise it")
  func allRight() {
    let all = Share(10, of: 10).interval
    #expect(abs(all.lowerBound - 0.7225) < 0.0001)
    #expect(all.upperBound == 1)
  }

  @Test("of nothing counted anything may be true")
  func nothing() {
    #expect(Share().interval == 0...1)
    #expect(Share().description == "none")
  }
}
