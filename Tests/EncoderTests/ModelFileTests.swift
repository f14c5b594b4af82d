import Testing

@testable import Encoder

@Suite("Model files")
struct ModelFileTests {
  private func fault(_ bytes: [UInt8]) throws -> ModelError? {
    try Fixture.withFile(bytes) { path in
      #expect(throws: ModelError.self) { try ModelFile(contentsOf: path) }
    }
  }

  /// The sentence without the file's name, which every one of them begins with.
  private func sentence(_ bytes: [UInt8]) throws -> String {
    try Fixture.withFile(bytes) { path in
      let error = #expect(throws: ModelError.self) { try ModelFile(contentsOf: path) }
      let words = error?.description ?? ""
      #expect(words.hasPrefix(path + ": "))
      return String(words.dropFirst(path.count + 2))
    }
  }

  @Test("a file says its shape and its classes")
  func header() throws {
    let model = try Fixture.tiny()
    #expect(model.header.layers == 2)
    #expect(model.header.width == 64)
    #expect(model.header.classes == ["yes", "no", "neither"])
    #expect(model.identity.count == 64)
    #expect(try model.identity != Fixture.tiny("tiny-8bit.model").identity)
  }

  @Test("a missing file is named with the system's reason")
  func missing() {
    let error = #expect(throws: ModelError.self) {
      try ModelFile(contentsOf: "nowhere/reader.model")
    }
    #expect(
      error?.description
        == "nowhere/reader.model: this model cannot be opened: No such file or directory.")
  }

  @Test("a folder is no model")
  func folder() {
    let error = #expect(throws: ModelError.self) { try ModelFile(contentsOf: "/") }
    #expect(error?.description == "/: this model cannot be opened: it is not a regular file.")
  }

  @Test("another kind of file is refused")
  func anotherKind() throws {
    #expect(
      try sentence(Array("script: energizers\nversion: 1\n".utf8))
        == "this is not a model file; give one that pack.py has written.")
  }

  @Test("a file that is cut anywhere is refused")
  func cutShort() throws {
    let whole = try Fixture.bytes("tiny-8bit.model")
    for length in [0, 1, 7, 8, 15, 47, 48, 60, 2000, whole.count / 2, whole.count - 1] {
      #expect(
        try sentence(Array(whole.prefix(length)))
          == "this model ends too early; copy it again.", "\(length) bytes")
    }
  }

  @Test("a byte changed anywhere behind the format's number is noticed")
  func altered() throws {
    let whole = try Fixture.bytes("tiny-8bit.model")
    let words = "this model is not as it was written, its checksum differs; copy it again."
    // The checksum itself, the header's end, a piece, a weight, the last byte.
    for place in [16, 47, 5000, whole.count / 2, whole.count - 1] {
      var bytes = whole
      bytes[place] ^= 0x10
      #expect(try sentence(bytes) == words, "byte \(place)")
    }
  }

  @Test("a change of any byte of the header is refused")
  func alteredHeader() throws {
    let whole = try Fixture.bytes("tiny-8bit.model")
    for place in stride(from: 12, to: 1200, by: 7) {
      var bytes = whole
      bytes[place] ^= 0x04
      #expect(try fault(bytes) != nil, "byte \(place)")
    }
  }

  @Test("bytes behind the end are noticed")
  func longer() throws {
    let whole = try Fixture.bytes("tiny-8bit.model")
    #expect(
      try sentence(whole + [0])
        == "this model is not as it was written, its checksum differs; copy it again.")
  }

  @Test("a later format is named with ours")
  func laterFormat() throws {
    var bytes = try Fixture.bytes("tiny-8bit.model")
    bytes[8] = 2
    #expect(
      try sentence(bytes)
        == "this model has format 2, and this program reads format 1; "
        + "write it again with the program's own pack.py.")
  }

  @Test(
    "a header with impossible numbers says which",
    arguments: [
      ("\"layers\":2", "\"layers\":0", "layers is 0, not 1 to 48"),
      ("\"heads\":4", "\"heads\":3", "width 64, heads 3 and inner 64 do not divide into sixteens"),
      (
        "\"group\":64", "\"group\":48",
        "groups of 48 do not divide width 64 and inner 64"
      ),
    ])
  func impossible(was: String, becomes: String, reason: String) throws {
    let bytes = try ResealedModel.bytes(of: "tiny-8bit.model", replacing: was, by: becomes)
    #expect(
      try sentence(bytes)
        == "this model's header cannot be right (\(reason)); write it again with pack.py.")
  }

  @Test("a tensor of another shape than the header's is refused before anything is read")
  func anotherShape() throws {
    let bytes = try ResealedModel.bytes(
      of: "tiny-8bit.model", replacing: "\"layers\":2", by: "\"layers\":3")
    try Fixture.withFile(bytes) { path in
      let model = try ModelFile(contentsOf: path)
      let error = #expect(throws: ModelError.self) { try PairReader(model: model) }
      #expect(error?.description.contains("layer.2.mixed.weights is not 64 × 192 of i8") == true)
    }
  }
}
