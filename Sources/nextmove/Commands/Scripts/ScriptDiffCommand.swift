import ArgumentParser
import Coaching
import Phrases
import QuestionFlow

/// `nextmove script diff`: what a change of a script would do to answers given before it.
struct ScriptDiffCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what a change of a script does to answers given before.")

  @Argument(help: "The script, or the folder of scripts, as it was.") var before: String
  @Argument(help: "The same as it is.") var after: String
  @Flag(help: "Print JSON.") var json = false

  func run(in world: World) throws {
    let report = ScriptLibrary.difference(
      from: try ScriptFiles.volumes(at: before, in: world),
      to: try ScriptFiles.volumes(at: after, in: world))
    if json { return try JSONOutput.print(report, in: world) }
    let console = world.console
    for change in report.changes { console.say(change) }
    let scripts = Set(report.lines.map(\.script)).count
    for line in report.lines {
      let name = scripts > 1 ? "\(line.script)/\(line.item)" : "\(line.item)"
      console.row(line.phrase, "\(name): \(line.question)", column: 10)
      for change in line.changes { console.say(change, indent: 10) }
    }
  }
}
