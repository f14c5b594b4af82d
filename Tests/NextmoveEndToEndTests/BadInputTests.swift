import Foundation
import Testing
import TestSupport

@Suite("bad input gets one sentence, a status, and no trap", .waiting)
struct BadInputTests {
  private func expectFailure(
    _ arguments: [String], home: TemporaryHome, input: Data = Data(), status: Int32 = 3,
    environment: [String: String] = [:], says sentence: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Binary.run(arguments, home: home, input: input, environment: environment)
    #expect(result.status == status, "\(result.error)", sourceLocation: sourceLocation)
    #expect(
      result.error == "nextmove: \(sentence)\n", sourceLocation: sourceLocation)
  }

  private func profile(_ home: TemporaryHome) throws -> String {
    try home.write("energizers: [quiet mornings with a hard proof]\n", to: "profile.yaml")
  }

  @Test("an unknown command")
  func unknownCommand() throws {
    try expectFailure(
      ["fti"], home: TemporaryHome(), status: 2,
      says: "There is no command “fti”. Did you mean “fit”? “nextmove --help” lists them.")
  }

  @Test("a missing, an empty, a binary and a huge posting")
  func postings() throws {
    let home = try TemporaryHome()
    let fit = ["fit", "--profile", try profile(home)]
    let missing = home.url.path + "/none.txt"
    try expectFailure(
      fit + [missing], home: home,
      says: "There is no file “\(missing)”; check the name, or use “-” to read from a pipe.")
    let empty = try home.write(" \n\n", to: "empty.txt")
    try expectFailure(
      fit + [empty], home: home, says: "“\(empty)” is empty; there is no posting in it.")
    let binary = try home.write(Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2]), to: "binary")
    try expectFailure(
      fit + [binary], home: home,
      says:
        "“\(binary)” is not a text but binary data; save the posting as plain text and try again.")
    let huge = try home.write(Data(repeating: 0x61, count: 20_000_000), to: "huge.txt")
    try expectFailure(
      fit + [huge], home: home,
      says:
        "“\(huge)” has more than two million bytes, which no posting needs; cut it down to the posting itself."
    )
    try expectFailure(
      fit + ["-"], home: home, says: "Standard input is empty; there is no posting in it.")
    try expectFailure(
      fit + [home.url.path], home: home,
      says: "“\(home.url.path)” is a folder; name the file with the posting in it.")
  }

  @Test("a posting that is not UTF-8 is decoded, and a profile that is not is refused")
  func characterSets() throws {
    let home = try TemporaryHome()
    let latin = try home.write(Data([0x63, 0x61, 0x66, 0xE9, 0x0A]), to: "latin.txt")
    let read = try Binary.run(["read", "--text", latin], home: home)
    #expect(read.status == 0 && read.output == "café\n", "\(read.error)")
    try expectFailure(
      ["fit", "--profile", latin, latin], home: home,
      says:
        "“\(latin)” is not UTF-8 text (byte 4); convert it first, for example with iconv -f WINDOWS-1252 -t UTF-8."
    )
  }

  @Test("a database that is none, one that is read-only, and one of a newer version")
  func databases() throws {
    let home = try TemporaryHome()
    let path = home.database.path
    try FileManager.default.createDirectory(at: home.data, withIntermediateDirectories: true)
    try Data("these are no tables\n".utf8).write(to: home.database)
    try expectFailure(
      ["sessions"], home: home,
      says:
        "\(path) is not a database that can be read; move it aside (nextmove will begin a new one) or restore it from a backup."
    )
    #expect(try String(contentsOf: home.database, encoding: .utf8) == "these are no tables\n")

    try FileManager.default.removeItem(at: home.database)
    #expect(try Binary.run(["sessions"], home: home).status == 0)
    chmod(path, 0o400)
    #expect(try Binary.run(["sessions"], home: home).status == 0)
    try expectFailure(
      ["log", "a walk", "+1"], home: home,
      says:
        "\(path) cannot be written to, so nothing would be saved; make it writable (chmod u+w) or set NEXTMOVE_HOME to another folder."
    )
    chmod(path, 0o600)

    // The schema's version stands in the header of the file, at bytes 60 to 63.
    let handle = try FileHandle(forUpdating: home.database)
    try handle.seek(toOffset: 60)
    let known = try #require(try handle.read(upToCount: 4)?.last)
    try handle.seek(toOffset: 60)
    try handle.write(contentsOf: Data([0, 0, 0, 99]))
    try handle.close()
    try expectFailure(
      ["sessions"], home: home,
      says:
        "\(path) was written by a newer nextmove (format 99, this one knows \(known)); update nextmove to open it. Nothing was changed."
    )
  }

  @Test("a home that cannot be written to")
  func unwritableHome() throws {
    let home = try TemporaryHome()
    let locked = home.url.appendingPathComponent("locked")
    try FileManager.default.createDirectory(at: locked, withIntermediateDirectories: true)
    chmod(locked.path, 0o500)
    defer { chmod(locked.path, 0o700) }
    try expectFailure(
      [], home: home, environment: ["NEXTMOVE_HOME": locked.path],
      says:
        "The folder \(locked.path) cannot be written to, so nothing would be saved; make it writable or set NEXTMOVE_HOME to another folder."
    )
    try expectFailure(
      [], home: home, environment: ["NEXTMOVE_HOME": "/dev/null/x"],
      says:
        "/dev/null is no folder, so nothing can be kept in it; set NEXTMOVE_HOME to a folder."
    )
    let file = home.url.appendingPathComponent("letter.txt")
    _ = try home.write("a letter", to: "letter.txt")
    for command in [["log", "x", "+1"], ["sessions"], ["export"]] {
      try expectFailure(
        command, home: home, environment: ["NEXTMOVE_HOME": file.path],
        says:
          "\(file.path) is no folder, so nothing can be kept in it; set NEXTMOVE_HOME to a folder.")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "a letter")
  }

  @Test("a script with a YAML error, with the place and the line")
  func brokenScript() throws {
    let home = try TemporaryHome()
    let prompts = home.url.appendingPathComponent("prompts")
    try FileManager.default.createDirectory(at: prompts, withIntermediateDirectories: true)
    let file = try home.write("script: a\ntitle: \"never closed\nitems: []\n", to: "prompts/a.yaml")
    let result = try Binary.run(["--prompts", prompts.path], home: home)
    #expect(result.status == 3)
    #expect(result.error.hasPrefix("nextmove: \(file):"))
    #expect(result.error.contains("a.yaml:2:8: this quotation is not closed"))
    #expect(!result.error.contains("Fatal"))
  }

  @Test("answers from a file that ends too early name the item at which they ran out")
  func inputRanOut() throws {
    let home = try TemporaryHome()
    let result = try Binary.run([], home: home, input: Dialogue.goodDay + "\n")
    #expect(result.status == 3)
    #expect(
      result.error.hasPrefix(
        "nextmove: The input ended at “energizers/lost_time” (When did you last lose track of time")
    )
    let sessions = try Binary.run(["sessions", "--json"], home: home)
    #expect(sessions.output.contains(#""answered" : 1"#))
  }

  @Test("control sequences of a posting never reach the terminal")
  func controlSequences() throws {
    let home = try TemporaryHome()
    let posting = try home.write(
      Dialogue.posting.replacingOccurrences(
        of: "back-to-back", with: "\u{1B}]0;owned\u{07}back-to-back"),
      to: "posting.txt")
    let profile = try home.write(
      "energizers: [long stretches of quiet work]\ndrains: [meetings all day]\n", to: "p.yaml")
    let result = try Binary.run(["fit", "--profile", profile, posting], home: home)
    #expect(result.status == 0)
    #expect(result.output.contains("back-to-back"))
    #expect(!result.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{07}" })
  }
}
