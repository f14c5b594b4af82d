/// UTF-7, which has every character beyond ASCII in base64 between a plus and a minus: `won+IBk-t`.
///
/// The minus may be missing where no letter follows; that is only believed beside another of these.
///
/// Only what becomes letters of Latin scripts, punctuation or a currency's sign is decoded, so that “C+AND-”
/// and its like stay what they are.
enum ShiftedBase64 {
  /// In characters of base64; what is longer is no punctuation.
  private static let longest = 64

  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains("+") else { return nil }
    let found = text.indices.compactMap { text[$0] == "+" ? shifted(text, from: $0 + 1) : nil }
    guard found.count > 1 || found.contains(where: \.isClosed) else { return nil }
    return text.rewritten { index in
      guard text[index] == "+", let (scalars, end, _) = shifted(text, from: index + 1) else {
        return nil
      }
      return (scalars, end)
    }
  }

  /// What base64 from a place on stands for, the place behind it, and whether a minus closes it.
  private static func shifted(
    _ text: Scalars, from start: Int
  ) -> (scalars: Scalars, end: Int, isClosed: Bool)? {
    var bits: UInt32 = 0
    var count = 0
    var units: [UInt16] = []
    var index = start
    while let value = digit(text.at(index)), index - start < longest {
      bits = bits << 6 | value
      count += 6
      if count >= 16 {
        count -= 16
        units.append(UInt16(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) - 1
      }
      index += 1
    }
    // The bits that are left over only fill up the last character.
    guard !units.isEmpty, count < 6, bits == 0 else { return nil }
    let isClosed = text.at(index) == "-"
    let scalars = Scalars(String(decoding: units, as: UTF16.self).unicodeScalars)
    return scalars.allSatisfy(isWritten) ? (scalars, index + (isClosed ? 1 : 0), isClosed) : nil
  }

  private static func digit(_ scalar: Unicode.Scalar?) -> UInt32? {
    guard let scalar, scalar.isASCII, scalar != "-", scalar != "_" else { return nil }
    return TransferEncoding.value(UInt8(scalar.value))
  }

  private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0x24F, 0x2010...0x203A, 0x20A0...0x20BF, 0x2122: true
    default: false
    }
  }
}
