internal import CLibedit
internal import Foundation
internal import SafeOutput

/// Lines typed at a terminal, edited with libedit: its keys, `~/.editrc`, history and completion, and
/// pastes that arrive whole.
///
/// libedit has no notion of a bracketed paste, so the marker that opens one, and all up to the marker
/// that closes it, is read before libedit sees it, and handed over as one key. (Bound as a sequence of
/// keys, the marker would make Escape wait for the next key, and vi's command mode unusable.) From the
/// first line on the terminal stays in key
/// mode until ``close()``: between lines, too, nothing that is typed is cut or acted upon.
public final class TerminalLineSource: LineSource {
  /// Whether a person sits at the other end.
  public let isInteractive = true
  /// Whether the last line came, in whole or in part, as one paste.
  public private(set) var lastLineWasPasted = false

  private let editor: OpaquePointer
  /// The editor's output holds on to it, so it lives as long as the editor.
  private let clusters: ClusterTable
  private var histories: [String: OpaquePointer] = [:]
  private let signals: SignalPipe
  private var keys = KeyStream()
  private var pendingSignals: [Int32] = []
  private var isOpen = false

  private var request = LineRequest(prompt: "")
  private var outcome: LineInput?
  private var pastes: [Paste] = []
  /// Whether something has been typed since the keys last rested.
  private var isRestless = false
  private var keyToFollow: Unicode.Scalar?
  /// The paste that the paste key stands for.
  private var pasteToCome: String?
  /// Ctrl-^, which nothing else is bound to.
  private static let pasteKey: Unicode.Scalar = "\u{1E}"
  private let prompt = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: 128)

  /// Opens the editor on standard input and output; `nil` where they are no terminal that it can use.
  public init?(program: String = "nextmove") {
    guard isatty(0) == 1, isatty(1) == 1, let signals = SignalPipe() else { return nil }
    // Without a UTF-8 locale libedit would show every é as an octal number.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" {
      setlocale(LC_CTYPE, "C.UTF-8")
    }
    let clusters = ClusterTable()
    let output: nextmove_write_function = { table, bytes, count in
      TerminalLineSource.write(bytes, count, through: table)
    }
    let table = Unmanaged.passUnretained(clusters).toOpaque()
    guard let editor = nextmove_editor(program, output, table) else { return nil }
    self.clusters = clusters
    self.editor = editor
    self.signals = signals
    prompt.initialize(repeating: 0)
    configure()
  }

  deinit {
    close()
    el_end(editor)
    for history in histories.values { history_wend(history) }
    prompt.deallocate()
  }

  private func configure() {
    nextmove_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    nextmove_set_flag(editor, EL_SIGNAL, 0)
    withWide("emacs") { _ = nextmove_set_mode(editor, $0) }
    nextmove_set_prompt(editor, { TerminalLineSource.owner(of: $0)?.prompt.baseAddress }, 1)
    nextmove_set_reader(editor) { editor, character in
      TerminalLineSource.owner(of: editor)?.readKey(into: character) ?? -1
    }
    // What libedit leaves unbound; `~/.editrc` may bind it otherwise.
    bind("^R", to: "em-inc-search-prev")
    el_source(editor, nil)
    add("nextmove-paste", "insert a paste as one", key: String(Self.pasteKey)) { editor, _ in
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
    }
    bind(key, to: name)
  }

  /// In the map for typing, and in vi's map for commands.
  private func bind(_ key: String, to name: String) {
    withWide(key) { key in
      withWide(name) { name in
        _ = nextmove_bind(editor, key, name)
        _ = nextmove_bind_alternative(editor, key, name)
      }
    }
  }

  private static func owner(of editor: OpaquePointer?) -> TerminalLineSource? {
    guard let editor, let owner = nextmove_owner(editor) else { return nil }
    return Unmanaged<TerminalLineSource>.fromOpaque(owner).takeUnretainedValue()
  }

  /// Passes on what libedit shows, with what its placeholders stand for.
  private static func write(
    _ bytes: UnsafePointer<CChar>?, _ count: Int, through table: UnsafeMutableRawPointer?
  ) -> Int {
    guard let bytes, let table else { return 0 }
    let clusters = Unmanaged<ClusterTable>.fromOpaque(table).takeUnretainedValue()
    let shown = clusters.shown(UnsafeRawBufferPointer(start: bytes, count: count))
    return TerminalOutput.write(shown) ? count : -1
  }

  // MARK: - One line

  /// Reads one line.
  public func readLine(_ request: LineRequest) -> LineInput {
    open()
    self.request = request
    let wide =
      clusters.encode(request.prompt).prefix(prompt.count - 1).map { wchar_t($0.value) } + [0]
    for (index, character) in wide.enumerated() { prompt[index] = character }
    outcome = nil
    pastes = []
    lastLineWasPasted = false
    isRestless = false
    keys.push(Paste.bracketed(request.initial))
    if let history = history(named: request.history) { nextmove_set_history(editor, history) }
    var count: Int32 = 0
    let line = el_wgets(editor, &count)
    // libedit has put the terminal back into line mode.
    takeKeys()
    if let outcome {
      show("\n")
      return outcome
    }
    guard let line, count > 0 else {
      show("\n")
      return .end(typed: "")
    }
    return .line(finish(clusters.decode(scalars(line, Int(count)))))
  }

  private func finish(_ typed: String) -> String {
    let line = typed.hasSuffix("\n") ? String(typed.dropLast()) : typed
    lastLineWasPasted = !pastes.isEmpty
    guard pastes.isEmpty else { return Paste.expand(line, pastes) }
    // A command typed at a question is a command, and no answer comes up among commands.
    let name = line.hasPrefix("/") ? "commands" : request.history
    if !line.isEmpty, let history = history(named: name) {
      withWide(clusters.encode(line)) { nextmove_history_enter(history, $0) }
    }
    return line
  }

  private func history(named name: String) -> OpaquePointer? {
    if let history = histories[name] { return history }
    guard let history = history_winit() else { return nil }
    nextmove_history_limit(history, 500)
    histories[name] = history
    return history
  }

  // MARK: - The terminal

  /// Waits for any key, which is then taken; false where none came in time.
  public func waitForKey(milliseconds: Int32) -> Bool {
    open()
    return keys.takeAny(within: milliseconds, signals: signals, pending: &pendingSignals)
  }

  private func open() {
    guard !isOpen else { return }
    isOpen = true
    signals.catchSignals()
    takeKeys()
    show(Paste.modeOn)
  }

  /// Leaves the terminal as it was found.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    show(Paste.modeOff)
    nextmove_set_flag(editor, EL_PREP_TERM, 0)
    signals.release()
  }

  private func takeKeys() {
    nextmove_set_flag(editor, EL_PREP_TERM, 1)
    TerminalModes.takeSignalKeys()
  }

  private func show(_ text: String) { TerminalOutput.write(text) }

  // MARK: - Called by libedit

  private func readKey(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    while true {
      if let key = keyToFollow {
        keyToFollow = nil
        character?.pointee = wchar_t(key.value)
        return 1
      }
      let patience: Int32 = isRestless && request.resting != nil ? 300 : -1
      switch keys.read(signals: signals, pending: &pendingSignals, resting: patience) {
      case .key(let scalar):
        isRestless = true
        if scalar == "\n" || scalar == "\r", takeBurst() { continue }
        switch scalar {
        case ControlKey.interrupt:
          guard handle(SIGINT) else { return -1 }
          continue
        case ControlKey.suspend:
          _ = handle(SIGTSTP)
          continue
        case ControlKey.quit: continue
        case "\u{1B}" where keys.take(Paste.openingKeys, within: 8):
          guard readPaste() else { return -1 }
          character?.pointee = wchar_t(Self.pasteKey.value)
          return 1
        default: break
        }
        character?.pointee = wchar_t(whole(scalar).value)
        return 1
      case .rest:
        isRestless = false
        request.resting?(typed)
      case .end:
        // A closed terminal reads as an end without a signal.
        outcome = .end(typed: typed)
        return 0
      case .signal(let signal):
        guard handle(signal) else { return -1 }
      }
    }
  }

  /// A key together with what is drawn on it: what comes with it, or what it comes after.
  private func whole(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0x80 || keys.followsCluster(scalar) else { return scalar }
    var cluster = [scalar]
    while let next = keys.peek(), ClusterTable.joins(next, to: cluster) {
      _ = keys.read(signals: signals, pending: &pendingSignals)
      cluster.append(next)
    }
    let typed = String(String.UnicodeScalarView(cluster))
    let line = present()
    // An accent that comes alone goes to the character before the cursor, which is typed anew with it.
    if line.cursor > 0 {
      let before = clusters.decode([line.scalars[line.cursor - 1]])
      let joined = clusters.encode(before + typed)
      if joined.count == 1 {
        keyToFollow = joined[0]
        return "\u{7F}"
      }
    }
    let encoded = clusters.encode(typed)
    guard encoded.count == 1 else {
      // Too many characters of this sort in one session: they stand as they are.
      keys.push(String(String.UnicodeScalarView(cluster.dropFirst())))
      return scalar
    }
    return encoded[0]
  }

  /// Where lines follow at once, they are no typing: they become one paste, to be looked at and sent.
  private func takeBurst() -> Bool {
    guard keys.hasMore(within: 8) else { return false }
    let rest = keys.readBurst(signals: signals, pending: &pendingSignals)
    let lines = "\n" + (rest.hasSuffix("\n") ? String(rest.dropLast()) : rest)
    keys.push(Paste.bracketed(lines))
    return true
  }

  /// Whether reading goes on after a signal.
  private func handle(_ signal: Int32) -> Bool {
    switch signal {
    case SIGWINCH: repaint()
    case SIGTSTP:
      show("\n")
      close()
      signals.suspend()
      open()
      nextmove_refresh(editor)
    case SIGCONT: break
    case SIGINT:
      outcome = .interrupted(discarding: typed + keys.takeUnread())
      return false
    default:
      outcome = .stopped(signal, typed: typed)
      return false
    }
    return true
  }

  /// Draws the line anew after the window has changed.
  ///
  /// libedit forgets where it drew, so the cursor is put back to the line's beginning first.
  private func repaint() {
    var size = winsize()
    let isMeasured = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let columns = isMeasured ? Int(size.ws_col) : 80
    let line = present()
    let before = clusters.decode(line.scalars.prefix(line.cursor))
    let rows = DisplayWidth.columns(request.prompt + before) / columns
    show((rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r\u{1B}[J")
    el_resize(editor)
    nextmove_refresh(editor)
  }

  /// The line as the editor holds it.
  private func present() -> (scalars: [Unicode.Scalar], cursor: Int) {
    guard let info = el_wline(editor)?.pointee, let buffer = info.buffer else { return ([], 0) }
    return (scalars(buffer, info.lastchar - buffer), info.cursor - buffer)
  }

  /// What stands in the line, pastes in full.
  private var typed: String { Paste.expand(clusters.decode(present().scalars), pastes) }

  /// Whether reading goes on after a paste.
  private func readPaste() -> Bool {
    switch keys.readPaste(signals: signals, pending: &pendingSignals) {
    case .stopped(let signal):
      outcome = .stopped(signal, typed: typed)
      return false
    case .text(let pasted):
      pasteToCome = pasted
      return true
    }
  }

  private func takePaste() -> UInt8 {
    guard let text = pasteToCome else { return UInt8(CC_ERROR) }
    pasteToCome = nil
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
    withWide(clusters.encode(text)) { _ = el_winsertstr(editor, $0) }
  }

  // MARK: - Completion

  private func complete() -> UInt8 {
    // On a line with pastes, Tab shows what their stand-ins stand for.
    guard pastes.isEmpty else {
      for paste in pastes { show("\n\(paste.standIn)\n\(Sanitizer.text(paste.text))\n") }
      return UInt8(CC_REDISPLAY)
    }
    let line = present()
    let scalars = Array(line.scalars.prefix(line.cursor))
    // After a comma the next of several answers is completed.
    let begin =
      (scalars.lastIndex { $0 == "," }).map { index in
        scalars[(index + 1)...].firstIndex { $0 != " " } ?? scalars.count
      } ?? 0
    let typed = clusters.decode(scalars[begin...])
    let candidates = request.completing(typed)
    let texts = candidates.map { Sanitizer.line($0.text) }
    guard let first = texts.first else { return UInt8(CC_ERROR) }
    let common = CompletionList.commonPrefix(of: texts)
    if texts.count == 1 || common.count > typed.count {
      if !typed.isEmpty { el_deletestr(editor, Int32(scalars.count - begin)) }
      insert(texts.count == 1 && first.hasPrefix("/") ? common + " " : common)
      return UInt8(CC_REFRESH)
    }
    show("\n" + CompletionList.text(candidates))
    return UInt8(CC_REDISPLAY)
  }
}

private func withWide<T>(_ text: String, _ body: (UnsafePointer<wchar_t>) -> T) -> T {
  withWide(Array(text.unicodeScalars), body)
}

private func withWide<T>(_ scalars: [Unicode.Scalar], _ body: (UnsafePointer<wchar_t>) -> T) -> T {
  let wide = scalars.map { wchar_t($0.value) } + [0]
  return wide.withUnsafeBufferPointer { buffer in
    // An array with a terminator is never empty, so its address exists.
    buffer.baseAddress.map(body) ?? body([0])
  }
}

private func scalars(_ wide: UnsafePointer<wchar_t>, _ count: Int) -> [Unicode.Scalar] {
  (0..<max(0, count)).map { Unicode.Scalar(UInt32(bitPattern: wide[$0])) ?? "\u{FFFD}" }
}
