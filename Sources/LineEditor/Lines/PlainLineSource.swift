import ControlSequences
import Foundation

/// Lines from a pipe or a file, without the control sequences of whatever terminal they come from.
package final class PlainLineSource: LineSource {
  /// Longer input without a line end is handed over in pieces rather than kept.
  private static let maximumLine = 32_000_000

  /// Whether a person sits at the other end.
  package let isInteractive = false
  /// Whether the last line came, in whole or in part, as one paste.
  package let lastLineWasPasted = false
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Reads from a file descriptor.
  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Leaves the terminal as it was found.
  package func close() {}

  /// Nobody is there to press one.
  package func waitForKey(milliseconds: Int32) -> Bool { true }

  /// Reads one line.
  package func readLine(_ request: LineRequest) -> LineInput {
    while true {
      if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return .line(line(buffer[start..<end]))
      }
      if isAtEnd || buffer.count - start > Self.maximumLine {
        guard start < buffer.count else { return .end(typed: "") }
        defer { start = buffer.count }
        return .line(text(buffer[start...]))
      }
      fill()
    }
  }

  private func fill() {
    buffer.removeFirst(start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &chunk, chunk.count)
    if count > 0 {
      buffer.append(contentsOf: chunk[..<count])
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }

  /// A line as it was meant: in UTF-8, or else in Windows-1252, the commonest of those that are not.
  private func line(_ bytes: ArraySlice<UInt8>) -> String {
    guard String(validating: bytes, as: UTF8.self) == nil else { return text(bytes) }
    return String(bytes: bytes, encoding: .windowsCP1252).map { text(Array($0.utf8)[...]) }
      ?? text(bytes)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
      .withoutControlSequences
  }
}
