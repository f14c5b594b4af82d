import Foundation
import SafeOutput
import Synchronization
import TestSupport

@testable import nextmove

/// The program at the other end of a real pseudo-terminal, with a model of its screen.
final class PseudoTerminal {
  private(set) var screen: Screen
  /// Everything the program wrote, control sequences included.
  private(set) var raw = ""
  private var master: Int32
  private let run: Run
  /// Held, because it is removed when nobody does.
  private let home: TemporaryHome
  private var undecoded: [UInt8] = []
  private(set) var exit: Exit?

  enum Exit: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// What is at the other end.
  private enum Run {
    case process(pid_t)
    case beside(RunBeside)
  }

  /// Starts the program in a terminal of its own, with nothing of the tester's environment but PATH.
  init(
    _ arguments: [String] = [], home: TemporaryHome, columns: Int = 80, rows: Int = 40,
    environment: [String: String] = [:], program: String = Binary.path
  ) throws {
    self.home = home
    screen = Screen(columns: columns, rows: rows)
    let (opened, slave, name) = try Self.open(columns: columns, rows: rows)
    close(slave)
    master = opened

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened first in a new session, the terminal becomes the controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let variables = home.environment.merging(["TERM": "xterm-256color"]) { $1 }
      .merging(environment) { $1 }
    run = .process(
      try ChildProcess.spawn(
        program, arguments, environment: variables, &actions, flags: 0x80))  // POSIX_SPAWN_SETSID
  }

  /// Has the program run in the tester's own process: without signals, and without libedit.
  init(
    beside arguments: [String], home: TemporaryHome, columns: Int = 80, rows: Int = 40,
    environment: [String: String] = [:]
  ) throws {
    self.home = home
    screen = Screen(columns: columns, rows: rows)
    let (opened, slave, _) = try Self.open(columns: columns, rows: rows)
    master = opened
    let variables = ["TERM": "xterm-256color"].merging(environment) { $1 }
    run = .beside(RunBeside(arguments, home: home, environment: variables, terminal: slave))
  }

  private static func open(columns: Int, rows: Int) throws -> (
    master: Int32, slave: Int32, name: [CChar]
  ) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw TestFailure("no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (master, slave, name)
  }

