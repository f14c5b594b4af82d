import ArgumentParser
import Foundation

/// `nextmove-bench journal`: what a long journal costs, in the program itself.
///
/// Each line is a process of its own, so its memory is nobody else's.
struct JournalBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Time opening, undo, sessions, export, import and forget of a long journal.",
    discussion: """
      Opening, undo and sessions are to take at most 0.3 seconds and 80 MB with 100,000 events; built for \
      release, it exits with status 1 where one of them takes more.
      """)

  /// What the program promises for 100,000 events on two cores.
  private enum Promise {
    static let seconds = 0.3
    static let megabytes = 80.0
  }

  @Option(help: "Events of the journal.") var events = 100_000

  func run() throws {
    let source = try TrustHome()
    try converse(source, ["the first", "the second", "/quit"])
    let small = source.root.appendingPathComponent("small.json").path
    try source.run(["export", "--output", small])
    let large = source.root.appendingPathComponent("large.json").path
    try lengthen(small, to: large)
    let home = try TrustHome()
    OutputLine.print("a journal of \(events) events")
    var isKept = try measure("import") { try home.run(["import", large]) }
    // The import has stored a fold; from then on only what comes after it is replayed.
    isKept = try promised("opening") { try converse(home, ["/quit"]) } && isKept
    isKept = try promised("opening again") { try converse(home, ["/quit"]) } && isKept
    isKept = try promised("an answer") { try converse(home, ["the third", "/quit"]) } && isKept
    isKept = try promised("/undo") { try converse(home, ["/undo", "/quit"]) } && isKept
    isKept = try promised("sessions") { try home.run(["sessions"]) } && isKept
    let file = home.root.appendingPathComponent("out.json").path
    isKept = try measure("export") { try home.run(["export"], into: file) } && isKept
    isKept =
      try measure("forget an answer") {
        try home.run(["forget", "answer", "energizers/q1", "--yes"])
      } && isKept
    isKept = try promised("opening after that") { try converse(home, ["/quit"]) } && isKept
    guard isKept else { throw ExitCode(1) }
  }

  @discardableResult
  private func converse(_ home: TrustHome, _ lines: [String]) throws -> Child.End {
    let child = try home.start([], at: .pipes)
    child.send(lines.joined(separator: "\n") + "\n")
    while child.receive(milliseconds: 600_000).map({ !$0.isEmpty }) ?? false {}
    return child.wait()
  }

  /// Measures what there is a promise for.
  ///
  /// - Returns: whether it was kept, or need not be.
  private func promised(_ name: String, _ body: () throws -> Child.End) throws -> Bool {
    try measure(name, seconds: Promise.seconds, megabytes: Promise.megabytes, body)
  }

  /// Runs and prints a measure.
  private func measure(
    _ name: String, seconds: Double = .infinity, megabytes: Double = .infinity,
    _ body: () throws -> Child.End
  ) throws -> Bool {
    let start = Date()
    let end = try body()
    let wall = Date().timeIntervalSince(start)
    let columns = name.padding(toLength: 22, withPad: " ", startingAt: 0)
    let figures = String(
      format: "%9.3f s   processor %8.3f s   %6.1f MB", wall, end.seconds, end.megabytes)
    let isKept = wall <= seconds && end.megabytes <= megabytes
    OutputLine.print(columns + figures + (isKept ? "" : "   more than is promised"))
    guard end.status == 0 else {
      throw BenchFault(description: "“\(name)” ended with status \(end.status).")
    }
    #if DEBUG
      return true
    #else
      return isKept
    #endif
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
