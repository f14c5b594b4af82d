package import SafeOutput
private import Synchronization

/// The process's standard output as a conversation writes it: in order, at once, and without a fault in
/// the middle of a line.
///
/// The first fault is kept. After it nothing more is written, and whoever asks the next question or ends
/// the program looks at ``fault`` first.
package enum TerminalOutput {
  private static let first = Mutex<WriteFault?>(nil)

  /// Why standard output took nothing more; `nil` while it takes everything.
  package static var fault: WriteFault? { first.withLock(\.self) }

  /// Writes bytes at once.
  ///
  /// - Returns: whether all of it was taken.
  @discardableResult
  static func write(_ bytes: [UInt8]) -> Bool {
    first.withLock { fault in
      guard fault == nil else { return false }
      do throws(WriteFault) {
        try OutputDescriptor.standardOutput.write(bytes)
        return true
      } catch {
        fault = error
        return false
      }
    }
  }

  /// Writes a text at once.
  ///
  /// - Returns: whether all of it was taken; a reader that has gone away takes nothing.
  @discardableResult
  package static func write(_ text: String) -> Bool { write(Array(text.utf8)) }
}
