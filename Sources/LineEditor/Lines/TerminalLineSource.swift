import Foundation
package import Phrases
package import SafeOutput

/// Lines typed at a terminal, edited with libedit: its keys, `~/.editrc`, history and completion, and
/// pastes that arrive whole.
///
/// libedit knows neither pastes nor most of the sequences that terminals send, so it gets keys that have
/// been read already: a character each, and for the others characters of the C1 range, which nobody can
/// type. From the first line on the terminal stays in key mode until ``close()``: between lines, too,
/// nothing that is typed is cut or acted upon.
package final class TerminalLineSource: LineSource {
  /// Whether a person sits at the other end.
  package let isInteractive = true
  /// Whether the last line came, in whole or in part, as one paste.
  package private(set) var lastLineWasPasted = false

  let streams: Streams
  let editor: LibeditLine
  let input: TerminalInput
  private var isOpen = false
  /// The signal that the program is to stop for, once it has come; no line is read after it.
  private var stopping: Int32?

  var request = LineRequest(prompt: "")
  /// What ends the line before it is sent.
  private var outcome: LineInput?
  var pastes: [Paste] = []
  /// The paste, or the cell, that a command will put in.
  private var pasteToCome: String?
  private var cellToJoin: Unicode.Scalar?
  /// Keys that libedit gets before any other.
  private var keysToDeliver: [Unicode.Scalar] = []
  /// What is to happen once the cursor has gone to the end of the line.
  private var atEnd: (() -> Void)?
  /// Whether something has been typed since the keys last rested.
  private var isRestless = false
  /// The language of what stands for a paste.
  let words: PhraseBook
  /// Whether the terminal has been seen to flow its lines anew where its window changes.
  var isFlowing = false
  /// The window that the line was drawn in.
  var window: WindowSize

  /// Opens the editor on a terminal; `nil` where it is none that it can use.
  ///
  /// - Parameters:
  ///   - streams: the terminal.
  ///   - words: the language of what stands for a paste.
  package init?(
    on streams: Streams, program: String = "nextmove", words: PhraseBook = .english
  ) {
    guard streams.areOfPerson, let input = TerminalInput(descriptor: streams.input),
      let editor = LibeditLine(program: program, streams: streams)
    else { return nil }
    self.streams = streams
    window = WindowSize(of: streams.output.number)
    self.editor = editor
    self.words = words
    self.input = input
    for (key, function) in EditingKey.functions {
      editor.bind(String(Command.scalar(of: key)), to: function)
    }
    for command in Command.allCases { editor.bindCommand(command.rawValue) }
    editor.onKey = { [unowned self] in nextKey() }
    editor.onCommand = { [unowned self] in Command(rawValue: $0).map(obey) ?? .complain }
  }

  deinit { close() }

  // MARK: - One line

  /// Reads one line.
  package func readLine(_ request: LineRequest) -> LineInput {
    if let stopping { return .stopped(stopping, typed: "") }
    open()
    self.request = request
    (outcome, pastes, atEnd, cellToJoin) = (nil, [], nil, nil)
    lastLineWasPasted = false
    isRestless = false
    window = presentWindow
    input.isEscapeAKey = editor.isVi
    pasteToCome = request.initial.isEmpty ? nil : request.initial
    keysToDeliver = request.initial.isEmpty ? [] : [Command.paste.rawValue]
    let cells = editor.read(prompt: request.prompt, history: request.history)
    // libedit has put the terminal back into line mode.
    editor.takeKeys()
    if let outcome {
      show("\n")
      if case .stopped(let signal, _) = outcome { stopping = signal }
      return outcome
    }
    guard let cells, !cells.isEmpty else {
      show("\n")
      return .end(typed: "")
    }
    return .line(finish(editor.clusters.decode(cells)))
  }

  private func finish(_ typed: String) -> String {
    let line = typed.hasSuffix("\n") ? String(typed.dropLast()) : typed
    lastLineWasPasted = Paste.isAny(of: pastes, in: line)
    guard !lastLineWasPasted else { return Paste.expand(line, pastes) }
    // A command typed at a question is a command, and no answer comes up among commands.
    editor.remember(line, in: line.hasPrefix("/") ? "commands" : request.history)
    return line
  }

  /// Whether a paste stands in the line.
  var hasPastes: Bool {
    !pastes.isEmpty && Paste.isAny(of: pastes, in: editor.clusters.decode(editor.line.cells))
  }

  /// What stands in the line, pastes in full.
  private var typed: String {
    Paste.expand(editor.clusters.decode(editor.line.cells), pastes)
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

  func takeTerminal() {
    editor.takeKeys()
    show(Paste.modeOn)
  }

  func giveTerminalBack() {
    show(Paste.modeOff)
    editor.giveKeysBack()
  }

  func show(_ text: String) { streams.show(text) }

  /// The window as it is now.
  var presentWindow: WindowSize { WindowSize(of: streams.output.number) }

  // MARK: - Keys

  /// The next key for libedit; `nil` where the line ends without being sent.
  private func nextKey() -> Unicode.Scalar? {
    while true {
      if !keysToDeliver.isEmpty { return keysToDeliver.removeFirst() }
      guard outcome == nil else { return nil }
      if let action = atEnd {
        atEnd = nil
        action()
      }
      switch input.read(resting: isRestless && request.resting != nil ? 300 : -1) {
      // libedit has bindings of its own for the arrows, which know nothing of what is to be brought back.
      case .key(let key) where bringsBack(key), .sequence(_, let key?) where bringsBack(key):
        deliver(paste: request.recalled)
      case .key(let key): take(key)
      // Whoever has bound a sequence in `~/.editrc` gets it as it came.
      case .sequence(let sequence, _) where editor.binds(sequence):
        isRestless = true
        keysToDeliver = Array(sequence.unicodeScalars)
      case .sequence(_, let key?): take(key)
      case .sequence(_, nil): continue
      case .paste(let text): deliver(paste: text)
      case .rest:
        isRestless = false
        request.resting?(typed)
      // A closed terminal reads as an end without a signal.
      case .end:
        lastLineWasPasted = hasPastes
        outcome = .end(typed: typed)
      case .signal(let signal): handle(signal)
      }
    }
  }

  /// Whether a key goes to the line before, as Ctrl-P does, where something is to be brought back into an empty line.
  private func bringsBack(_ key: Key) -> Bool {
    (key == .editing(.up) || key == .character("\u{10}")) && !request.recalled.isEmpty
      && editor.line.cells.isEmpty
  }

  private func take(_ key: Key) {
    isRestless = true
    switch key {
    case .character("\n"), .character("\r"):
      guard let burst = input.takeBurst() else {
        keysToDeliver = ["\r"]
        return
      }
      // Where lines follow at once, they are no typing: they become one paste, to be looked at and sent.
      // An Enter at its end stays one, so that what is typed next begins a line.
      deliver(paste: "\n" + burst)
    case .character(ControlKey.interrupt): handle(SIGINT)
    case .character(ControlKey.suspend): handle(SIGTSTP)
    case .character(ControlKey.quit): break
    // vi's keys would put them into the line.
    case .character(let scalar) where editor.isVi && ControlKey.isIdle(inVi: scalar): break
    case .character(let scalar): keysToDeliver = whole(scalar)
    // They would begin a sequence, of which nothing more comes.
    case .alt("["), .alt("O"): break
    // libedit would take the line away and ask for a command of its own.
    case .alt("x") where !editor.isVi, .alt("X") where !editor.isVi: break
    case .alt(let scalar): keysToDeliver = ["\u{1B}", scalar]
    case .editing(let key): keysToDeliver = [Command.scalar(of: key)]
    }
  }

  private func deliver(paste text: String) {
    guard !text.isEmpty else { return }
    isRestless = true
    pasteToCome = text
    keysToDeliver = [Command.paste.rawValue]
  }

  /// A key together with what is drawn on it: what comes with it, or what it comes after.
  private func whole(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let cluster = input.takeJoined(to: scalar)
    guard cluster.count > 1 || scalar.value >= 0x80 else { return [scalar] }
    let typed = String(String.UnicodeScalarView(cluster))
    let line = editor.line
    // An accent that comes alone goes to the character before the cursor, which is typed anew with it.
    if line.cursor > 0 {
      let before = editor.clusters.decode([line.cells[line.cursor - 1]])
      let joined = editor.clusters.encode(before + typed)
      if joined.count == 1 {
        cellToJoin = joined[0]
        return [Command.join.rawValue]
      }
    }
    return editor.clusters.encode(typed)
  }

  private func handle(_ signal: Int32) {
    switch signal {
    case SIGWINCH: resize()
    case SIGCONT: repaint()
    case SIGTSTP: goToEnd { [unowned self] cursor in suspend(at: cursor) }
    case SIGINT: leave(.interrupted(discarding: typed + input.takeUnread()))
    default: leave(.stopped(signal, typed: typed))
    }
  }

  /// Ends the line with the cursor below all of it.
  private func leave(_ outcome: LineInput) {
    lastLineWasPasted = hasPastes
    goToEnd { _ in }
    self.outcome = outcome
  }

  /// Does something with the terminal's cursor at the end of the line; it is told the cell where the
  /// cursor was.
  private func goToEnd(then action: @escaping (Int) -> Void) {
    let cursor = editor.line.cursor
    atEnd = { action(cursor) }
    // In the middle of a command of several keys, the first key ends that.
    keysToDeliver = [Command.goToEnd.rawValue, Command.goToEnd.rawValue]
  }

  // MARK: - Commands

  private func obey(_ command: Command) -> LibeditLine.Reaction {
    switch command {
    case .paste: return takePaste()
    case .join:
      guard let cell = cellToJoin else { return .complain }
      cellToJoin = nil
      editor.deleteBefore(1)
      editor.insert([cell])
      return .draw
    case .delete:
      let line = editor.line
      guard line.cursor < line.cells.count else { return .complain }
      editor.moveCursor(to: line.cursor + 1)
      editor.deleteBefore(1)
      return .draw
    case .goToEnd:
      editor.moveCursor(to: .max)
      return .moveCursor
    case .complete:
      switch completion() {
      case .none: return .complain
      case .insertion(let text, let replacing):
        editor.deleteBefore(replacing)
        editor.insert(editor.clusters.encode(text))
        return .draw
      case .list(let text):
        let cursor = editor.line.cursor
        atEnd = { [unowned self] in
          show("\n" + text)
          editor.moveCursor(to: cursor)
          editor.draw()
        }
        editor.moveCursor(to: .max)
        return .moveCursor
      }
    }
  }

  private func takePaste() -> LibeditLine.Reaction {
    guard let text = pasteToCome else { return .complain }
    pasteToCome = nil
    var shown = text
    if !Paste.fitsInLine(text) {
      let paste = Paste(text, among: pastes, in: words)
      pastes.append(paste)
      shown = paste.standIn
    }
    editor.insert(editor.clusters.encode(shown))
    return .draw
  }
}
