private import Foundation
private import Synchronization

/// The three streams that a program was given: what it reads, what it prints, and where it says what went wrong.
///
/// What is shown in a conversation is written in order, at once, and without a fault in the middle of a line: the
/// first fault is kept. After it nothing more is shown, and whoever asks the next question or ends the program
/// looks at ``fault`` first.
package final class Streams: Sendable {
  /// The number by which the system knows what is read.
  package let input: Int32
  /// What the program prints.
  package let output: OutputDescriptor
  /// Where the program says what went wrong.
  package let error: OutputDescriptor
  private let first = Mutex<WriteFault?>(nil)

  /// Takes descriptors that are open; whoever opened them closes them.
  package init(input: Int32, output: Int32, error: Int32) {
    self.input = input
    self.output = OutputDescriptor(output, name: OutputDescriptor.nameOfOutput)
    self.error = OutputDescriptor(error, name: OutputDescriptor.nameOfError)
  }

  /// Those that a shell hands to every process.
  package static func ofThisProcess() -> Streams { Streams(input: 0, output: 1, error: 2) }

  /// Whether what is read is typed at a terminal.
  package var isTyped: Bool { isatty(input) == 1 }

  /// Whether somebody sits at a terminal, who types there and reads what is printed.
  package var areOfPerson: Bool { isTyped && output.isTerminal }

  /// Why the output took nothing more; `nil` while it takes everything.
  package var fault: WriteFault? { first.withLock(\.self) }

  /// Shows bytes at once.
  ///
  /// - Returns: whether all of it was taken.
  @discardableResult
  package func show(_ bytes: [UInt8]) -> Bool {
    first.withLock { fault in
      guard fault == nil else { return false }
      do throws(WriteFault) {
        try output.write(bytes)
        return true
      } catch {
        fault = error
        return false
      }
    }
  }

  /// Shows a text at once.
  ///
  /// - Returns: whether all of it was taken; a reader that has gone away takes nothing.
  @discardableResult
  package func show(_ text: String) -> Bool { show(Array(text.utf8)) }

  /// Prints a text, which a terminal is shown without what could steer it.
  package func print(_ text: String) throws(WriteFault) {
    try output.write(output.isTerminal ? Sanitizer.text(text) : text)
  }

  /// Prints JSON, which means the same at a terminal, with what could steer it escaped.
  package func print(json: String) throws(WriteFault) {
    try output.write(output.isTerminal ? Sanitizer.json(json) : json)
  }
}
