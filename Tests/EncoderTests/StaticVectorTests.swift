import Testing

@testable import Encoder

@Suite("Likeness")
struct StaticVectorTests {
  private func vectors() throws -> StaticVectors {
    try #require(try StaticVectors(model: Fixture.tiny("tiny-8bit.model")))
  }

  @Test("a text is like itself, in any order of its words, and less like another")
  func likeness() throws {
    let vectors = try vectors()
    let one = vectors.vector(of: "the phone never stops")
    let turned = vectors.vector(of: "stops never phone the")
    let other = vectors.vector(of: "teaching in quiet mornings")
    #expect(abs(vectors.likeness(one, one) - 1) < 1e-5)
    #expect(abs(vectors.likeness(one, turned) - 1) < 1e-5)
    #expect(vectors.likeness(one, other) < 0.9)
    #expect(vectors.likeness(one, other) == vectors.likeness(other, one))
  }

  @Test("a text without words is like nothing")
  func empty() throws {
    let vectors = try vectors()
    let nothing = vectors.vector(of: " \u{200B} ")
    #expect(vectors.likeness(nothing, vectors.vector(of: "phone")) == 0)
    #expect(vectors.likeness(nothing, nothing) == 0)
  }
}
