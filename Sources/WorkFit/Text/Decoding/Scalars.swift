/// A text as its Unicode scalars.
typealias Scalars = [Unicode.Scalar]

extension Array where Element == Unicode.Scalar {
  /// The scalars that UTF-8 bytes encode, in no more room than they take.
  init(utf8 bytes: ArraySlice<UInt8>) {
    self.init()
    // An array of a text's scalars grows by doubling, which for a long text is most of what it takes.
    reserveCapacity(bytes.count { $0 & 0xC0 != 0x80 })
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { append(scalar) }
  }

  /// The text's UTF-8 bytes.
  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for scalar in self { bytes += scalar.utf8 }
    return bytes
  }

  /// The text with what is found at its places in the stead of what stands there; `nil` where nothing is found.
  ///
  /// - Parameter found: what a place stands for, and the place behind it.
  func rewritten(_ found: (Int) -> (Scalars, Int)?) -> Scalars? {
    var result: Scalars = []
    result.reserveCapacity(count)
    var isChanged = false
    var index = 0
    while index < count {
      if let (scalars, end) = found(index) {
        result += scalars
        index = end
        isChanged = true
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return isChanged ? result : nil
  }

  /// The scalar at a place, or `nil` beyond the ends.
  func at(_ index: Int) -> Unicode.Scalar? { indices.contains(index) ? self[index] : nil }
}

extension Unicode.Scalar {
  /// A letter of the Latin script.
  var isLatin: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xC0...0x24F: value != 0xD7 && value != 0xF7
    case 0x1E00...0x1EFF: true
    default: false
    }
  }

  var isLower: Bool { (0x61...0x7A).contains(value) }
  var isUpper: Bool { (0x41...0x5A).contains(value) }
  var isDigit: Bool { (0x30...0x39).contains(value) }
  /// A space or a tab.
  var isBlank: Bool { value == 0x20 || value == 0x09 }
  var isLineEnd: Bool { value == 0x0A || value == 0x0D }
  /// A blank or a line end.
  var isSpace: Bool { isBlank || isLineEnd }

  /// In lower case, where it is an ASCII letter.
  var lowered: Unicode.Scalar {
    isUpper ? Unicode.Scalar(UInt8(truncatingIfNeeded: value + 0x20)) : self
  }

  /// The value of a hexadecimal digit.
  var hexadecimal: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x41...0x46: value - 0x37
    case 0x61...0x66: value - 0x57
    default: nil
    }
  }

  /// A replacement character, or one of private use, which only a font knows.
  var isLost: Bool { value == 0xFFFD || (0xE000...0xF8FF).contains(value) }
}
