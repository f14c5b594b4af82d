internal import Foundation
internal import SafeOutput

/// Lines from a terminal without cursor tricks: for screen readers, and for terminals that cannot move
/// their cursor. What is typed is echoed as it comes; Backspace, Ctrl-U and Ctrl-D do what they do
/// everywhere.
///
/// Keys are read one by one, because a terminal in line mode would cut lines at 4,096 bytes.
public final class PlainTerminalSource: LineSource {
  /// Whether a person sits at the other end.
  public let isInteractive = true
  /// Whether the last line came, in whole or in part, as one paste.
  public private(set) var lastLineWasPasted = false
  private let modes: TerminalModes
  private let signals: SignalPipe
  private let bracketsPastes: Bool
  private var keys = KeyStream()
  private var pendingSignals: [Int32] = []
  private var isOpen = false

  /// `nil` where standard input is no terminal.
  ///
  /// - Parameter bracketsPastes: whether the terminal may be asked to mark pastes.
  public init?(bracketsPastes: Bool) {
    guard let modes = TerminalModes(), let signals = SignalPipe() else { return nil }
    self.modes = modes
    self.signals = signals
    self.bracketsPastes = bracketsPastes
  }

  /// Reads one line.
  public func readLine(_ request: LineRequest) -> LineInput {
    open()
    lastLineWasPasted = false
    if !request.initial.isEmpty {
      TerminalOutput.write("(As you left it: \(Sanitizer.line(request.initial)))\n")
    }
    TerminalOutput.write(request.prompt)
    var line: [Character] = []
    var isSafe = true
    while true {
      switch keys.read(
        signals: signals, pending: &pendingSignals,
        resting: isSafe || request.resting == nil ? -1 : 300)
      {
      case .rest:
        request.resting?(String(line))
        isSafe = true
      case .end: return .end(typed: String(line))
      case .signal(let signal):
        if let input = handle(signal, line, request.prompt) { return input }
      case .key(let scalar):
        isSafe = false
        if let input = take(scalar, &line, request) { return input }
      }
    }
  }

  private func take(_ scalar: Unicode.Scalar, _ line: inout [Character], _ request: LineRequest)
    -> LineInput?
  {
    switch scalar {
    case ControlKey.interrupt: return handle(SIGINT, line, request.prompt)
    case ControlKey.suspend: return handle(SIGTSTP, line, request.prompt)
    case "\r", "\n":
      if keys.hasMore(within: 8) {
        add("\n" + keys.readBurst(signals: signals, pending: &pendingSignals), to: &line)
        return nil
      }
      TerminalOutput.write("\n")
      return .line(String(line))
    case "\u{04}" where line.isEmpty: return .end(typed: "")
    case "\u{7F}", "\u{08}":
      if let gone = line.popLast() {
        let width = max(1, DisplayWidth.columns(String(gone)))
        TerminalOutput.write(String(repeating: "\u{08} \u{08}", count: width))
      }
    case "\u{15}":
      line = []
      TerminalOutput.write("\n\(request.prompt)")
    case "\u{1B}":
      if keys.take(Paste.openingKeys, within: 8) {
        if case .text(let text) = keys.readPaste(signals: signals, pending: &pendingSignals) {
          add(text, to: &line)
        }
      }
    case _ where scalar.value < 0x20: break
    default:
      line.append(Character(scalar))
      TerminalOutput.write(Sanitizer.line(String(Character(scalar)), keepingSpaces: true))
    }
    return nil
  }

  /// A paste is announced rather than echoed where it is long.
  private func add(_ text: String, to line: inout [Character]) {
    let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
    line += Array(trimmed)
    guard !Paste.fitsInLine(trimmed) else {
      TerminalOutput.write(Sanitizer.line(trimmed, keepingSpaces: true))
      return
    }
    lastLineWasPasted = true
    TerminalOutput.write(" \(Paste(trimmed, among: []).standIn) ")
  }

  private func handle(_ signal: Int32, _ line: [Character], _ prompt: String) -> LineInput? {
    switch signal {
    case SIGINT:
      TerminalOutput.write("\n")
      return .interrupted(discarding: String(line) + keys.takeUnread())
    case SIGTSTP:
      close()
      signals.suspend()
      open()
      TerminalOutput.write(prompt + Sanitizer.line(String(line), keepingSpaces: true))
      return nil
    case SIGTERM, SIGHUP: return .stopped(signal, typed: String(line))
    default: return nil
    }
  }

  /// Waits for any key, which is then taken; false where none came in time.
  public func waitForKey(milliseconds: Int32) -> Bool {
    open()
    return keys.takeAny(within: milliseconds, signals: signals, pending: &pendingSignals)
  }

  private func open() {
    guard !isOpen else { return }
    isOpen = true
    signals.catchSignals()
    modes.takeKeys()
    if bracketsPastes { TerminalOutput.write(Paste.modeOn) }
  }

  /// Leaves the terminal as it was found.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    if bracketsPastes { TerminalOutput.write(Paste.modeOff) }
    modes.restore()
    signals.release()
  }
}
