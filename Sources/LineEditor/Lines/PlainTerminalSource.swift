import Foundation
package import Phrases
package import SafeOutput

/// Lines from a terminal without cursor tricks: for screen readers, and for terminals that cannot move
/// their cursor. What is typed is echoed as it comes; Backspace, Ctrl-W, Ctrl-U and Ctrl-D do what they
/// do everywhere, Up brings back an answer that was not taken, and keys that would move the cursor do nothing.
///
/// Keys are read one by one, because a terminal in line mode would cut lines at 4,096 bytes.
package final class PlainTerminalSource: LineSource {
  /// Whether a person sits at the other end.
  package let isInteractive = true
  /// Whether the last line came, in whole or in part, as one paste.
  package var lastLineWasPasted: Bool { line.hasPastes }
  private let streams: Streams
  private let modes: TerminalModes
  private let input: TerminalInput
  private let bracketsPastes: Bool
  private let words: PhraseBook
  private var isOpen = false
  /// The signal that the program is to stop for, once it has come; no line is read after it.
  private var stopping: Int32?
  private var prompt = ""
  /// What Up brings back into an empty line.
  private var recalled = ""
  private var line = PlainLine()

  /// `nil` where nobody types at a terminal.
  ///
  /// - Parameters:
  ///   - streams: the terminal.
  ///   - bracketsPastes: whether the terminal may be asked to mark pastes.
  ///   - obeysSignals: whether the signals of the process are for whoever types here.
  ///   - words: the language of what stands for a paste.
  package init?(
    on streams: Streams, bracketsPastes: Bool, obeysSignals: Bool = true,
    words: PhraseBook = .english
  ) {
    guard let modes = TerminalModes(of: streams.input),
      let input = TerminalInput(descriptor: streams.input, obeysSignals: obeysSignals)
    else { return nil }
    self.streams = streams
    self.modes = modes
    self.input = input
    self.bracketsPastes = bracketsPastes
    self.words = words
  }

  deinit { close() }

  /// Reads one line.
  package func readLine(_ request: LineRequest) -> LineInput {
    if let stopping { return .stopped(stopping, typed: "") }
    open()
    prompt = request.prompt
    recalled = request.recalled
    line = PlainLine(words: words)
    if !request.initial.isEmpty { line.append(paste: request.initial) }
    show(prompt + line.shown)
    var isSafe = true
    while true {
      switch input.read(resting: isSafe || request.resting == nil ? -1 : 300) {
      case .rest:
        request.resting?(line.text)
        isSafe = true
      case .end: return .end(typed: line.text)
      case .signal(let signal):
        if let outcome = handle(signal) { return outcome }
      case .paste(let text):
        isSafe = false
        add(text)
      case .key(let key), .sequence(_, let key?):
        isSafe = false
        if let outcome = take(key) { return outcome }
      case .sequence(_, nil): continue
      }
    }
  }

  private func take(_ key: Key) -> LineInput? {
    switch key {
    case .character(ControlKey.interrupt): return handle(SIGINT)
    case .character(ControlKey.suspend): return handle(SIGTSTP)
    case .character("\r"), .character("\n"):
      if let burst = input.takeBurst() {
        add("\n" + burst)
        return nil
      }
      show("\n")
      return .line(line.text)
    case .character("\u{04}") where line.isEmpty: return .end(typed: "")
    case .character("\u{7F}"), .character("\u{08}"): erase(line.removingLast())
    case .character("\u{17}"), .editing(.deleteWordBefore), .alt("\u{7F}"), .alt("\u{08}"):
      erase(line.removingLastWord())
    case .character("\u{15}"):
      line = PlainLine(words: words)
      show("\n\(prompt)")
    case .character(let scalar) where scalar.value >= 0x20: show(line.append(scalar))
    case .editing(.up) where line.isEmpty && !recalled.isEmpty: add(recalled)
    case .character, .alt, .editing: break
    }
    return nil
  }

  /// A paste is announced rather than echoed where it is long.
  private func add(_ text: String) {
    // Counted in scalars: what is added may begin with an accent for the character before it.
    let before = line.shown.unicodeScalars.count
    line.append(paste: text.hasSuffix("\n") ? String(text.dropLast()) : text)
    show(String(line.shown.unicodeScalars.dropFirst(before)))
  }

  /// Takes away from the screen what is gone from the line's end.
  private func erase(_ rest: PlainLine) {
    let window = WindowSize(of: streams.output.number).columns
    let columns = rest.columnsToErase(of: line, after: prompt, window: window)
    line = rest
    if let columns {
      let back = String(repeating: "\u{08}", count: columns)
      show(back + String(repeating: " ", count: columns) + back)
    } else {
      show("\n\(prompt)\(line.shown)")
    }
  }

  private func handle(_ signal: Int32) -> LineInput? {
    switch signal {
    case SIGINT:
      show("\n")
      return .interrupted(discarding: line.text + input.takeUnread())
    case SIGTSTP:
      giveTerminalBack()
      let wasStopped = input.suspend()
      takeTerminal()
      if wasStopped { show(prompt + line.shown) }
    case SIGCONT where !TerminalModes.areKeysTaken(of: streams.input):
      takeTerminal()
      show(prompt + line.shown)
    case SIGTERM, SIGHUP:
      show("\n")
      stopping = signal
      return .stopped(signal, typed: line.text)
    default: break
    }
    return nil
  }

  // MARK: - The terminal

  /// Waits for any key, which is then taken; false where none came in time.
  package func waitForKey(milliseconds: Int32) -> Bool {
    guard stopping == nil else { return true }
    open()
    return input.takeAny(within: milliseconds)
  }

  private func open() {
    guard !isOpen else { return }
    isOpen = true
    input.catchSignals()
    takeTerminal()
  }

  /// Leaves the terminal as it was found.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    giveTerminalBack()
    input.release()
  }

  private func takeTerminal() {
    modes.takeKeys()
    if bracketsPastes { show(Paste.modeOn) }
  }

  private func giveTerminalBack() {
    if bracketsPastes { show(Paste.modeOff) }
    modes.restore()
  }

  private func show(_ text: String) { streams.show(text) }
}
