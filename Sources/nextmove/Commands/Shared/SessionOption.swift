import ArgumentParser
import Coaching
import Journal
import Phrases

/// The session that a command is about.
struct SessionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Take this session.", valueName: "session"),
    completion: .custom { _, _, _ in World.sessionNames() })
  var session: String?
  @OptionGroup var options: PromptsOption

  /// The session's journey; the first session begins where there is none.
  func journey(in world: World) throws -> Journey {
    if let journey = try world.journey(session, prompts: options.prompts) { return journey }
    return try world.journey(
      of: try world.journal().sessionUsedLast(beginningAt: world.now), prompts: options.prompts)
  }

  /// The session's journey, where there is one.
  func existing(in world: World) throws -> Journey {
    guard let journey = try world.journey(session, prompts: options.prompts) else {
      throw Failure("There are no answers yet; run “nextmove” first.")
    }
    return journey
  }
}
