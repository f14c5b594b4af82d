import Crypto
import Foundation

/// The links by which each event vouches for all before it in its session.
///
/// A link's digest covers the digest before it and a commitment to the event. When an event is forgotten,
/// its commitment stays, and so what follows still verifies; the salt goes with the event, so that the
/// commitment does not tell what was forgotten.
enum Chain {
  /// What stands before the first event of a session.
  static let root = Data(count: 32)

  /// A salt of its own for each event: 16 bytes.
  static func salt() -> Data {
    var generator = SystemRandomNumberGenerator()
    return Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// The commitment to an event: 32 bytes.
  static func commitment(to entry: Entry, of session: SessionID, salt: Data) -> Data {
    var hash = SHA256()
    hash.update(data: salt)
    for number in [
      UInt64(bitPattern: session.rawValue), UInt64(entry.sequence),
      entry.at.timeIntervalSince1970.bitPattern, UInt64(entry.kind.utf8.count),
    ] {
      withUnsafeBytes(of: number.littleEndian) { hash.update(bufferPointer: $0) }
    }
    hash.update(data: Data(entry.kind.utf8))
    hash.update(data: entry.payload)
    return Data(hash.finalize())
  }

  /// The digest of a link: 32 bytes.
  static func digest(after previous: Data, commitment: Data) -> Data {
    var hash = SHA256()
    hash.update(data: previous)
    hash.update(data: commitment)
    return Data(hash.finalize())
  }

  /// The SHA-256 of some bytes: 32 bytes.
  static func seal(_ bytes: Data) -> Data { Data(SHA256.hash(data: bytes)) }

  /// The SHA-256 of a text, by which it is named: 64 hexadecimal digits.
  static func name(of text: String) -> String { Hex.text(of: seal(Data(text.utf8))) }
}
