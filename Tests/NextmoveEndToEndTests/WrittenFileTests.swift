import Foundation
import Testing
import TestSupport

@Suite("files that commands write", .serialized, .waiting)
struct WrittenFileTests {
  private func kind(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  private func permissions(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test(
    "each is readable by its owner alone, through a link too, which stays",
    arguments: [
      ["export", "--output"], ["report", "--as", "html", "--output"], ["calendar", "--output"],
      ["draft", "1", "--print", "--output"], ["draft", "1", "--print", "--eml"],
    ])
  func links(command: [String]) throws {
    let home = try PreparedHome.withPeople()
    let target = try home.write("old", to: "target")
    chmod(target, 0o644)
    let link = home.url.appendingPathComponent("link").path
    symlink("target", link)
    let result = try Binary.run(command + [link], home: home)
    #expect(result.status == 0, "\(result.error)")
    #expect(kind(link) == S_IFLNK)
    #expect(permissions(target) == 0o600)
    #expect(try String(contentsOfFile: target, encoding: .utf8).count > 20)
  }

  @Test("devices and pipes are written to and stay what they are")
  func devices() throws {
    let home = try PreparedHome.withPeople()
    #expect(try Binary.run(["export", "--output", "/dev/null"], home: home).status == 0)
    #expect(kind("/dev/null") == S_IFCHR)
    let exported = try Binary.run(["export"], home: home).output
    for path in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
      let result = try Binary.process(["export", "--output", path], home: home)
      #expect(result.output == exported, "\(path): \(result.error)")
    }
    // What was in the file that standard output leads to stays there.
    let log = try home.write("before\n", to: "log")
    _ = try Binary.process(
      ["export", "--output", "/dev/stdout"], redirected: ">>'\(log)'", home: home)
    #expect(try String(contentsOfFile: log, encoding: .utf8).hasPrefix("before\n{"))
    let pipe = home.url.appendingPathComponent("pipe").path
    mkfifo(pipe, 0o600)
    let piped = try Binary.process(
      ["-c", "cat '\(pipe)' & \"$0\" export --output '\(pipe)' >/dev/null; wait", Binary.path],
      program: "/bin/bash", home: home)
    #expect(piped.output == exported)
    #expect(kind(pipe) == S_IFIFO)
  }

  @Test(
    "none takes the place of a file that nextmove keeps something in, however it is called",
    arguments: [
      ["export", "--output"], ["report", "--as", "html", "--output"], ["calendar", "--output"],
      ["draft", "1", "--print", "--output"], ["draft", "1", "--print", "--eml"],
      ["answers", "--output"], ["script", "new", "fresh", "--output"],
    ])
  func ownFiles(command: [String]) throws {
    let home = try PreparedHome.withPeople()
    let data = home.data.path
    let backups = try FileManager.default.contentsOfDirectory(atPath: "\(data)/backups")
    symlink("data", home.url.appendingPathComponent("folder").path)
    symlink("data/nextmove.sqlite", home.url.appendingPathComponent("file").path)
    link(home.database.path, home.url.appendingPathComponent("second").path)
    let refused = [
      "data/nextmove.sqlite", "data/nextmove.sqlite-wal", "data/nextmove.sqlite-shm",
      "data/nextmove.sqlite-last", "data/judgements", "data/session-1.lock", "data/damaged",
      "data/../data/./nextmove.sqlite", "folder/nextmove.sqlite", "file", "second",
      "data/backups/\(try #require(backups.first))", "data/backups/new",
    ]
    for path in refused {
      let whole = home.url.path + "/" + path
      let result = try Binary.run(command + [whole], home: home)
      #expect(result.status == 3, "\(path): \(result.output)")
      #expect(result.error.contains("keeps your answers in"), "\(path): \(result.error)")
    }
    let near = try Binary.process(command + [refused[0]], home: home, directory: home.url)
    #expect(near.status == 3 && near.error.contains("keeps your answers in"), "\(near.error)")
    #expect(try Binary.run(["doctor"], home: home).status == 0)
    let beside = try Binary.process(command + ["data/fresh.html"], home: home, directory: home.url)
    #expect(beside.status == 0, "\(beside.error)")
  }

  @Test(
    "“-” prints",
    arguments: [
      ["export", "--output"], ["report", "--output"], ["calendar", "--output"],
      ["draft", "1", "--print", "--output"], ["draft", "1", "--print", "--eml"],
      ["answers", "--output"],
    ])
  func dash(command: [String]) throws {
    let home = try PreparedHome.withPeople()
    let result = try Binary.run(command + ["-"], home: home)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.count > 20)
    #expect(kind("-") == 0)
  }

