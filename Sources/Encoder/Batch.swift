import CEncoder

/// Pairs that go through the layers together: their pieces, one after the other, without padding.
struct Batch {
  /// Rows that one batch has at most, unless a single pair has more: enough for the library to be
  /// fast, few enough to stay in a core's cache.
  static let mostRows = 512

  private(set) var pieces: [Int32] = []
  private(set) var lengths: [Int32] = []
  /// The place of each pair among all that are read.
  private(set) var places: [Int] = []

  mutating func append(_ pair: EncodedPair, place: Int) {
    pieces += pair.pieces
    lengths.append(Int32(pair.pieces.count))
    places.append(place)
  }

  /// Rows below which a batch would only make the library slow.
  static let fewestRows = 128

  /// Cuts pairs into batches of about `rows` rows, shortest pairs first.
  static func cut(_ pairs: [EncodedPair], rows: Int) -> [Batch] {
    let most = min(max(rows, fewestRows), mostRows)
    var batches: [Batch] = []
    var batch = Batch()
    let order = pairs.indices.sorted {
      (pairs[$0].pieces.count, $0) < (pairs[$1].pieces.count, $1)
    }
    for place in order {
      if !batch.places.isEmpty, batch.pieces.count + pairs[place].pieces.count > most {
        batches.append(batch)
        batch = Batch()
      }
      batch.append(pairs[place], place: place)
    }
    return batch.places.isEmpty ? batches : batches + [batch]
  }
}

/// The memory that one thread needs while batches go through the layers.
final class Workspace {
  let rows: Int
  let hidden: UnsafeMutableBufferPointer<Float>
  /// Queries, keys and values; then the inside of the feed-forward step.
  let wide: UnsafeMutableBufferPointer<Float>
  let step: UnsafeMutableBufferPointer<Float>
  let attention: UnsafeMutableBufferPointer<Float>
  let products: UnsafeMutableRawBufferPointer

  init(rows: Int, header: ModelHeader) {
    self.rows = rows
    let widest = max(3 * header.width, header.inner)
    hidden = .allocate(capacity: rows * header.width)
    step = .allocate(capacity: rows * header.width)
    wide = .allocate(capacity: rows * widest)
    attention = .allocate(
      capacity: max(
        header.width,
        nextmove_attention_scratch(Int32(header.longest), Int32(header.width / header.heads))))
    products = .allocate(
      byteCount: nextmove_scratch_size(Int32(widest)), alignment: 64)
  }

  deinit {
    hidden.deallocate()
    step.deallocate()
    wide.deallocate()
    attention.deallocate()
    products.deallocate()
  }
}
