import ControlSequences
import Foundation

// What comes at once.
extension TerminalInput {
  /// Takes the lines that follow an Enter faster than anybody types, on a terminal that does not bracket
  /// its pastes; `nil` where none do.
  func takeBurst() -> String? {
    guard !unread.isEmpty || wait(Patience.breath), !isBracketed else { return nil }
    while !isAtEnd, !isBracketed, wait(Patience.burst, holdingBack: SignalPipe.signals) {}
    let end = Paste.opening.firstRange(in: unread)?.lowerBound ?? bytes.count
    let text = Paste.text(bytes[next..<end]).withoutControlSequences
    // Keys and reports alone are no lines; they are read in their turn.
    guard text.unicodeScalars.contains(where: { $0.value >= 0x20 && $0.value != 0x7F }) else {
      return nil
    }
    next = end
    return text
  }

  private var isBracketed: Bool { Paste.opening.firstRange(in: unread)?.lowerBound == next }

  /// Reads a paste up to the marker that closes it, in time linear in its size.
  ///
  /// A closing marker inside the paste does not end it: as long as another one follows at once, the first
  /// belongs to the text. Ctrl-C and Escape are characters like any other here, but for a Ctrl-C with
  /// nothing behind it: a paste that the terminal never closes ends with that, after half a minute without
  /// another byte, and with whatever ends the program. What has come of it is kept.
  func readPaste() -> Event {
    // Counted from the beginning of the paste, because what lies before it may go meanwhile.
    var searched = 0
    while true {
      while let end = Paste.closing.firstRange(in: bytes[(next + searched)...]) {
        searched = end.upperBound - next
        if !anotherClosingFollows(after: searched) {
          return finishPaste(at: end.lowerBound, goingOnAt: end.upperBound)
        }
      }
      searched = max(0, unread.count - Paste.closing.bytes.count + 1)
      guard isPasteGoingOn() else { return finishPaste(at: bytes.count, goingOnAt: bytes.count) }
    }
  }

  /// Waits for more of a paste; false where there will be no more.
  private func isPasteGoingOn() -> Bool {
    let count = unread.count
    let isInterrupted = unread.last == UInt8(ControlKey.interrupt.value)
    let end =
      ContinuousClock.now
      + .milliseconds(
        isInterrupted ? Patience.interruptedPaste : pastePatience)
    while !isAtEnd {
      let left = Int32((end - .now) / .milliseconds(1))
      guard left > 0, wait(left, holdingBack: Self.heldInPastes) else { break }
      if unread.count > count { return true }
      guard pending.allSatisfy(Self.heldInPastes.contains) else { break }
    }
    // A signal may have come before the bytes that were sent ahead of it were read.
    if !isAtEnd, wait(0, holdingBack: SignalPipe.signals), unread.count > count { return true }
    if isInterrupted {
      while unread.last == UInt8(ControlKey.interrupt.value) { bytes.removeLast() }
    }
    pending.removeAll { $0 == SIGINT }
    return false
  }

  /// Signals that a paste is not ended by.
  private static let heldInPastes = [SIGWINCH, SIGCONT, SIGTSTP]

  private func finishPaste(at end: Int, goingOnAt following: Int) -> Event {
    defer { next = following }
    return .paste(Paste.text(bytes[next..<end]))
  }

  /// Whether the paste goes on to another closing marker, which no other paste opens before.
  private func anotherClosingFollows(after offset: Int) -> Bool {
    while true {
      let rest = bytes[(next + offset)...]
      if let closing = Paste.closing.firstRange(in: rest) {
        return Paste.opening.firstRange(in: rest[..<closing.lowerBound]) == nil
      }
      let count = bytes.count
      guard !isAtEnd, wait(Patience.burst, holdingBack: SignalPipe.signals), bytes.count > count
      else { return false }
    }
  }
}
