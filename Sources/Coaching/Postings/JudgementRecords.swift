import Crypto
import Foundation
import WorkFit

/// The bytes of a file of judgements: a first line, records of 48 bytes, and the SHA-256 of all of it.
///
/// A record is the SHA-256 of what was judged, then two numbers; no text stands in it.
enum JudgementRecords {
  /// What a judgement is kept under.
  typealias Name = [UInt8]

  private static let head = Array("nextmove judgements 1\n".utf8)
  private static let nameBytes = 32
  private static let recordBytes = nameBytes + 2 * MemoryLayout<UInt64>.size

  /// How long a file of so many judgements is, in bytes.
  static func length(of count: Int) -> Int { head.count + count * recordBytes + nameBytes }

  /// Names a judgement. The lengths keep one text from running into the next.
  static func name(of key: JudgementKey) -> Name {
    var hash = SHA256()
    for text in [key.model, key.pair.statement, key.pair.clause] {
      hash.update(data: Array("\(text.utf8.count) \(text)".utf8))
    }
    return Array(hash.finalize())
  }

  /// Judgements as the bytes of a file.
  static func bytes(of records: [(name: Name, relation: Relation)]) -> [UInt8] {
    var bytes = head
    bytes.reserveCapacity(length(of: records.count))
    for record in records {
      bytes += record.name
      for number in [record.relation.supplies, record.relation.opposes] {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
      }
    }
    return bytes + Array(SHA256.hash(data: bytes))
  }

  /// The judgements of a file, in its order; `nil` where it is not as it was written.
  static func records(in bytes: [UInt8]) -> [(name: Name, relation: Relation)]? {
    let end = bytes.count - nameBytes
    guard bytes.starts(with: head), end >= head.count,
      (end - head.count).isMultiple(of: recordBytes),
      Array(SHA256.hash(data: bytes[..<end])) == Array(bytes[end...])
    else { return nil }
    var records: [(name: Name, relation: Relation)] = []
    records.reserveCapacity((end - head.count) / recordBytes)
    for start in stride(from: head.count, to: end, by: recordBytes) {
      let numbers = start + nameBytes
      let supplies = number(bytes[numbers..<numbers + 8])
      let opposes = number(bytes[numbers + 8..<numbers + 16])
      guard (0...1).contains(supplies), (0...1).contains(opposes) else { return nil }
      records.append(
        (Array(bytes[start..<numbers]), Relation(supplies: supplies, opposes: opposes)))
    }
    return records
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Double {
    Double(bitPattern: bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }
}
