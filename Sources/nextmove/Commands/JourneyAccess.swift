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

/// Where a command writes what it has made.
enum OutputFile {
  /// Writes to a file that only the person can read; one that is there is replaced as a whole.
  static func write(_ text: String, to path: String) throws(Failure) {
    let url = URL(fileURLWithPath: path)
    do {
      try Data(text.utf8).write(to: url, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    } catch {
      throw Failure("“\(path)” could not be written; check the folder and its permissions.")
    }
  }

  /// Prints text that may hold anything; control characters do not reach a terminal.
  static func print(_ text: String) {
    guard isatty(1) == 1 else { return FileHandle.standardOutput.write(Data(text.utf8)) }
    Console().say(text.trimmingCharacters(in: .newlines))
  }
}

extension Journey {
  /// The texts of the postings checked, the last one last.
  func postingTexts() throws(JournalError) -> [String] {
    var texts: [String] = []
    for digest in postings { if let text = try postingText(digest) { texts.append(text) } }
    return texts
  }

  /// Further names that answers hold.
  var namesInAnswers: [String] { sheet.proposals.map(\.name) }
}
