internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import QuestionFlow
internal import WorkFit

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
      of: try world.journal().startSession(at: world.now), prompts: options.prompts)
  }

  /// The session's journey, where there is one.
  func existing(_ wish: String, in world: World) throws -> Journey {
    guard let journey = try world.journey(session, prompts: options.prompts) else {
      throw Failure("There is nothing to \(wish) yet; run “nextmove” first.")
    }
    return journey
  }
}

extension Journey {
  /// The postings checked with their texts, in the order of their first checks; those whose text is lost
  /// are left out.
  func postingTexts() throws(JournalError) -> [(posting: CheckedPosting, text: String)] {
    var texts: [(posting: CheckedPosting, text: String)] = []
    for posting in postings {
      if let text = try postingText(posting.digest) { texts.append((posting, text)) }
    }
    return texts
  }

  /// Further names that answers hold, the person's own among them.
  var namesInAnswers: [String] {
    sheet.proposals.map(\.name) + [sheet.text(.messageName)].compactMap(\.self)
  }
}
