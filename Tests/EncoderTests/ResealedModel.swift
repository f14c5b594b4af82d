import Crypto
import Foundation
import Testing

/// A model file whose header was changed by somebody who also wrote the checksum anew.
enum ResealedModel {
  /// - Parameter text: as long as what it replaces, so that nothing moves.
  static func bytes(
    of name: String, replacing old: String, by text: String
  ) throws -> [UInt8] {
    var data = Data(try Fixture.bytes(name))
    let range = try #require(data.range(of: Data(old.utf8)))
    try #require(old.utf8.count == text.utf8.count)
    data.replaceSubrange(range, with: Data(text.utf8))
    let digest = Data(SHA256.hash(data: data[48...]))
    data.replaceSubrange(16..<48, with: digest)
    return Array(data)
  }
}

extension ResealedModel {
  /// The same model with another number as the bias of its first class.
  static func withBias(of name: String, _ bias: Float) throws -> [UInt8] {
    var data = Data(try Fixture.bytes(name))
    let length = data[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try JSONDecoder().decode(Header.self, from: data[48..<(48 + length)])
    let place = try #require(header.tensors["classes.bias"]?.offset) + 48 + length
    let number = withUnsafeBytes(of: bias.bitPattern.littleEndian) { Data($0) }
    data.replaceSubrange(place..<(place + 4), with: number)
    data.replaceSubrange(16..<48, with: Data(SHA256.hash(data: data[48...])))
    return Array(data)
  }

  private struct Header: Decodable {
    struct Place: Decodable { let offset: Int }
    let tensors: [String: Place]
  }
}
