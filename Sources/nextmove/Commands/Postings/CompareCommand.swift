internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import LineEditor
internal import Phrases
internal import WorkFit

/// `nextmove compare`: several postings side by side, statement by statement.
struct CompareCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Put two or more postings side by side.",
    discussion: """
      The postings are files. Without any, they are the ones checked in the session, the last \
      \(CompareCommand.most) of them.
      """)

  private static let most = 5

  @Argument(help: "The postings: files.") var postings: [String] = []
  @Flag(help: "Print JSON.") var json = false
  @Option(help: ArgumentHelp("Use this profile instead of a session.", valueName: "file"))
  var profile: String?
  @Option(
    help: ArgumentHelp("Use this session's answers.", valueName: "session"),
    completion: .custom { _, _, _ in World.sessionNames() })
  var session: String?
  @OptionGroup var reading: ModelOption
  @OptionGroup var options: PromptsOption

  func validate() throws {
    if profile != nil, session != nil {
      throw ValidationError("--profile and --session exclude each other")
    }
    if profile != nil, postings.isEmpty {
      throw ValidationError("--profile needs the postings as files")
    }
    if postings.count == 1 {
      throw ValidationError("it takes two postings or more; “nextmove fit” checks one")
    }
  }

  private struct Report: Encodable {
    let posting: String
    let fit: FitReport
  }

  func run(in world: World) throws {
    let check = try world.fitCheck(model: reading.model)
    let (profile, texts) = try inputs(check, in: world)
    let results = try texts.map { name, text in
      (
        name: name,
        result: try Progress.reading(in: world.words) { try check.check(text, against: profile, goOn: $0) }
      )
    }
    if json {
      return try JSONOutput.print(
        results.map { Report(posting: $0.name, fit: FitReport($0.result)) })
    }
    ComparisonRendering(console: world.console).show(results, of: profile)
  }

  private func inputs(_ check: FitCheck, in world: World) throws -> (
    Profile, [(name: String, text: TextAsRead)]
  ) {
    let files = try postings.map {
      (name: $0, text: try TextInput.posting($0))
    }
    if let profile { return (try FitCommand.profile(at: profile), files) }
    let journey = try FitCommand.answers(of: session, options, in: world)
    guard files.isEmpty else { return (journey.profile, files) }
    var checked: [(name: String, text: TextAsRead)] = []
    for digest in journey.postings.suffix(Self.most) {
      guard let text = try journey.postingText(digest) else { continue }
      checked.append((check.title(of: text, most: 60) ?? "", TextAsRead(text)))
    }
    guard checked.count > 1 else {
      throw Failure(
        "Fewer than two postings have been checked in this session; check another with “nextmove fit”, or name files."
      )
    }
    return (journey.profile, checked)
  }
}
