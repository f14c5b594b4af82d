import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

/// `nextmove script list`: the scripts at hand, and where each comes from.
struct ScriptListCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the scripts at hand, and where each comes from.",
    discussion: """
      Of two scripts with the same name the nearer wins: --prompts, then $NEXTMOVE_PROMPTS, then your \
      own folder, then those that ship.
      """)

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var options: PromptsOption

  private struct Row: Encodable {
    let name: String
    let title: String
    let version: Int
    let from: String
    let file: String
    let isHidden: Bool
  }

  func run(in world: World) throws {
    let library = try ScriptLibrary(layers: try world.home.layers(prompts: options.prompts))
    let rows =
      library.volumes.map {
        Row(
          name: $0.script.id, title: $0.script.title.text(in: world.home.language),
          version: $0.script.version, from: $0.origin.rawValue, file: $0.file, isHidden: false)
      }
      + library.hidden.map {
        Row(
          name: $0.id, title: "", version: 0, from: $0.origin.rawValue, file: $0.file,
          isHidden: true)
      }
    if json { return try JSONOutput.print(["scripts": rows], in: world) }
    let console = world.console
    for row in rows where !row.isHidden {
      console.row("\(row.name)", "\(row.title) (\(place(of: row)))", column: 16)
    }
    for row in rows where row.isHidden {
      console.say(
        "“\(row.name)” of \(row.file) (\(Self.words(row.from))) is not used: a nearer script has its name.",
        .faint)
    }
    let examples = ScriptLayer.examples.names.filter { library.volume($0) == nil }
    if !examples.isEmpty {
      console.say(
        "Examples, for “nextmove script show” and “script copy”: \(examples.joined(separator: ", ")).",
        .faint)
    }
    if let folder = world.home.promptsFolder {
      console.say("Your own scripts belong into \(folder.path).", .faint)
    }
  }

  private func place(of row: Row) -> Phrase {
    row.from == "shipped" ? "shipped" : "\(Self.words(row.from)), \(row.file)"
  }

  private static func words(_ origin: String) -> Phrase {
    switch origin {
    case "own": "your own"
    case "shipped": "shipped"
    case "NEXTMOVE_PROMPTS": "$NEXTMOVE_PROMPTS"
    default: Phrase(verbatim: origin)
    }
  }
}
