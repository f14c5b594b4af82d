import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

/// `nextmove script check`: everything wrong or doubtful in a script, with its place.
struct ScriptCheckCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a script, or every script of a folder.",
    discussion: """
      Errors keep a script from running. Warnings mark what cannot be meant so, such as a question \
      that can never be asked. Notes say what could not be decided. The exit status is 0 where there \
      are only notes.
      """)

  @Argument(help: "A script or a folder of scripts.") var path: String
  @Flag(help: "Print JSON.") var json = false

  private struct Report: Encodable {
    struct Finding: Encodable {
      let file: String
      let line: Int
      let column: Int
      let severity: ScriptFault.Severity
      let message: String
      let excerpt: String
      let correction: String?
    }

    let files: Int
    let findings: [Finding]
  }

  func run(in world: World) throws {
    let files = try ScriptFiles.named(path, in: world)
    var faults: [ScriptFault] = []
    var taken: Set<String> = []
    let console = world.console
    for file in files {
      let bundle = try ScriptBundle(at: file)
      let sources = ScriptSources(try ScriptFiles.layers(beside: file, in: world))
      let found = Script.check(
        yaml: bundle.main, file: bundle.file, including: bundle.included,
        using: { sources.script($0, usedBy: bundle.name) }, taken: taken)
      taken.insert(bundle.name)
      faults += found
      guard !json else { continue }
      if found.isEmpty { console.say("\(bundle.file): no fault found") }
      for fault in found {
        console.show(fault.text(in: console.words).split(separator: "\n").map(String.init))
      }
    }
    if json {
      try JSONOutput.print(
        Report(
          files: files.count,
          findings: faults.map {
            Report.Finding(
              file: $0.file, line: $0.line, column: $0.column, severity: $0.severity,
              message: $0.message, excerpt: $0.excerpt,
              correction: $0.correction?.text(at: $0.line))
          }), in: world)
    }
    if faults.contains(where: { $0.severity != .note }) {
      throw ExitCode(Failure.Status.failed.rawValue)
    }
  }
}
