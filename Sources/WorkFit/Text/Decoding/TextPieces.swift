/// The pieces in which a text is decoded, so that the room it takes does not grow with its length.
///
/// A text as long as a file may be is one piece. A longer one is parted behind an empty line where there is
/// one near, else behind a line, else between two characters.
struct TextPieces {
  /// In bytes.
  static let longest = 2_000_000
  /// How far back a border is looked for, in bytes.
  private static let reach = 100_000

  private let bytes: [UInt8]
  private let longest: Int

  init(_ bytes: [UInt8], longest: Int = Self.longest) {
    self.bytes = bytes
    self.longest = max(8, longest)
  }

  /// The places of the pieces, in order; at least one.
  var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while bytes.count - start > longest {
      let end = border(from: start)
      ranges.append(start..<end)
      start = end
    }
    return ranges + [start..<bytes.count]
  }

  private func border(from start: Int) -> Int {
    let end = start + longest
    var behindLine: Int?
    var place = end
    while place > max(start, end - Self.reach) {
      if bytes[place - 1] == 0x0A {
        if place - start > 1, bytes[place - 2] == 0x0A || bytes[place - 2] == 0x0D { return place }
        behindLine = behindLine ?? place
      }
      place -= 1
    }
    return behindLine ?? scalarBorder(before: end)
  }

  /// No piece begins inside of a character.
  private func scalarBorder(before end: Int) -> Int {
    let continuations = bytes[...end].suffix(4).reversed().prefix { $0 & 0xC0 == 0x80 }.count
    return continuations < 4 ? end - continuations : end
  }
}
