/// A character set of one byte a character whose lower half is ASCII.
struct Charset: Sendable {
  private let upper: Scalars
  private let bytes: [Unicode.Scalar: UInt8]

  /// - Parameter upper: the characters of the bytes from 0x80; `nil` where they are not 128.
  init?(upper: Scalars) {
    guard upper.count == 128 else { return nil }
    self.upper = upper
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (index, scalar) in upper.enumerated() { bytes[scalar] = UInt8(0x80 + index) }
    self.bytes = bytes
  }

  /// The one that texts are in where nothing names theirs.
  static let windows1252: Charset? = named("windows-1252")

  /// The character set of that name, as in a mail's header; `nil` where it is not known.
  static func named(_ name: String) -> Charset? { byName[name.lowercased()] }

  private static let byName: [String: Charset] = {
    var byName: [String: Charset] = [:]
    for (names, charset) in DecodingData.shipped.charsets {
      for name in names { byName[name] = charset }
    }
    return byName
  }()

  /// The character of a byte.
  func scalar(of byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]
  }

  /// The byte from 0x80 on that stands for a character, if one does.
  func byte(of scalar: Unicode.Scalar) -> UInt8? { bytes[scalar] }

  /// The characters of bytes.
  func text(of bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { scalar(of: $0) }.utf8
  }
}
