/// Little-endian reading that ends where the bytes do.
struct ByteReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func word() -> UInt32? { words(1)?.first }

  mutating func words(_ count: Int) -> [UInt32]? {
    guard count >= 0, count <= (bytes.count - position) / 4 else { return nil }
    defer { position += 4 * count }
    return (0..<count).map { index in
      let place = position + 4 * index
      return UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
        | UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24
    }
  }

  mutating func floats(_ count: Int) -> [Float]? {
    guard let words = words(count) else { return nil }
    let floats = words.map(Float.init(bitPattern:))
    return floats.allSatisfy(\.isFinite) ? floats : nil
  }

  mutating func text() -> String? {
    guard let length = word(), Int(length) <= bytes.count - position, length < 64 else {
      return nil
    }
    defer { position += Int(length) }
    return String(validating: bytes[position..<(position + Int(length))], as: UTF8.self)
  }

  var rest: [UInt8] { Array(bytes[position...]) }
}

/// Little-endian writing.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ words: [UInt32]) {
    for word in words {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(word >> UInt32(shift) & 0xFF)) }
    }
  }

  mutating func append(_ text: String) {
    append([UInt32(text.utf8.count)])
    bytes += text.utf8
  }
}
