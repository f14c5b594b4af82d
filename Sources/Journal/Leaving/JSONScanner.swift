import Foundation

/// Reads JSON from front to back in pieces, so that a document of any length takes little room.
///
/// It knows the frame of a document, and hands out the values in it as bytes.
struct JSONScanner {
  /// Where the text is no JSON, or more than is taken.
  struct Fault: Error, Equatable {
    /// Counts bytes from 0.
    let offset: Int
  }

  /// A value with more bytes than this is refused: no answer has as many.
  static let longestValue = 64 << 20
  private static let deepest = 128

  private let more: (Int) throws -> Data
  private var buffer: [UInt8] = []
  private var place = 0
  private var passed = 0

  /// Reads from a source that hands out up to so many bytes at a time, and none at the end.
  init(from more: @escaping (Int) throws -> Data) { self.more = more }

  /// Reads a document that is at hand.
  init(_ data: Data) {
    var rest: Data? = data
    self.init { _ in
      defer { rest = nil }
      return rest ?? Data()
    }
  }

  private var fault: Fault { Fault(offset: passed + place) }

  /// The next byte, which stays; `nil` at the end.
  private mutating func peek() throws -> UInt8? {
    if place < buffer.count { return buffer[place] }
    passed += buffer.count
    buffer = Array(try more(1 << 16))
    place = 0
    return buffer.first
  }

  private mutating func next() throws -> UInt8 {
    guard let byte = try peek() else { throw fault }
    place += 1
    return byte
  }

  private mutating func skipSpace() throws {
    while let byte = try peek(), [0x20, 0x0A, 0x0D, 0x09].contains(byte) { place += 1 }
  }

  /// The next byte that is no white space, which stays.
  mutating func ahead() throws -> UInt8? {
    try skipSpace()
    return try peek()
  }

  private mutating func take(_ byte: UInt8) throws {
    guard try ahead() == byte else { throw fault }
    place += 1
  }

  // MARK: - The frame

  /// Reads an object; the body is given each key and has to take its value.
  mutating func object(_ body: (String, inout JSONScanner) throws -> Void) throws {
    try take(UInt8(ascii: "{"))
    if try ahead() == UInt8(ascii: "}") { return place += 1 }
    while true {
      guard try ahead() == UInt8(ascii: "\"") else { throw fault }
      let key = try decoded(String.self)
      try take(UInt8(ascii: ":"))
      try body(key, &self)
      guard try isFollowed(by: UInt8(ascii: "}")) else { return }
    }
  }

  /// Reads an array; the body has to take each element.
  mutating func array(_ body: (inout JSONScanner) throws -> Void) throws {
    try take(UInt8(ascii: "["))
    if try ahead() == UInt8(ascii: "]") { return place += 1 }
    while true {
      try body(&self)
      guard try isFollowed(by: UInt8(ascii: "]")) else { return }
    }
  }

  private mutating func isFollowed(by end: UInt8) throws -> Bool {
    let byte = try ahead()
    place += 1
    if byte == UInt8(ascii: ",") { return true }
    guard byte == end else {
      place -= 1
      throw fault
    }
    return false
  }

  /// Reads the end of the document.
  mutating func end() throws {
    guard try ahead() == nil else { throw fault }
  }

  /// Reads one value and the end.
  mutating func wholeDocument() throws {
    _ = try value()
    try end()
  }

  // MARK: - Values

  /// The next value, decoded.
  mutating func decoded<T: Decodable>(_ type: T.Type) throws -> T {
    let start = fault
    let bytes = try value()
    do { return try JSONDecoder().decode(type, from: bytes) } catch { throw start }
  }

  /// The bytes of the next value.
  mutating func value() throws -> Data {
    var bytes = Data()
    try skipSpace()
    try value(into: &bytes, depth: 0)
    return bytes
  }

  private mutating func value(into bytes: inout Data, depth: Int) throws {
    guard depth < Self.deepest, bytes.count < Self.longestValue else { throw fault }
    switch try ahead() {
    case UInt8(ascii: "\"")?: try string(into: &bytes)
    case UInt8(ascii: "{")?: try members("{", "}", into: &bytes, depth: depth)
    case UInt8(ascii: "[")?: try members("[", "]", into: &bytes, depth: depth)
    default: try word(into: &bytes)
    }
  }

  private mutating func members(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, into bytes: inout Data, depth: Int
  ) throws {
    let close = UInt8(ascii: close)
    let isObject = open == "{"
    bytes.append(try next())
    if try ahead() == close { return bytes.append(try next()) }
    while true {
      if isObject {
        guard try ahead() == UInt8(ascii: "\"") else { throw fault }
        try string(into: &bytes)
        try take(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: ":"))
      }
      try value(into: &bytes, depth: depth + 1)
      let goesOn = try isFollowed(by: close)
      bytes.append(goesOn ? UInt8(ascii: ",") : close)
      if !goesOn { return }
    }
  }

  private mutating func string(into bytes: inout Data) throws {
    bytes.append(try next())
    while true {
      let byte = try next()
      guard byte >= 0x20, bytes.count < Self.longestValue else { throw fault }
      bytes.append(byte)
      if byte == UInt8(ascii: "\\") {
        bytes.append(try next())
      } else if byte == UInt8(ascii: "\"") {
        return
      }
    }
  }

  /// A number, or one of the three words.
  private mutating func word(into bytes: inout Data) throws {
    var word: [UInt8] = []
    while let byte = try peek(), Self.belongsToWord(byte) {
      guard word.count < 400 else { throw fault }
      word.append(byte)
      place += 1
    }
    let text = String(decoding: word, as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || Self.isNumber(text) else { throw fault }
    bytes.append(contentsOf: word)
  }

  private static func belongsToWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
  }
}
