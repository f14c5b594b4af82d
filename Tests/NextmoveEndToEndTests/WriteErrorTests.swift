import Foundation
import Journal
import SafeOutput
import Testing
import TestSupport

@testable import nextmove

@Suite("what cannot be written is said, by every command", .serialized, .waiting)
struct WriteErrorTests {
  /// An output that takes nothing.
  enum Deaf: CaseIterable {
    case fullDisk, closed, withoutReader

    /// As it is opened; a closed one is held by the null device, opened the wrong way round.
    func opened() -> Int32 {
      switch self {
      case .fullDisk: return open("/dev/full", O_WRONLY | O_CLOEXEC)
      case .closed: return open("/dev/null", O_RDONLY | O_CLOEXEC)
      case .withoutReader:
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        close(ends[0])
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        return ends[1]
      }
    }

    var cause: String {
      switch self {
      case .fullDisk: "the disk is full; make room and try again"
      case .closed: "it is closed; leave it open, or send it to a file"
      case .withoutReader: "its reader has gone away, and the rest was not written"
      }
    }
  }

  private static let saved =
    "nextmove: It is saved, and need not be done again. Only what there was to say of it could not be shown, since standard output takes nothing.\n"

  private static func refused(_ deaf: Deaf) -> String {
    "nextmove: Standard output could not be written: \(deaf.cause).\n"
  }

  @Test(
    "an output that takes nothing ends every command with one sentence, which says whether it is to be given again",
    arguments: Deaf.allCases)
  func refused(output deaf: Deaf) throws {
    let home = try PreparedHome.withPeople()
    for call in try EveryCommand.calls(in: home) {
      let before = try saved(in: home)
      let output = deaf.opened()
      defer { close(output) }
      let (input, error) = (try PassingFile(), try PassingFile())
      let ending = Self.withoutSignal {
        Binary.run(
          call, home: home,
          streams: Streams(input: input.number, output: output, error: error.number))
      }
      #expect(ending == (deaf == .withoutReader ? .unheard : .status(3)), "\(call)")
      let hasSaved = try saved(in: home) != before || call.starts(with: ["script", "copy"])
      let said = try error.text()
      #expect(said.hasSuffix(hasSaved ? Self.saved : Self.refused(deaf)), "\(call): \(said)")
    }
  }

  /// A pipe without a reader sends a signal to the thread that writes to it, which is taken here.
  private static func withoutSignal<T>(_ body: () -> T) -> T {
    var (broken, before) = (sigset_t(), sigset_t())
    sigemptyset(&broken)
    sigaddset(&broken, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &broken, &before)
    defer {
      var now = timespec()
      sigtimedwait(&broken, nil, &now)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return body()
  }

  /// How far each session has come.
  private func saved(in home: TemporaryHome) throws -> [SessionID: Int] {
    let sessions = try Journal(at: home.database, reading: true).sessions()
    return Dictionary(uniqueKeysWithValues: sessions.map { ($0.id, $0.lastSequence) })
      .filter { $0.value > 0 }
  }

  private static let calls = [
    ["sessions"], ["export"], ["report", "--as", "html"], ["--help"], ["log", "a walk", "+1"],
  ]

  @Test(
    "the process ends so too",
    arguments: [(Deaf.fullDisk, ">/dev/full"), (.closed, ">&-")], calls)
  func refused(output: (Deaf, redirection: String), call: [String]) throws {
    let home = try PreparedHome.withPeople()
    let result = try Binary.process(call, redirected: output.redirection, home: home)
    #expect(result.status == 3)
    #expect(result.error.hasSuffix(call[0] == "log" ? Self.saved : Self.refused(output.0)))
  }

  @Test("a reader that goes away ends the process by its signal, with a sentence", arguments: calls)
  func brokenPipe(call: [String]) throws {
    let home = try PreparedHome.withPeople()
    let (output, error) = (Pipe(), Pipe())
    try output.fileHandleForReading.close()
    let process = try ChildProcess.start(
      Binary.path, call, environment: home.environment, output: output, error: error)
    let said = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGPIPE)
    let sentence = String(decoding: said, as: UTF8.self)
    #expect(
      sentence.hasSuffix(call[0] == "log" ? Self.saved : Self.refused(.withoutReader)),
      "\(sentence)")
  }

  @Test("all three descriptors closed, nothing saved is written over and nothing traps")
  func allClosed() throws {
    let home = try PreparedHome.withPeople()
    let before = try Binary.run(["export"], home: home).output
    for call in [["sessions"], ["export"], ["report"], ["log"], []] {
      let result = try Binary.process(call, redirected: "<&- >&- 2>&-", home: home)
      #expect(result.status == 3, "\(call)")
    }
    #expect(try Binary.run(["export"], home: home).output == before)
    #expect(try Binary.run(["doctor"], home: home).status == 0)
  }

  @Test("a conversation that nobody can see takes no answers")
  func unseen() throws {
    let home = try TemporaryHome()
    let result = try Binary.process(
      [], redirected: ">/dev/full", home: home, input: Data(Dialogue.allAnswers.utf8))
    #expect(result.status == 3)
    #expect(try Binary.run(["sessions"], home: home).output.hasPrefix("1   0 of"))
  }

  @Test(
    "a full disk under a file is said, and no half of a file is left",
    arguments: ["export", "calendar", "report"])
  func files(command: String) throws {
    let home = try PreparedHome.withPeople()
    _ = try Binary.run(["round", "start"], home: home)
    let arguments = command == "report" ? ["report", "--as", "html"] : [command]
    let result = try Binary.run(arguments + ["--output", "/dev/full"], home: home)
    #expect(result.status == 3)
    #expect(
      result.error
        == "nextmove: “/dev/full” could not be written: the disk is full; make room and try again.\n"
    )
    let file = home.url.appendingPathComponent("out.html").path
    let bounded = try Binary.process(
      ["-c", "ulimit -f 1; exec \"$0\" \"$@\"", Binary.path] + arguments + ["--output", file],
      program: "/bin/bash", home: home)
    if bounded.status != 0 {
      #expect(!FileManager.default.fileExists(atPath: file))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: home.url.path)
    #expect(
      !names.contains { $0.hasPrefix(".nextmove-") || $0 == "out.html" && bounded.status != 0 })
  }
}
