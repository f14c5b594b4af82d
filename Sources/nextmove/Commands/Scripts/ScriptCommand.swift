import ArgumentParser
import Coaching
import Foundation
import QuestionFlow

/// `nextmove script …`: for authors of prompt scripts.
struct ScriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script", abstract: "Tools for authors of prompt scripts.",
    subcommands: [
      ScriptListCommand.self, ScriptShowCommand.self, ScriptCopyCommand.self,
      ScriptNewCommand.self, ScriptCheckCommand.self, ScriptPreviewCommand.self,
      ScriptTestCommand.self, ScriptSimulateCommand.self, ScriptGraphCommand.self,
      ScriptDiffCommand.self, ScriptSchemaCommand.self,
    ])
}
