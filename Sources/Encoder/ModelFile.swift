private import Crypto
package import EmbeddedFiles
private import Foundation

/// A model's file: vocabulary and weights, mapped and paged in only when something is read.
///
/// Sixteen bytes say what it is (`nextmove`, the format's version, the header's length), 32 are the
/// SHA-256 of all that follows; then a header in JSON and the tensors, each at a multiple of 64 bytes.
/// `Sources/nextmove-train/pack.py` writes it.
package struct ModelFile: Sendable {
  /// The version of the format that this program reads.
  package static let formatVersion: UInt32 = 1

  /// What the file says of itself.
  package let header: ModelHeader
  /// 64 hexadecimal digits that name this very file, for judgements that are kept with the model
  /// that made them.
  package let identity: String

  let file: String
  private let rest: KeptBytes

  /// Opens a file from outside and verifies its checksum, which reads all of it once.
  package init(contentsOf path: String) throws(ModelError) {
    let mapped = try MappedFile(contentsOf: path)
    try self.init(bytes: mapped.bytes, owner: mapped, file: path, verifying: true)
  }

  /// Opens a file that is compiled into the program: its structure is checked, and no weight is
  /// touched.
  package init(embedded file: EmbeddedFile) throws(ModelError) {
    try self.init(
      bytes: UnsafeRawBufferPointer(file.bytes), owner: nil, file: file.name, verifying: false)
  }

  private init(
    bytes: UnsafeRawBufferPointer, owner: MappedFile?, file: String, verifying: Bool
  ) throws(ModelError) {
    guard bytes.starts(with: Array("nextmove".utf8).prefix(bytes.count)) else {
      throw .notAModel(file: file)
    }
    guard bytes.count >= 48 else { throw .cutShort(file: file) }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version == Self.formatVersion else { throw .otherVersion(file: file, version: version) }
    let length = Int(
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
    guard length <= bytes.count - 48 else { throw .cutShort(file: file) }
    do {
      header = try JSONDecoder().decode(ModelHeader.self, from: Data(bytes[48..<(48 + length)]))
    } catch {
      // The header is covered by the checksum, so the likelier cause is said first.
      guard !verifying else { throw .altered(file: file) }
      throw .impossible(file: file, reason: "it is not as pack.py writes it")
    }
    if let fault = header.fault { throw .impossible(file: file, reason: fault) }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[(48 + length)...])
    for (name, place) in header.tensors {
      guard let size = place.byteCount, place.offset >= 0, place.offset % 64 == 0 else {
        throw .impossible(file: file, reason: "the tensor \(name) has no possible place")
      }
      guard size <= rest.count, place.offset <= rest.count - size else {
        throw .cutShort(file: file)
      }
    }
    let digest = bytes[16..<48]
    if verifying {
      var hash = SHA256()
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[48...]))
      guard hash.finalize().elementsEqual(digest) else { throw .altered(file: file) }
    }
    identity = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    self.file = file
    self.rest = KeptBytes(bytes: rest, owner: owner)
  }

  /// Whether the file has a tensor of that name.
  func has(_ name: String) -> Bool { header.tensors[name] != nil }

  /// The bytes of a tensor, whose type and shape must be those expected.
  func tensor(
    _ name: String, _ type: NumberType, _ shape: Int...
  ) throws(ModelError) -> UnsafeRawPointer {
    guard let place = header.tensors[name], place.type == type, place.shape == shape,
      let start = rest.bytes.baseAddress
    else {
      let expected = shape.map(String.init).joined(separator: " × ")
      throw .impossible(
        file: file, reason: "the tensor \(name) is not \(expected) of \(type.rawValue)")
    }
    return start + place.offset
  }

  /// Numbers of a tensor, for the few that are wanted as numbers.
  func floats(_ name: String, _ shape: Int) throws(ModelError) -> UnsafePointer<Float> {
    try tensor(name, .float, shape).assumingMemoryBound(to: Float.self)
  }
}

/// Bytes behind the header, and who keeps them mapped.
private struct KeptBytes: @unchecked Sendable {
  // Unchecked because the bytes are constants of the program or a read-only mapping that `owner` keeps.
  let bytes: UnsafeRawBufferPointer
  let owner: MappedFile?
}

extension TensorPlace {
  /// The tensor's bytes, or `nil` where they pass all bounds.
  fileprivate var byteCount: Int? {
    var size = type.size
    for side in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: side)
      guard side >= 0, !overflow else { return nil }
      size = product
    }
    return size
  }
}
