internal import ArgumentParser
internal import Foundation

/// `nextmove-bench journal`: what a long journal costs, in the program itself.
struct JournalBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Time opening, undo, sessions, export and import of a long journal.")

  @Option(help: "Events of the journal.") var events = 100_000

  func run() throws {
    let source = try TrustHome()
    try converse(source, ["the first", "the second", "/quit"])
    let small = source.root.appendingPathComponent("small.json").path
    try source.run(["export", "--output", small])
    let large = source.root.appendingPathComponent("large.json").path
    try lengthen(small, to: large)
    let home = try TrustHome()
    print("a journal of \(events) events")
    try measure("import", home) { try home.run(["import", large]) }
    try measure("sessions", home) { try home.run(["sessions"]) }
    // The first opening keeps a fold; from then on only what came after it is replayed.
    try measure("first opening", home) { try converse(home, ["/quit"]) }
    try measure("opening", home) { try converse(home, ["/quit"]) }
    try measure("opening, an answer and /undo", home) {
      try converse(home, ["the third", "/undo", "/quit"])
    }
    let file = home.root.appendingPathComponent("out.json").path
    try measure("export", home) { try home.run(["export"], into: file) }
  }

  @discardableResult
  private func converse(_ home: TrustHome, _ lines: [String]) throws -> Child.End {
    let child = try home.start([], conversing: true)
    child.send(lines.joined(separator: "\n") + "\n")
    while child.receive(milliseconds: 600_000).map({ !$0.isEmpty }) ?? false {}
    return child.wait()
  }

  private func measure(_ name: String, _ home: TrustHome, _ body: () throws -> Child.End) throws {
    let start = Date()
    let end = try body()
    let wall = Date().timeIntervalSince(start)
    let columns = name.padding(toLength: 30, withPad: " ", startingAt: 0)
    let figures = String(
      format: "%9.3f s   processor %8.3f s   %6.1f MB", wall, end.seconds, end.megabytes)
    print(columns + figures + (end.status == 0 ? "" : "   FAILED with \(end.status)"))
    fflush(nil)
    guard end.status == 0 else { throw ExitCode(1) }
  }

  /// Adds log entries behind the events of an export.
  private func lengthen(_ small: String, to large: String) throws {
    let text = try TextFile.text(small)
    guard let end = text.range(of: "\n      ]\n    }\n  ],\n  \"texts\""),
      FileManager.default.createFile(atPath: large, contents: nil)
    else { throw ValidationError("What “export” writes has another form than this measure knows.") }
    let present = text.ranges(of: "\"sequence\": ").count
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: large))
    try file.write(contentsOf: Data(text[..<end.lowerBound].utf8))
    for number in max(1, present + 1)...max(1, events) {
      let entry =
        ",\n        {\"sequence\": \(number), \"kind\": \"logged\", \"at\": \(1_800_000_000 + number), "
        + "\"payload\": {\"day\":\"2027-01-15\",\"id\":\(number),\"level\":1,"
        + "\"text\":\"an hour with the old ledger, for the \(number)th time\"}}"
      try file.write(contentsOf: Data(entry.utf8))
    }
    try file.write(contentsOf: Data(text[end.lowerBound...].utf8))
    try file.close()
  }
}
