/// A text with its lines found once.
///
/// Everything that is later quoted is a range of these bytes, so a quote is verbatim by construction.
package struct SourceText: Sendable {
  /// The text's UTF-8 bytes, unchanged.
  package let bytes: [UInt8]
  /// The bytes of each line, without its line end.
  package let lines: [Range<Int>]

  /// Takes a text; lines end at line feeds, and a carriage return before one belongs to the end.
  package init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      let end = index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
      lines.append(start..<end)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
  }

  /// The number of the line that a byte stands on, counting from 1.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// The text of a range of bytes.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// Words quoted from a text, with where they stand in it.
public struct Quote: Hashable, Sendable {
  /// Counts lines from 1.
  public let line: Int
  /// UTF-8 byte offsets into the text as read.
  public let range: Range<Int>
  /// The words, verbatim.
  public let text: String
}
