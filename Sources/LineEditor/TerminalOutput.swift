private import CLibedit

/// The process's standard output, written in order with what the line editor writes.
public enum TerminalOutput {
  /// Writes bytes at once.
  @discardableResult
  static func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      nextmove_write(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count) == 0
    }
  }

  /// Writes a text at once.
  ///
  /// - Returns: whether all of it was taken; a reader that has gone away takes nothing.
  @discardableResult
  public static func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { nextmove_write($0.baseAddress, $0.count) == 0 }
    }
  }
}
