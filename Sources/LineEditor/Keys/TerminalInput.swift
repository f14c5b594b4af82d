import ControlSequences
import Foundation

/// The keyboard and the signals, in one stream.
///
/// Control sequences that are no keys never come out of it, whatever they are, and whether or not their
/// bytes come together. A paste comes as a whole.
final class TerminalInput {
  enum Event {
    case key(Key)
    /// A control sequence as it came, with the key that it stands for, if it is any.
    case sequence(String, Key?)
    /// All of a paste, line ends as line feeds.
    case paste(String)
    case signal(Int32)
    /// Nothing came for as long as was asked.
    case rest
    case end
  }

  /// How long the bytes of one key may be apart, in milliseconds.
  enum Patience {
    /// Behind an Escape, where it may stand alone but nothing depends on it.
    static let escape: Int32 = 400
    /// Behind Escape and what opens a sequence, where it may have been a key held with Alt: longer, and the
    /// letter that is typed next would be taken for a part of it.
    static let introduced: Int32 = 200
    /// The same where Escape is a key of its own, as it is in vi's keys.
    static let vi: Int32 = 60
    static let sequence: Int32 = 1000
    /// Between the pieces of what comes at once.
    static let burst: Int32 = 30
    /// From Enter to what follows it in the same breath.
    static let breath: Int32 = 8
    /// Within a paste, before it is taken to be one that is never closed.
    static let paste: Int32 = 30_000
    /// The same behind a Ctrl-C, which may be a character of the paste.
    static let interruptedPaste: Int32 = 250
  }

  /// Whether Escape is a key that somebody presses, not only the beginning of others.
  var isEscapeAKey = false
  private let signals: SignalPipe
  var pending: [Int32] = []
  private let descriptor: Int32
  /// How long a paste may rest before it is ended, in milliseconds.
  let pastePatience: Int32
  var bytes: [UInt8] = []
  var next = 0
  var isAtEnd = false

  /// - Parameters:
  ///   - descriptor: where the keys come from.
  ///   - pastePatience: how long a paste may rest before it is ended, in milliseconds.
  ///   - obeysSignals: whether the signals of the process belong to what is read here.
  init?(
    descriptor: Int32, pastePatience: Int32 = Patience.paste, obeysSignals: Bool = true
  ) {
    guard let signals = SignalPipe(isUsed: obeysSignals) else { return nil }
    self.signals = signals
    self.descriptor = descriptor
    self.pastePatience = pastePatience
  }

  var unread: ArraySlice<UInt8> { bytes[next...] }

  // MARK: - Keys

  /// - Parameter milliseconds: how long to wait before saying that the keys rest; for ever where negative.
  func read(resting milliseconds: Int32 = -1) -> Event {
    while true {
      if !pending.isEmpty { return .signal(pending.removeFirst()) }
      if unread.isEmpty {
        if isAtEnd { return .end }
        guard wait(milliseconds) else { return .rest }
        continue
      }
      switch ControlScanner.step(unread) {
      case .element(let element, let length):
        if let event = take(element, length) { return event }
      case .incomplete(let stage):
        guard isAtEnd || !wait(patience(at: stage)) else { continue }
        if let event = takeIncomplete(stage) { return event }
      }
    }
  }

  private func patience(at stage: ControlScanner.Stage) -> Int32 {
    switch stage {
    case .escape: isEscapeAKey ? Patience.vi : Patience.escape
    case .introduced: isEscapeAKey ? Patience.vi : Patience.introduced
    case .character, .sequence, .string: Patience.sequence
    }
  }

  private func take(_ element: ControlElement, _ length: Int) -> Event? {
    let taken = unread.prefix(length)
    if case .other = element, isEscapeAKey, taken.first == 0x1B,
      taken.dropFirst().first.map({ $0 < 0x30 || $0 == 0x3F || $0 == 0x4E }) ?? false
    {
      // In vi's keys, `$` behind Escape goes to the end of the line, and `N` searches on.
      next += 1
      return .key(.character("\u{1B}"))
    }
    next += length
    switch element {
    case .control(let function) where function.opensPaste: return readPaste()
    case .control, .shifted, .string, .other:
      return .sequence(String(decoding: taken, as: UTF8.self), Key(element))
    case .character, .escape, .meta: return Key(element).map(Event.key)
    }
  }

