private import CLibedit

/// The process's standard output, written in order with what the line editor writes.
public enum TerminalOutput {
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