  deinit {
    if exit == nil, case .process(let process) = run {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    closeTerminal()
  }

  /// Closes the terminal, as closing its window does.
  func closeTerminal() {
    guard master >= 0 else { return }
    close(master)
    master = -1
  }

  // MARK: - Typing

  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
      // What the program echoes must be read, or both sides wait for each other.
      if !bytes.isEmpty { pump(milliseconds: 5) }
    }
  }

  /// Types a line once the program asks for one.
  func answer(_ line: String, at prompt: String = "> ") throws {
    try waitForPrompt(prompt)
    let asked = timesAsked
    send(line + "\r")
    // Asked again, it has shown all that it had to say; an editor or a pager that it starts never asks.
    while timesAsked == asked, pump(milliseconds: 60) {}
    settle(milliseconds: timesAsked == asked ? 60 : 15)
  }

  /// Pastes as a terminal does that was asked to bracket pastes.
  func paste(_ text: String) throws {
    try wait { self.isReading }
    send("\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r") + "\u{1B}[201~")
    settle()
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    screen.resize(columns: columns, rows: rows)
    signal(SIGWINCH)
  }

  func signal(_ number: Int32) {
    if case .process(let process) = run { kill(process, number) }
  }

  /// Whether the program does something of its own where it is sent a signal.
  func catches(_ number: Int32) -> Bool {
    guard case .process(let process) = run,
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigCgt:") }),
      let mask = UInt64(line.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16)
    else { return false }
    return mask & (1 << UInt64(number - 1)) != 0
  }

  /// How often the program has a file open at this moment.
  func openFiles(named path: String) -> Int {
    guard case .process(let process) = run else { return 0 }
    let folder = "/proc/\(process)/fd"
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return numbers.count {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) == path
    }
  }

  // MARK: - Reading

  /// Reads on until nothing has come for a while.
  func settle(milliseconds: Int32 = 60) { while pump(milliseconds: milliseconds) {} }

  /// Reads on until a condition holds; fails with the screen where it does not in time.
  func wait(seconds: Double = 20, for condition: () -> Bool) throws {
    let end = Date().addingTimeInterval(seconds)
    while !condition() {
      guard Date() < end else {
        throw TestFailure(
          "waited in vain; the screen was:\n\(screen.text)\nexit: \(String(describing: exit))")
      }
      if !pump(milliseconds: 20), exit != nil, !condition() {
        throw TestFailure("ended with \(String(describing: exit)); the screen was:\n\(screen.text)")
      }
    }
  }

  func waitFor(_ text: String) throws { try wait { self.screen.flowing.contains(text) } }

  func waitForPrompt(_ prompt: String = "> ") throws {
    try wait { self.screen.cursorLine.hasPrefix(prompt) && self.isReading }
  }

  func waitForExit() throws -> Exit {
    try wait { self.exit != nil }
    pump(milliseconds: 10)
    return exit ?? .status(-1)
  }

  /// Whether the program has the terminal: bracketed paste was switched on last.
  private(set) var isReading = false
  /// How often it has switched bracketed paste on.
  private var timesAsked = 0

  /// The terminal's modes as the program left them.
  var modes: termios {
    var modes = termios()
    tcgetattr(master, &modes)
    return modes
  }

  @discardableResult
  func pump(milliseconds: Int32) -> Bool {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var didRead = false
    if poll(&watched, 1, milliseconds) > 0, watched.revents & Int16(POLLIN) != 0 {
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = read(master, &chunk, chunk.count)
      if count > 0 {
        feed(chunk[..<count])
        didRead = true
      }
    } else if watched.revents != 0 {
      usleep(1000)
    }
    if !didRead, exit == nil { exit = ending }
    return didRead
  }

  /// How the program ended, once it has.
  private var ending: Exit? {
    switch run {
    case .process(let process):
      var status: Int32 = 0
      guard waitpid(process, &status, WNOHANG) == process else { return nil }
      let signal = status & 0x7F
      return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
    case .beside(let run):
      // What it wrote last is read before its end is told.
      guard let ending = run.ending, !hasMore else { return nil }
      return .status(ending.status)
    }
  }

  private var hasMore: Bool {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0 && watched.revents & Int16(POLLIN) != 0
  }

  private func feed(_ bytes: ArraySlice<UInt8>) {
    undecoded += bytes
    // A character may be cut in two by the read.
    var end = undecoded.count
    for back in 1...3 where undecoded.count >= back {
      let byte = undecoded[undecoded.count - back]
      if byte < 0x80 { break }
      if byte >= 0xC0 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        if length > back { end = undecoded.count - back }
        break
      }
    }
    let text = String(decoding: undecoded[..<end], as: UTF8.self)
    undecoded.removeFirst(end)
    raw += text
    noteModes(in: text.utf8.count)
    screen.feed(text)
  }

  /// Looks for bracketed paste being switched on or off in what came last, of so many bytes.
  private func noteModes(in count: Int) {
    // A sequence may have been cut in two by the read.
    let mode = Array("\u{1B}[?2004".utf8)
    let new = Array(raw.utf8.suffix(count + mode.count))
    for start in new.indices.dropLast(mode.count) where new[start...].starts(with: mode) {
      switch new[start + mode.count] {
      case UInt8(ascii: "h"): (isReading, timesAsked) = (true, timesAsked + 1)
      case UInt8(ascii: "l"): isReading = false
      default: break
      }
    }
  }
}

/// The program at a terminal, on a thread of the tester's own.
private final class RunBeside: Sendable {
  private let ended = Mutex<Program.Ending?>(nil)

  /// - Parameter terminal: its end of the terminal, which is closed when the program has ended.
  init(
    _ arguments: [String], home: TemporaryHome, environment: [String: String], terminal: Int32
  ) {
    Thread {
      let ending = Binary.run(
        arguments, home: home, environment: environment,
        streams: Streams(input: terminal, output: terminal, error: terminal))
      close(terminal)
      self.ended.withLock { $0 = ending }
    }.start()
  }

  /// How it ended; `nil` while it runs.
  var ending: Program.Ending? { ended.withLock(\.self) }
}

/// What a test helper could not do.
struct TestFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
