internal import CLibedit
internal import Foundation

/// Lines typed at a terminal, edited with libedit: its keys, `~/.editrc`, history and completion, and
/// pastes that arrive whole.
///
/// libedit has no notion of a bracketed paste, so the marker that opens one is bound like a key to a
/// function that reads up to the marker that closes it.
public final class TerminalLineSource: LineSource {
  /// Whether a person sits at the other end.
  public let isInteractive = true
  /// Whether the last line came, in whole or in part, as one paste.
  public private(set) var lastLineWasPasted = false

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let signals: SignalPipe
  private var keys = KeyStream()
  private var pendingSignals: [Int32] = []
  private var outcome: LineInput?
  private var pastes: [Paste] = []
  private var completing: (String) -> [String] = { _ in [] }
  private var promptColumns = 0
  private let prompt = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: 128)

  /// Opens the editor on standard input and output; `nil` where they are no terminal that it can use.
  public init?(program: String = "nextmove") {
    guard isatty(0) == 1, isatty(1) == 1, let signals = SignalPipe() else { return nil }
    // Without a UTF-8 locale libedit would show every é as an octal number.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    guard let editor = nextmove_editor(program), let history = history_winit() else { return nil }
    self.editor = editor
    self.history = history
    self.signals = signals
    prompt.initialize(repeating: 0)
    configure()
  }

  deinit {
    el_end(editor)
    history_wend(history)
    prompt.deallocate()
  }

  private func configure() {
    nextmove_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    nextmove_set_flag(editor, EL_SIGNAL, 0)
    withWide("emacs") { _ = nextmove_set_mode(editor, $0) }
    nextmove_history_limit(history, 500)
    nextmove_set_history(editor, history)
    nextmove_set_prompt(editor, { TerminalLineSource.owner(of: $0)?.prompt.baseAddress }, 1)
    nextmove_set_reader(editor) { editor, character in
      TerminalLineSource.owner(of: editor)?.readKey(into: character) ?? -1
    }
    el_source(editor, nil)
    add("nextmove-paste", "insert a paste as one", key: Paste.opening) { editor, _ in
      TerminalLineSource.owner(of: editor)?.takePaste() ?? UInt8(CC_ERROR)
    }
    add("nextmove-complete", "complete what is typed", key: "\t") { editor, _ in
      TerminalLineSource.owner(of: editor)?.complete() ?? UInt8(CC_ERROR)
    }
  }

  private func add(
    _ name: String, _ help: String, key: String, _ function: nextmove_key_function
  ) {
    withWide(name) { name in
      withWide(help) { help in _ = nextmove_add_function(editor, name, help, function) }
      withWide(key) { key in _ = nextmove_bind(editor, key, name) }
    }
  }

  private static func owner(of editor: OpaquePointer?) -> TerminalLineSource? {
    guard let editor, let owner = nextmove_owner(editor) else { return nil }
    return Unmanaged<TerminalLineSource>.fromOpaque(owner).takeUnretainedValue()
  }

  // MARK: - One line

  /// Reads one line.
  public func readLine(
    prompt text: String, initial: String, completing: @escaping (String) -> [String]
  ) -> LineInput {
    let wide = text.unicodeScalars.prefix(prompt.count - 1).map { wchar_t($0.value) } + [0]
    for (index, character) in wide.enumerated() { prompt[index] = character }
    promptColumns = DisplayWidth.columns(text)
    self.completing = completing
    outcome = nil
    pastes = []
    lastLineWasPasted = false
    keys.push(initial.isEmpty ? "" : Paste.opening + Paste.withoutMarkers(initial) + Paste.closing)
    signals.catchSignals()
    // libedit would show the prompt first, and echo and signals would still be the terminal's.
    nextmove_set_flag(editor, EL_PREP_TERM, 1)
    setBracketedPaste(true)
    var count: Int32 = 0
    let line = el_wgets(editor, &count)
    setBracketedPaste(false)
    signals.release()
    if let outcome {
      show("\n")
      return outcome
    }
    guard let line, count > 0 else {
      show("\n")
      return .end
    }
    return .line(finish(String(wide: line, count: Int(count))))
  }

  private func finish(_ typed: String) -> String {
    let line = typed.hasSuffix("\n") ? String(typed.dropLast()) : typed
    lastLineWasPasted = !pastes.isEmpty
    if !line.isEmpty, pastes.isEmpty { withWide(line) { nextmove_history_enter(history, $0) } }
    return pastes.isEmpty ? line : Paste.expand(line, pastes)
  }

  private func setBracketedPaste(_ isOn: Bool) { show(isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l") }

  private func show(_ text: String) { TerminalOutput.write(text) }

  // MARK: - Called by libedit

  private func readKey(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    while true {
      switch keys.read(signals: signals, pending: &pendingSignals) {
      case .key(let scalar):
        character?.pointee = wchar_t(scalar.value)
        return 1
      case .end:
        // A closed terminal reads as an end without a signal.
        return 0
      case .signal(let signal):
        guard handle(signal) else { return -1 }
      }
    }
  }

  /// Whether reading goes on after a signal.
  private func handle(_ signal: Int32) -> Bool {
    switch signal {
    case SIGWINCH:
      repaint()
      return true
    case SIGTSTP:
      setBracketedPaste(false)
      nextmove_set_flag(editor, EL_PREP_TERM, 0)
      show("\n")
      signals.suspend()
      nextmove_set_flag(editor, EL_PREP_TERM, 1)
      setBracketedPaste(true)
      nextmove_refresh(editor)
      return true
    case SIGCONT:
      return true
    case SIGINT:
      outcome = .interrupted(discarding: present().text + keys.takeUnread())
      return false
    default:
      outcome = .stopped(signal)
      return false
    }
  }

  /// Draws the line anew after the window has changed.
  ///
  /// libedit forgets where it drew, so the cursor is put back to the line's beginning first.
  private func repaint() {
    var size = winsize()
    let isMeasured = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let columns = isMeasured ? Int(size.ws_col) : 80
    let line = present()
    let before = String(line.text.unicodeScalars.prefix(line.cursor).map(Character.init))
    let rows = (promptColumns + DisplayWidth.columns(before)) / columns
    show((rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r\u{1B}[J")
    el_resize(editor)
    nextmove_refresh(editor)
  }

  private func present() -> (text: String, cursor: Int) {
    guard let info = el_wline(editor)?.pointee, let buffer = info.buffer else { return ("", 0) }
    return (
      String(wide: buffer, count: info.lastchar - buffer), info.cursor - buffer
    )
  }

  private func takePaste() -> UInt8 {
    let end = Array(Paste.closing.unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    reading: while true {
      switch keys.read(signals: signals, pending: &pendingSignals) {
      case .key(let scalar):
        scalars.append(scalar)
        if scalar == "~", scalars.suffix(end.count).elementsEqual(end) {
          scalars.removeLast(end.count)
          break reading
        }
      // A paste cannot break out: Ctrl-C inside it is a character, a signal waits for its end.
      case .signal(let signal) where signal != SIGTERM && signal != SIGHUP: continue
      case .signal(let signal):
        outcome = .stopped(signal)
        return UInt8(CC_EOF)
      case .end: break reading
      }
    }
    let text = Paste.normalizingLineEnds(scalars)
    if Paste.fitsInLine(text) {
      insert(text)
    } else {
      let paste = Paste(text, among: pastes)
      pastes.append(paste)
      insert(paste.standIn)
    }
    return UInt8(CC_REFRESH)
  }

  private func insert(_ text: String) {
    withWide(text) { _ = el_winsertstr(editor, $0) }
  }

  private func complete() -> UInt8 {
    let line = present()
    let scalars = Array(line.text.unicodeScalars.prefix(line.cursor))
    // After a comma the next of several answers is completed.
    let begin =
      (scalars.lastIndex { $0 == "," }).map { index in
        scalars[(index + 1)...].firstIndex { $0 != " " } ?? scalars.count
      } ?? 0
    let typed = String(String.UnicodeScalarView(scalars[begin...]))
    let candidates = completing(typed).map(Sanitizer.line)
    guard let first = candidates.first else { return UInt8(CC_ERROR) }
    let common = candidates.dropFirst().reduce(first) { Self.commonPrefix($0, $1) }
    if candidates.count == 1 || common.count > typed.count {
      if !typed.isEmpty { el_deletestr(editor, Int32(scalars.count - begin)) }
      insert(candidates.count == 1 && first.hasPrefix("/") ? common + " " : common)
      return UInt8(CC_REFRESH)
    }
    show("\n" + candidates.prefix(40).joined(separator: "   ") + "\n")
    return UInt8(CC_REDISPLAY)
  }

  private static func commonPrefix(_ left: String, _ right: String) -> String {
    String(zip(left, right).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }
}

private func withWide<T>(_ text: String, _ body: (UnsafePointer<wchar_t>) -> T) -> T {
  let wide = text.unicodeScalars.map { wchar_t($0.value) } + [0]
  return wide.withUnsafeBufferPointer { buffer in
    // An array with a terminator is never empty, so its address exists.
    buffer.baseAddress.map(body) ?? body([0])
  }
}

extension String {
  fileprivate init(wide: UnsafePointer<wchar_t>, count: Int) {
    var scalars = String.UnicodeScalarView()
    for index in 0..<Swift.max(0, count) {
      scalars.append(Unicode.Scalar(UInt32(bitPattern: wide[index])) ?? "\u{FFFD}")
    }
    self.init(scalars)
  }
}
