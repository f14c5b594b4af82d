import ArgumentParser
import Coaching
import Foundation
import LineEditor
import Phrases
import WorkFit

/// `nextmove compare`: several postings side by side, statement by statement.
struct CompareCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Put two or more postings side by side.",
    discussion: """
      The postings are files. Without any, they are those checked in the session: all are listed, and \
      the statements are held against the first five of them, or without --sort the \
      last.
      """)

  private static let most = 5

  @Argument(help: "The postings: files.") var postings: [String] = []
  @OptionGroup var order: PostingOrderOption
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var answers: AnswersOption
  @OptionGroup var reading: ModelOption
  @OptionGroup var options: PromptsOption

  func validate() throws {
    if answers.profile != nil, postings.isEmpty {
      throw ValidationError("--profile needs the postings as files")
    }
    if postings.count == 1 {
      throw ValidationError("it takes two postings or more; “nextmove fit” checks one")
    }
  }

  /// A row with the whole fit-check behind it.
  private struct Report: Encodable {
    let row: PostingRow
    let fit: FitReport

    private enum CodingKeys: CodingKey { case posting, fit }

    func encode(to encoder: any Encoder) throws {
      try row.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(row.name, forKey: .posting)
      try container.encode(fit, forKey: .fit)
    }
  }

  func run(in world: World) throws {
    let (profile, all) = try inputs(in: world)
    let rows = try order.sorted(all)
    if json {
      return try JSONOutput.print(
        rows.compactMap { row in row.result.map { Report(row: row, fit: FitReport($0)) } },
        in: world)
    }
    PostingsRendering(console: world.console).show(rows)
    let near = order.sort == nil ? rows.suffix(Self.most) : rows.prefix(Self.most)
    ComparisonRendering(console: world.console).show(Array(near), of: profile)
  }

  private func inputs(in world: World) throws -> (Profile, [PostingRow]) {
    if let file = answers.profile {
      let profile = try AnswersOption.profile(at: file, in: world)
      return (profile, try files(against: profile, in: world))
    }
    let journey = try answers.journey(options, in: world)
    guard postings.isEmpty else {
      return (journey.profile, try files(against: journey.profile, in: world))
    }
    guard journey.postings.count > 1 else {
      throw Failure(
        "Fewer than two postings have been checked in this session; check another with “nextmove fit”, or name files."
      )
    }
    return (journey.profile, try world.rows(of: journey, model: reading.model))
  }

  private func files(against profile: Profile, in world: World) throws -> [PostingRow] {
    let texts = try postings.map { try TextInput.posting($0, in: world) }
    let check = try world.fitCheck(model: reading.model)
    return try zip(postings, texts).enumerated().map { index, posting in
      PostingRow(
        number: index + 1, name: posting.0, history: [],
        result: try Progress.reading(in: world) {
          try check.check(posting.1, against: profile, goOn: $0)
        })
    }
  }
}
