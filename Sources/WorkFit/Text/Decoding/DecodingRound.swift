import ControlSequences

/// One round of decoding: every step once, each on what the one before left.
struct DecodingRound {
  /// What the steps had to say so far.
  var notes: [DecodingNote] = []
  /// The length of the pieces in which longer texts are decoded, in bytes.
  var longestPiece = TextPieces.longest

  private static let wrappings: [@Sendable (inout DecodingRound, [UInt8]) -> [UInt8]?] = [
    { round, text in Mail.decoded(text, notes: &round.notes) },
    { _, text in EncodedWords.decoded(text) },
    { _, text in LooseEncodings.decoded(text) },
    { _, text in WebPage.decoded(text) },
  ]

  /// In this order: characters first, then what they make up.
  private static let steps: [@Sendable (Scalars) -> Scalars?] = [
    Mojibake.decoded, withoutControlSequences, ShiftedBase64.decoded, Entities.decoded,
    Escapes.decoded,
    Characters.decoded, LineEnds.decoded, MarkdownLinks.decoded, QuotedLines.decoded,
    HyphenatedLines.decoded,
    Lookalikes.decoded, InnerMarkup.decoded, Apostrophes.decoded, PartedNegations.decoded,
    FlattenedLists.decoded,
  ]

  /// What a round makes of a text; `nil` where it changes nothing.
  mutating func decoded(_ text: [UInt8]) -> [UInt8]? {
    var bytes = text
    for step in Self.wrappings {
      if let next = step(&self, bytes) { bytes = next }
    }
    if let next = stepped(bytes) { bytes = next }
    return bytes == text ? nil : bytes
  }

  /// The text after all steps, piece by piece; `nil` where none changes anything.
  private func stepped(_ bytes: [UInt8]) -> [UInt8]? {
    let pieces = TextPieces(bytes, longest: longestPiece).ranges
    var result: [UInt8] = []
    var isChanged = false
    for piece in pieces {
      if let next = Self.stepped(bytes[piece]) {
        if !isChanged {
          result.reserveCapacity(bytes.count)
          result += bytes[..<piece.lowerBound]
        }
        isChanged = true
        if pieces.count == 1 { return next }
        result += next
      } else if isChanged {
        result += bytes[piece]
      }
    }
    return isChanged ? result : nil
  }

  private static func stepped(_ piece: ArraySlice<UInt8>) -> [UInt8]? {
    var scalars = Scalars(utf8: piece)
    var isChanged = false
    for step in steps {
      guard let next = step(scalars) else { continue }
      scalars = next
      isChanged = true
    }
    return isChanged ? scalars.utf8 : nil
  }

  private static func withoutControlSequences(_ text: Scalars) -> Scalars? {
    guard text.contains(where: { $0.value == 0x1B || $0.value == 0x9B }) else { return nil }
    let plain = String(decoding: text.utf8, as: UTF8.self).withoutControlSequences
    return Scalars(plain.unicodeScalars)
  }
}
