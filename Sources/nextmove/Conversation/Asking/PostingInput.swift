import Coaching
import LineEditor

/// A posting that is pasted or typed, and kept safe from its first line until it is checked.
struct PostingInput {
  let journey: Journey
  let world: World

  /// Asks for it; what is left of one that was begun, and not given to its end, is gone on with.
  func read() throws -> LinesPrompt.Outcome {
    let (journey, world) = (journey, world)
    let prompt = LinesPrompt(
      console: world.console, source: world.source,
      begun: world.source.isInteractive ? try journey.draftOfPosting() : "",
      // What cannot be kept now is checked all the same.
      keep: { try? journey.keep(draftOfPosting: $0, at: world.now) })
    let outcome = prompt.posting()
    switch outcome {
    case .text(let text): prompt.keep(text)
    case .none: prompt.keep("")
    case .stopped: break
    }
    return outcome
  }
}