  @Test("the database is not to be had as a descriptor")
  func ownDescriptors() throws {
    let home = try PreparedHome.withPeople()
    for number in 3..<12 {
      let result = try Binary.process(["export", "--output", "/dev/fd/\(number)"], home: home)
      #expect(result.status == 3)
    }
    #expect(try Binary.run(["doctor"], home: home).status == 0)
  }
}

@Suite("the file that an editor is opened on", .serialized, .waiting)
struct EditorFileTests {
  /// An editor that tells where its file is, writes into it, and waits until it is told to end.
  private static func waiting(_ home: TemporaryHome, hearing signals: String) throws -> String {
    let place = home.url.appendingPathComponent("place").path
    let editor = try home.write(
      """
      #!/bin/sh
      \(signals)
      echo 'saved in the editor by its owner' > "$1"
      echo "$1" > '\(place).new'
      mv '\(place).new' '\(place)'
      while [ ! -e '\(place).end' ] && [ -d '\(home.url.path)' ]; do sleep 0.05; done

      """, to: "editor")
    chmod(editor, 0o700)
    return editor
  }

  private func open(_ home: TemporaryHome, hearing signals: String = "") throws -> (
    PseudoTerminal, String
  ) {
    let terminal = try PseudoTerminal(
      home: home, environment: ["EDITOR": try Self.waiting(home, hearing: signals), "VISUAL": ""])
    try terminal.answer("/edit")
    let place = home.url.appendingPathComponent("place").path
    try terminal.wait { FileManager.default.fileExists(atPath: place) }
    let file = try String(contentsOfFile: place, encoding: .utf8).trimmingCharacters(in: .newlines)
    return (terminal, file)
  }

  private func left(_ home: TemporaryHome) -> [String] {
    (try? FileManager.default.contentsOfDirectory(
      atPath: home.data.appendingPathComponent("editing").path)) ?? []
  }

  @Test(
    "it is for its owner alone, and gone after SIGTERM and SIGHUP", arguments: [SIGTERM, SIGHUP])
  func stopped(signal: Int32) throws {
    let home = try TemporaryHome()
    let (terminal, file) = try open(home)
    for (path, mode) in [
      (file, 0o600), (URL(fileURLWithPath: file).deletingLastPathComponent().path, 0o700),
      (home.data.appendingPathComponent("editing").path, 0o700),
    ] as [(String, mode_t)] {
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == mode, "\(path)")
    }
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    #expect(left(home).isEmpty)
    // What was saved in the editor is not lost.
    let resumed = try PseudoTerminal(home: home)
    try resumed.waitFor("saved in the editor by its owner")
  }

  @Test("left behind by a program that was killed, it is swept once nobody uses it")
  func killed() throws {
    let home = try TemporaryHome()
    let (terminal, file) = try open(home, hearing: "trap '' HUP")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signal(SIGKILL))
    // The editor is still open on it.
    #expect(try Binary.process(["sessions"], home: home).status == 0)
    #expect(FileManager.default.fileExists(atPath: file))
    _ = try home.write("", to: "place.end")
    let end = Date().addingTimeInterval(20)
    while !left(home).isEmpty, Date() < end {
      #expect(try Binary.process(["--version"], home: home).status == 0)
    }
    #expect(left(home).isEmpty)
  }
}
