import ArgumentParser
import Coaching
import Foundation
import Phrases
import WorkFit

/// Whose answers a posting is held against: those in a profile file, or those of a session.
struct AnswersOption: ParsableArguments {
  @Option(help: ArgumentHelp("Use this profile instead of a session.", valueName: "file"))
  var profile: String?
  @Option(
    help: ArgumentHelp("Use this session's answers.", valueName: "session"),
    completion: .custom { _, _, _ in World.sessionNames() })
  var session: String?

  func validate() throws {
    if profile != nil, session != nil {
      throw ValidationError("--profile and --session exclude each other")
    }
  }

  /// The session of that number or name, or the one used last, where it has answers to hold a
  /// posting against.
  func journey(_ options: PromptsOption, in world: World) throws -> Journey {
    guard let journey = try world.journey(session, prompts: options.prompts) else {
      throw Failure(
        "There are no answers to hold a posting against yet; run “nextmove” first, or pass --profile FILE."
      )
    }
    guard !journey.profile.isEmpty else {
      throw Failure(
        "This session has no energizers yet to hold a posting against; answer a few questions (“nextmove”), or pass --profile FILE."
      )
    }
    return journey
  }

  /// The profile in a file, which has to say something.
  static func profile(at path: String, in world: World) throws -> Profile {
    let text = try TextInput.file(path, called: "profile", in: world)
    do throws(Profile.Fault) {
      let profile = try Profile(yaml: text, file: path)
      guard !profile.isEmpty else {
        throw Profile.Fault(
          phrase: "\(path): the profile is empty; list at least one energizer")
      }
      return profile
    } catch {
      throw Failure(error.phrase)
    }
  }
}
