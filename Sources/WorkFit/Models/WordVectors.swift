internal import EmbeddedFiles

/// A vector for each of some 27,000 words; words that are used alike have vectors that are alike.
///
/// A vector's length is the word's weight, so that the sum over a text is led by its rarer words. Where
/// the vectors come from is said in `nextmove-train/WordVectors/make.py`.
public struct WordVectors: Sendable {
  /// How many numbers a vector has.
  public static let dimensions = 64

  /// A vector, 16 numbers at a time.
  public typealias Vector = (SIMD16<Float>, SIMD16<Float>, SIMD16<Float>, SIMD16<Float>)

  /// The vectors that are compiled in.
  public static let shipped = WordVectors(embedded: "words.model")

  private static let magic: UInt32 = 0x3157_4D4E  // "NMW1"

  private let file: EmbeddedFile
  /// In ascending order.
  private let hashes: [UInt32]
  private let scales: [Float]
  private let starts: [UInt32]
  /// Where the file's vectors begin: 8 bits a number.
  private let offset: Int

  /// Reads vectors that are compiled in; `nil` where there are none or they are damaged, which a test
  /// rules out.
  init?(embedded name: String) {
    guard let file = EmbeddedFile.data(named: name) else { return nil }
    var reader = ByteReader(bytes: Array(file.bytes.prefix(12)))
    guard reader.word() == Self.magic, let count = reader.word().map(Int.init), count < 1_000_000,
      reader.word() == UInt32(Self.dimensions),
      file.bytes.count == 12 + count * (8 + Self.dimensions)
    else { return nil }
    var table = ByteReader(bytes: Array(file.bytes[12..<(12 + 8 * count)]))
    guard let hashes = table.words(count), let scales = table.floats(count),
      zip(hashes, hashes.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.file = file
    self.hashes = hashes
    self.scales = scales
    starts = SortedHashes.starts(of: hashes)
    offset = 12 + 8 * count
  }

  /// The sum of the words' vectors, made as long as 1; `nil` where none of the words is known.
  public func direction(of words: [UInt32]) -> Vector? {
    var sum: Vector = (.zero, .zero, .zero, .zero)
    let bytes = UnsafeRawBufferPointer(file.bytes)
    for word in words {
      guard let place = SortedHashes.place(of: word, in: hashes, starts: starts) else { continue }
      let scale = scales[place]
      let start = offset + place * Self.dimensions
      func part(_ index: Int) -> SIMD16<Float> {
        SIMD16<Float>(
          bytes.loadUnaligned(fromByteOffset: start + 16 * index, as: SIMD16<Int8>.self)) * scale
      }
      sum.0 += part(0)
      sum.1 += part(1)
      sum.2 += part(2)
      sum.3 += part(3)
    }
    let square = (sum.0 * sum.0 + sum.1 * sum.1 + sum.2 * sum.2 + sum.3 * sum.3).sum()
    guard square > 0 else { return nil }
    let length = square.squareRoot()
    return (sum.0 / length, sum.1 / length, sum.2 / length, sum.3 / length)
  }
}

/// Looking up in ascending hashes, which are spread evenly: their leading bits say nearly where one stands.
enum SortedHashes {
  /// Where the hashes with each leading twelve bits begin; one more than there are such bits.
  static func starts(of hashes: [UInt32]) -> [UInt32] {
    var starts = [UInt32](repeating: UInt32(hashes.count), count: 4097)
    var next = 0
    for (place, hash) in hashes.enumerated() {
      while next <= Int(hash >> 20) {
        starts[next] = UInt32(place)
        next += 1
      }
    }
    return starts
  }

  /// A hash's place, or `nil` where it is not among them.
  static func place(of hash: UInt32, in hashes: [UInt32], starts: [UInt32]) -> Int? {
    let bits = Int(hash >> 20)
    var low = Int(starts[bits])
    var high = Int(starts[bits + 1])
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash ? low : nil
  }
}
