internal import ControlSequences

/// One round of decoding: every step once, each on what the one before left.
struct DecodingRound {
  /// What the steps had to say so far.
  var notes: [DecodingNote] = []

  private static let wrappings: [@Sendable (inout DecodingRound, [UInt8]) -> [UInt8]?] = [
    { round, text in Mail.decoded(text, notes: &round.notes) },
    { _, text in EncodedWords.decoded(text) },
    { _, text in LooseEncodings.decoded(text) },
  ]

  /// In this order: characters first, then what they make up.
  private static let steps: [@Sendable (Scalars) -> Scalars?] = [
    Mojibake.decoded, withoutControlSequences, Entities.decoded, Escapes.decoded,
    Characters.decoded, LineEnds.decoded, QuotedLines.decoded, HyphenatedLines.decoded,
    Lookalikes.decoded, Apostrophes.decoded, FlattenedLists.decoded,
  ]

  /// What a round makes of a text; `nil` where it changes nothing.
  mutating func decoded(_ text: [UInt8]) -> [UInt8]? {
    var bytes = text
    for step in Self.wrappings {
      if let next = step(&self, bytes) { bytes = next }
    }
    var scalars = Scalars(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var isChanged = false
    for step in Self.steps {
      guard let next = step(scalars) else { continue }
      scalars = next
      isChanged = true
    }
    if isChanged { bytes = scalars.utf8 }
    return bytes == text ? nil : bytes
  }

  private static func withoutControlSequences(_ text: Scalars) -> Scalars? {
    guard text.contains(where: { $0.value == 0x1B || $0.value == 0x9B }) else { return nil }
    let plain = String(decoding: text.utf8, as: UTF8.self).withoutControlSequences
    return Scalars(plain.unicodeScalars)
  }
}
