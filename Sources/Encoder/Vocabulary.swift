private import CEncoder

/// The pieces of words that a model knows, sorted by their bytes, where the model's file has them.
struct Vocabulary: @unchecked Sendable {
  // Unchecked because the pointers lead into read-only bytes, which `model` keeps.
  let special: SpecialPieces
  private let bytes: UnsafePointer<UInt8>?
  private let ends: UnsafeBufferPointer<UInt32>
  private let model: ModelFile?

  init(_ model: ModelFile) throws(ModelError) {
    let count = model.header.vocabulary
    ends = UnsafeBufferPointer(
      start: try model.tensor("pieces.offsets", .count, count + 1)
        .assumingMemoryBound(to: UInt32.self),
      count: count + 1)
    // The search trusts these.
    for index in 0..<count where ends[index] > ends[index + 1] {
      throw .impossible(file: model.file, reason: "piece \(index) ends before it begins")
    }
    bytes = try model.tensor("pieces.bytes", .byte, Int(ends[count]))
      .assumingMemoryBound(to: UInt8.self)
    special = model.header.special
    self.model = model
  }

  /// A vocabulary over bytes that outlive it: of each piece the place where it ends, from 0 on.
  init(
    bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<UInt32>, special: SpecialPieces
  ) {
    self.bytes = bytes.baseAddress
    self.ends = ends
    self.special = special
    model = nil
  }

  /// The piece at that place; for tests and messages.
  subscript(index: Int) -> String {
    guard let bytes else { return "" }
    let piece = UnsafeBufferPointer(
      start: bytes + Int(ends[index]), count: Int(ends[index + 1] - ends[index]))
    return String(decoding: piece, as: UTF8.self)
  }

  /// The first `limit` pieces of a text, as places in the vocabulary.
  ///
  /// WordPiece: of each word the longest piece that it begins with, then the longest that goes on from
  /// there (`##…`), and so on; a word that cannot be cut so, or is too long, is one unknown piece.
  func pieces(of text: some StringProtocol, limit: Int) -> [Int32] {
    var words = BasicTokens(text)
    var pieces: [Int32] = []
    while pieces.count < limit, let word = words.next() {
      pieces += self.pieces(ofWord: word)
    }
    return Array(pieces.prefix(limit))
  }

  private func pieces(ofWord word: [Unicode.Scalar]) -> [Int32] {
    let unknown = [Int32(special.unknown)]
    guard word.count <= BasicTokens.longestWord else { return unknown }
    var letters: [UInt8] = []
    var ends: [Int] = []
    for scalar in word {
      letters += UTF8.encode(scalar).map(Array.init) ?? []
      ends.append(letters.count)
    }
    var pieces: [Int32] = []
    var start = 0
    while start < letters.count {
      guard let found = longestPiece(of: letters, from: start, ends: ends) else { return unknown }
      pieces.append(found.piece)
      start = found.end
    }
    return pieces
  }

  private func longestPiece(
    of letters: [UInt8], from start: Int, ends: [Int]
  ) -> (piece: Int32, end: Int)? {
    let mark = start == 0 ? [] : Array("##".utf8)
    for end in ends.reversed() where end > start {
      if let piece = index(of: mark + letters[start..<end]) { return (piece, end) }
    }
    return nil
  }

  private func index(of piece: [UInt8]) -> Int32? {
    let index = nextmove_find_piece(
      bytes, ends.baseAddress, Int32(ends.count - 1), piece, piece.count)
    return index < 0 ? nil : index
  }
}
