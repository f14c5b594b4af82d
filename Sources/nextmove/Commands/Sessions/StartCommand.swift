import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

/// `nextmove`: start, or go on where the last session stopped.
struct StartCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start, or take up again (the default).")

  @Argument(
    help: "Begin with this script, or go on with it, whatever else is open.",
    completion: .custom { _, _, _ in World.scriptNames() })
  var script: String?
  @OptionGroup var options: PromptsOption
  @OptionGroup var output: QuietOption

  func run(in world: World) throws {
    let library = try world.library(prompts: options.prompts)
    if let script { try Self.require(script, in: library) }
    if let conversation = world.conversation { return try conversation.goOn(with: script) }
    let existing = try world.session(nil)
    let session = try existing ?? world.journal().sessionUsedLast(beginningAt: world.now)
    try Conversation(in: world, session: session, library: library, isQuiet: output.quiet)
      .run(existing == nil ? .first : .resumed, with: script)
  }

  /// Says so where there is no such script.
  static func require(_ id: String, in library: ScriptLibrary) throws(Failure) {
    guard !library.ids.contains(id) else { return }
    guard !ScriptLayer.examples.names.contains(id) else {
      throw Failure(
        "“\(id)” is an example, to be copied before it is answered: “nextmove script copy \(id)”, then “nextmove start \(id)”.",
        status: .usage)
    }
    let known = library.ids
    let names = known.joined(separator: ", ")
    throw Failure(
      Spelling.nearest(to: id, among: known).map {
        "There is no script “\(id)”. Did you mean “\($0)”? There are \(names)."
      } ?? "There is no script “\(id)”. There are \(names).",
      status: .usage)
  }
}
