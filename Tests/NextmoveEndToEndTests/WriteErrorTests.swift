import Foundation
import Journal
import Testing
import TestSupport

@Suite("what cannot be written is said, by every command", .serialized, .waiting)
struct WriteErrorTests {
  @Test(
    "a full disk and a closed standard output end every command with one sentence, which says whether it is to be given again",
    arguments: [
      (">/dev/full", "the disk is full", "make room and try again"),
      (">&-", "it is closed", "leave it open, or send it to a file"),
    ])
  func refused(redirection: String, cause: String, advice: String) throws {
    let home = try PreparedHome.withPeople()
    for call in try EveryCommand.calls(in: home) {
      let before = try saved(in: home)
      let result = try Binary.run(call, redirected: redirection, home: home)
      #expect(result.status == 3, "\(call): \(result.status)")
      let hasSaved = try saved(in: home) != before || call.starts(with: ["script", "copy"])
      let sentence =
        hasSaved
        ? "nextmove: It is saved, and need not be done again. Only what there was to say of it could not be shown, since standard output takes nothing.\n"
        : "nextmove: Standard output could not be written: \(cause); \(advice).\n"
      #expect(result.error.hasSuffix(sentence), "\(call): \(result.error)")
    }
  }

  /// How far each session has come.
  private func saved(in home: TemporaryHome) throws -> [SessionID: Int] {
    let sessions = try Journal(at: home.database, reading: true).sessions()
    return Dictionary(uniqueKeysWithValues: sessions.map { ($0.id, $0.lastSequence) })
      .filter { $0.value > 0 }
  }

  @Test("a reader that goes away ends every command by its signal, with a sentence")
  func brokenPipe() throws {
    let home = try PreparedHome.withPeople()
    for call in try EveryCommand.calls(in: home) {
      let (output, error) = (Pipe(), Pipe())
      try output.fileHandleForReading.close()
      let process = try ChildProcess.start(
        Binary.path, call, environment: home.environment, output: output, error: error)
      let said = error.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal, "\(call)")
      #expect(process.terminationStatus == SIGPIPE, "\(call)")
      let sentence = String(decoding: said, as: UTF8.self)
      #expect(
        sentence.hasSuffix(
          "nextmove: Standard output could not be written: its reader has gone away, and the rest was not written.\n"
        ) || sentence.hasPrefix("nextmove: It is saved, and need not be done again."),
        "\(call): \(sentence)")
    }
  }

  @Test("all three descriptors closed, nothing saved is written over and nothing traps")
  func allClosed() throws {
    let home = try PreparedHome.withPeople()
    let before = try Binary.run(["export"], home: home).output
    for call in [["sessions"], ["export"], ["report"], ["log"], []] {
      let result = try Binary.run(call, redirected: "<&- >&- 2>&-", home: home)
      #expect(result.status == 3, "\(call)")
    }
    #expect(try Binary.run(["export"], home: home).output == before)
    #expect(try Binary.run(["doctor"], home: home).status == 0)
  }

  @Test("a conversation that nobody can see takes no answers")
  func unseen() throws {
    let home = try TemporaryHome()
    let result = try Binary.run(
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
    let bounded = try Binary.run(
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
