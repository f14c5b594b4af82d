import CLibedit
import Foundation
import SafeOutput

/// The one line that libedit edits, as a handful of verbs.
///
/// Nothing that libedit hands over is taken on trust: places are held to the text that there is, and
/// what is no Unicode scalar becomes U+FFFD.
final class LibeditLine {
  /// What libedit is to do after a command of ours.
  enum Reaction {
    case draw
    case moveCursor
    case complain
  }

  /// The line: what stands in each cell, and the cell that the cursor is before.
  struct Line {
    var cells: [Unicode.Scalar] = []
    var cursor = 0
  }

  /// Asked for each key; `nil` ends the line without sending it.
  var onKey: () -> Unicode.Scalar? = { nil }
  /// Told of each key that ``bindCommand(_:)`` was called for.
  var onCommand: (Unicode.Scalar) -> Reaction = { _ in .complain }
  let clusters = ClusterTable()

  private let streams: Streams
  private let opened: UnsafeMutablePointer<nextmove_editor>
  private let editor: OpaquePointer
  private var histories: [String: OpaquePointer] = [:]
  private var boundSequences: [String: Bool] = [:]
  private let prompt = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: 128)

  /// Opens the editor on a terminal; `nil` where it is none that it can use.
  init?(program: String, streams: Streams) {
    self.streams = streams
    // Without a UTF-8 locale libedit would show every é as an octal number.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" {
      for name in ["C.UTF-8", "UTF-8"] where setlocale(LC_CTYPE, name) != nil { break }
    }
    prompt.initialize(repeating: 0)
    opened = .allocate(capacity: 1)
    let status = nextmove_open(
      opened, program, streams.input, streams.output.number, streams.error.number)
    guard status == 0, let editor = opened.pointee.editor else {
      nextmove_close(opened)
      opened.deallocate()
      prompt.deallocate()
      return nil
    }
    self.editor = editor
    configure()
  }

  deinit {
    nextmove_close(opened)
    opened.deallocate()
    for history in histories.values { history_wend(history) }
    prompt.deallocate()
  }

  private func configure() {
    nextmove_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    nextmove_set_flag(editor, EL_SIGNAL, 0)
    withWide("emacs") { _ = nextmove_set_mode(editor, $0) }
    nextmove_set_prompt(editor, { LibeditLine.owner(of: $0)?.prompt.baseAddress }, 1)
    nextmove_set_reader(editor) { editor, character in
      guard let line = LibeditLine.owner(of: editor), let character else { return -1 }
      line.flush()
      line.settle()
      guard let key = line.onKey() else { return -1 }
      character.pointee = wchar_t(bitPattern: key.value)
      return 1
    }
    // What libedit leaves unbound; `~/.editrc` may bind it otherwise.
    bind("^R", to: "em-inc-search-prev")
    // Alone it would wait, and take the next letter with it where the two together mean nothing.
    bind("^X", to: "ed-unassigned")
    el_source(editor, nil)
    if isVi { takeForeignCommandsAway() }
    nextmove_add_command(editor) { editor, key in
      LibeditLine.owner(of: editor)?.obey(key) ?? UInt8(CC_ERROR)
    }
  }

  /// Among vi's keys these would ask for a command of libedit's own, and take the line away; or put it into a file
  /// for another program, while signals wait.
  private func takeForeignCommandsAway() {
    for key in [":", "v"] {
      withWide(key) { key in
        withWide("ed-unassigned") { _ = nextmove_bind_alternative(editor, key, $0) }
      }
    }
  }

  private static func owner(of editor: OpaquePointer?) -> LibeditLine? {
    guard let editor, let owner = nextmove_owner(editor) else { return nil }
    return Unmanaged<LibeditLine>.fromOpaque(owner).takeUnretainedValue()
  }

  private func obey(_ key: wint_t) -> UInt8 {
    guard let key = Unicode.Scalar(UInt32(key)) else { return UInt8(CC_ERROR) }
    switch onCommand(key) {
    case .draw: return UInt8(CC_REFRESH)
    case .moveCursor: return UInt8(CC_CURSOR)
    case .complain: return UInt8(CC_ERROR)
    }
  }

  // MARK: - Keys

  /// Binds a key below U+0100 in the map for typing, and in vi's map for commands.
  func bind(_ key: String, to function: String) {
    withWide(key) { key in
      withWide(function) { function in
        _ = nextmove_bind(editor, key, function)
        _ = nextmove_bind_alternative(editor, key, function)
      }
    }
  }

  /// Has a key below U+0100 call ``onCommand``.
  func bindCommand(_ key: Unicode.Scalar) { bind(String(key), to: "nextmove-command") }

  /// Whether libedit, or the person's own `~/.editrc`, has a binding for a control sequence.
  func binds(_ sequence: String) -> Bool {
    // libedit measures nothing when it takes a key's name apart, and reads carets and backslashes in it.
    guard sequence.utf8.count <= 32,
      sequence.unicodeScalars.allSatisfy({ $0.isASCII && $0 != "^" && $0 != "\\" })
    else { return false }
    if let known = boundSequences[sequence] { return known }
    flush()
    withWide(sequence) { _ = nextmove_describe_key(editor, $0) }
    let description = String(decoding: takeOutput(), as: UTF8.self)
    // In a map of vi's keys, where Escape is a key of its own, it never begins a sequence.
    // One that would ask for a command of libedit's own takes the line away, and is none.
    let isBound =
      description.contains("->") && escapeLeadsIn && !description.contains("ed-command")
    // Reports are of many forms, and are not to fill the memory.
    if boundSequences.count < 256 { boundSequences[sequence] = isBound }
    return isBound
  }

  private lazy var escapeLeadsIn: Bool = {
    withWide("\u{1B}") { _ = nextmove_describe_key(editor, $0) }
    return String(decoding: takeOutput(), as: UTF8.self).contains("ed-sequence-lead-in")
  }()

  /// Whether the keys are those of vi.
  var isVi: Bool { nextmove_is_vi(editor) != 0 }

  /// Has the terminal send keys one by one.
  func takeKeys() {
    nextmove_set_flag(editor, EL_PREP_TERM, 1)
    TerminalModes.takeSpecialKeys(of: streams.input)
  }

  /// Puts the terminal's modes back.
  func giveKeysBack() { nextmove_set_flag(editor, EL_PREP_TERM, 0) }

  // MARK: - The line

  /// Edits a line until it is sent; what stood in it then, with its line feed, or `nil` where it was not
  /// sent.
  func read(prompt text: String, history: String) -> [Unicode.Scalar]? {
    let wide = clusters.encode(text).prefix(prompt.count - 1).map { wchar_t(bitPattern: $0.value) }
    for (index, character) in (wide + [0]).enumerated() { prompt[index] = character }
    if let history = self.history(named: history) { nextmove_set_history(editor, history) }
    var count: Int32 = 0
    let line = el_wgets(editor, &count)
    flush()
    guard let line, count > 0 else { return nil }
    return scalars(line, Int(count))
  }

  /// The line as it stands.
  var line: Line {
    guard let info = el_wline(editor)?.pointee, let buffer = info.buffer else { return Line() }
    let count = Self.distance(from: buffer, to: info.lastchar)
    let cursor = min(Self.distance(from: buffer, to: info.cursor), count)
    return Line(cells: scalars(buffer, count), cursor: cursor)
  }

  /// Puts the cursor back into the text: among vi's keys, `$` in an empty line leaves it before the
  /// beginning, and what is deleted there is other memory.
  private func settle() {
    guard let info = el_wline(editor)?.pointee, let buffer = info.buffer else { return }
    if let cursor = info.cursor, let end = info.lastchar, cursor > end {
      _ = el_cursor(editor, 1)
    } else if info.cursor.map({ $0 < buffer }) ?? true {
      _ = el_cursor(editor, -1)
    }
  }

  private static func distance(
    from start: UnsafePointer<wchar_t>, to end: UnsafePointer<wchar_t>?
  ) -> Int {
    end.map { max(0, $0 - start) } ?? 0
  }

  /// Puts cells in before the cursor.
  func insert(_ cells: [Unicode.Scalar]) { withWide(cells) { _ = el_winsertstr(editor, $0) } }

  /// Deletes cells before the cursor.
  func deleteBefore(_ count: Int) {
    let count = min(count, line.cursor)
    if count > 0 { el_deletestr(editor, Int32(count)) }
  }

  func moveCursor(to cell: Int) {
    let line = line
    _ = el_cursor(editor, Int32(min(max(0, cell), line.cells.count) - line.cursor))
  }

  /// The columns that a cell takes.
  static func columns(_ cell: Unicode.Scalar) -> Int {
    // Control characters are shown as a caret and a letter.
    if cell.value < 0x20 || cell.value == 0x7F { return 2 }
    return max(0, Int(nextmove_columns(wchar_t(bitPattern: cell.value))))
  }

  // MARK: - Drawing

  /// Draws the line, beginning where the terminal's cursor is.
  func draw() {
    el_resize(editor)
    nextmove_refresh(editor)
    flush()
  }

  /// Shows what libedit has written, with what its placeholders stand for.
  private func flush() {
    let output = takeOutput()
    if !output.isEmpty { streams.show(output) }
  }

  private func takeOutput() -> [UInt8] {
    let count = nextmove_take_output(opened)
    guard count > 0, let bytes = opened.pointee.bytes else { return [] }
    return clusters.shown(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  // MARK: - Earlier lines

  /// Lets the arrow keys bring a line back, among those of the same name.
  func remember(_ line: String, in name: String) {
    guard !line.isEmpty, let history = history(named: name) else { return }
    withWide(clusters.encode(line)) { nextmove_history_enter(history, $0) }
  }

  private func history(named name: String) -> OpaquePointer? {
    if let history = histories[name] { return history }
    guard let history = history_winit() else { return nil }
    nextmove_history_limit(history, 500)
    histories[name] = history
    return history
  }
}

private func withWide<T>(_ text: String, _ body: (UnsafePointer<wchar_t>) -> T) -> T {
  withWide(Array(text.unicodeScalars), body)
}

private func withWide<T>(_ scalars: [Unicode.Scalar], _ body: (UnsafePointer<wchar_t>) -> T) -> T {
  let wide = scalars.map { wchar_t(bitPattern: $0.value) } + [0]
  return wide.withUnsafeBufferPointer { buffer in
    // An array with a terminator is never empty, so its address exists.
    buffer.baseAddress.map(body) ?? body([0])
  }
}

private func scalars(_ wide: UnsafePointer<wchar_t>, _ count: Int) -> [Unicode.Scalar] {
  (0..<max(0, count)).map { Unicode.Scalar(UInt32(bitPattern: wide[$0])) ?? "\u{FFFD}" }
}