  /// What has begun, and goes on no further.
  private func takeIncomplete(_ stage: ControlScanner.Stage) -> Event? {
    let begun = unread
    switch stage {
    case .character:
      next += 1
      return .key(.character("\u{FFFD}"))
    case .escape:
      next += 1
      return .key(.character("\u{1B}"))
    case .introduced where isEscapeAKey && begun.count == 2 && begun.first == 0x1B:
      next += 1
      return .key(.character("\u{1B}"))
    case .introduced, .sequence, .string:
      next = bytes.count
      return .sequence(String(decoding: begun, as: UTF8.self), nil)
    }
  }

  /// Takes the characters that come next and are drawn on those before them.
  func takeJoined(to scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var cluster = [scalar]
    while case .element(.character(let joined), let length) = ControlScanner.step(unread),
      ClusterTable.joins(joined, to: cluster)
    {
      cluster.append(joined)
      next += length
    }
    return cluster
  }

  /// What has come and is not read yet; it is gone then.
  func takeUnread() -> String {
    defer { (bytes, next) = ([], 0) }
    return String(decoding: unread, as: UTF8.self).withoutControlSequences
  }

  /// Takes any key; false where none came within some milliseconds.
  func takeAny(within milliseconds: Int32) -> Bool {
    switch read(resting: milliseconds) {
    case .rest, .signal(SIGWINCH), .signal(SIGCONT), .sequence(_, nil): return false
    case .signal(let signal) where signal != SIGINT:
      // For the next line, which will end with it.
      pending.append(signal)
      return true
    case .key, .sequence, .paste, .signal, .end: return true
    }
  }

  // MARK: - Reports

  /// Where the terminal says that its cursor is, in a report that comes within some milliseconds; rows
  /// and columns count from 1. Keys that come before it stay to be read.
  func takeCursorReport(within milliseconds: Int32) -> (row: Int, column: Int)? {
    let start = ContinuousClock.now
    while true {
      var rest = unread
      while case .element(let element, let length) = ControlScanner.step(rest) {
        if case .control(let function) = element {
          guard !function.opensPaste else { return nil }
          if let place = function.cursorReport {
            bytes.removeSubrange(rest.startIndex..<(rest.startIndex + length))
            return place
          }
        }
        rest = rest.dropFirst(length)
      }
      let left = milliseconds - Int32((.now - start) / .milliseconds(1))
      guard left > 0, !isAtEnd, pending.allSatisfy({ $0 == SIGWINCH }),
        wait(left, holdingBack: [SIGWINCH])
      else { return nil }
    }
  }

  // MARK: - Signals

  func catchSignals() { signals.catchSignals() }
  func release() { signals.release() }

  /// Stops the process as Ctrl-Z would.
  ///
  /// - Returns: whether it has been stopped, and continued; where nobody can continue it, it goes on.
  func suspend() -> Bool {
    signals.suspend()
    pending += signals.take()
    let wasStopped = pending.contains(SIGCONT)
    // The window is measured anew after this in any case.
    pending.removeAll { [SIGCONT, SIGWINCH, SIGTSTP].contains($0) }
    return wasStopped
  }

  // MARK: - Waiting

  /// Waits for bytes or signals; false where neither came in time.
  ///
  /// - Parameter held: signals that are left to come later, and do not end the wait for bytes.
  func wait(_ milliseconds: Int32, holdingBack held: [Int32] = []) -> Bool {
    var watched = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&watched, 2, milliseconds)
    // A signal that interrupts the wait stands in the pipe by now.
    guard ready > 0 else { return ready < 0 }
    if watched[1].revents != 0 { pending += signals.take() }
    if watched[0].revents != 0, pending.allSatisfy(held.contains) { readChunk() }
    return true
  }

  private func readChunk() {
    if next == bytes.count { (bytes, next) = ([], 0) }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(descriptor, &chunk, chunk.count)
    if count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }
}

extension ControlFunction {
  fileprivate var opensPaste: Bool {
    final == UInt8(ascii: "~") && prefix == nil && parameters == [[200]]
  }

  /// The row and column of a report of the cursor's place.
  fileprivate var cursorReport: (row: Int, column: Int)? {
    guard final == UInt8(ascii: "R"), prefix == nil || prefix == UInt8(ascii: "?"),
      let row = number(0), let column = number(1)
    else { return nil }
    return (row, column)
  }
}
