internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import WorkFit

/// `nextmove profile`: what the answers say about the person, for use elsewhere.
struct ProfileCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Print your answers as a profile for “fit”.")

  @Argument(
    help: "The session; the one used last without.",
    completion: .custom { _, _, _ in World.sessionNames() })
  var argument: String?
  @Option(help: .hidden) var session: String?
  @OptionGroup var options: PromptsOption

  func run(in world: World) throws {
    guard let journey = try world.journey(argument ?? session, prompts: options.prompts) else {
      throw Failure("There are no answers yet; run “nextmove” first.")
    }
    FileHandle.standardOutput.write(Data(journey.profile.yaml.utf8))
  }
}

/// `nextmove read`: what the reader sees in a text, clause by clause.
struct ReadCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Show what the reader sees in a posting, as JSON.")

  @Argument(help: "A file, or “-” for standard input.") var posting: String?
  @Flag(help: "Read one JSON object with id and text a line, write one result a line.") var jsonl =
    false

  private struct Input: Decodable {
    let id: StringOrNumber
    let text: String
  }

  func run(in world: World) throws {
    let reader = Reader(lexicon: try .shipped())
    if jsonl {
      try LineStream.forEach(of: posting) { (input: Input) in
        try JSONOutput.text(
          ReadReport(id: input.id, reader: reader, text: input.text), onOneLine: true)
      }
      return
    }
    let path = posting ?? "-"
    let text =
      path == "-"
      ? try TextInput.standardInput(called: "posting") : try TextInput.file(path, called: "posting")
    try JSONOutput.print(ReadReport(id: .string(path), reader: reader, text: text))
  }
}

/// A reading as JSON.
struct ReadReport: Encodable {
  struct Activity: Encodable {
    let gwa: String
    let score: Double
  }

  struct CueItem: Encodable {
    let facet: String
    let pole: String
    let polarity: Int
    let strength: Double
    let start: Int
    let end: Int
  }

  struct ClauseItem: Encodable {
    let line: Int
    let text: String
    let segment: String
    let activities: [Activity]
    let cues: [CueItem]
  }

  let id: StringOrNumber
  let clauses: [ClauseItem]

  init(id: StringOrNumber, reader: Reader, text: String) {
    self.id = id
    let reading = reader.read(posting: text)
    let cues = Dictionary(grouping: reading.cues, by: \.clause)
    clauses = reading.clauses.indices.map { index in
      let quote = reading.quote(index)
      return ClauseItem(
        line: quote.line, text: quote.text, segment: reading.clauses[index].segment.rawValue,
        activities: reader.activities(in: reading, clause: index).prefix(3).map {
          Activity(gwa: $0.activity, score: ($0.score * 1000).rounded() / 1000)
        },
        cues: (cues[index] ?? []).map { cue in
          CueItem(
            facet: cue.facet.rawValue, pole: reader.poleName(of: cue),
            polarity: cue.isNegated ? -1 : 1,
            strength: (cue.strength * 1000).rounded() / 1000, start: cue.range.lowerBound,
            end: cue.range.upperBound)
        })
    }
  }
}
