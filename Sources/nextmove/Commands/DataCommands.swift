internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import SafeOutput
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
    try OutputFile.print(journey.profile.yaml)
  }
}

/// `nextmove read`: what the reader sees in a text, clause by clause.
struct ReadCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Show what the reader sees in a posting, as JSON.")

  @Argument(help: "A file, or “-” for standard input.") var posting: String?
  @Flag(help: "Read one JSON object with id and text a line, write one result a line.") var jsonl =
    false
  @Flag(help: "Print the text as read: decoded, as lines and offsets count in it.") var text = false

  @Option(
    help: ArgumentHelp(
      "Show what each clause does to the statements of this profile.", valueName: "file"))
  var profile: String?
  @OptionGroup var reading: ModelOption

  private struct Input: Decodable {
    let id: StringOrNumber
    let text: String
  }

  /// What a text comes to: its clauses, with what they do to the statements of a profile where one is given.
  private struct TextReader: Sendable {
    let lexicon: Lexicon
    let against: (check: FitCheck, profile: Profile)?

    func report(_ id: StringOrNumber, _ text: TextAsRead) throws -> ReadReport {
      guard let against else {
        let posting = Posting(text, lexicon: lexicon)
        return ReadReport(id: id, posting: posting, amounts: posting.amounts(by: lexicon))
      }
      let read = try against.check.relations(of: text, to: against.profile)
      return ReadReport(
        id: id, posting: read.posting, amounts: read.posting.amounts(by: lexicon),
        relations: read.relations)
    }
  }

  func validate() throws {
    if text, jsonl || profile != nil {
      throw ValidationError("--text prints only the text, so it stands alone")
    }
  }

  func run(in world: World) throws {
    if text {
      let read = try TextInput.posting(posting ?? "-")
      for note in read.notes {
        try OutputDescriptor.standardError.write("\(Console.safe(note.phrase.description))\n")
      }
      return try OutputFile.print(read.text)
    }
    let reader = TextReader(
      lexicon: try .shipped(),
      against: try profile.map {
        (
          try world.fitCheck(
            model: reading.model, threads: jsonl ? 1 : 2,
            judgements: jsonl ? JudgementMemory() : nil),
          try FitCommand.profile(at: $0)
        )
      })
    if jsonl {
      try LineStream.forEach(of: posting) { (input: Input) in
        try JSONOutput.text(try reader.report(input.id, TextAsRead(input.text)), onOneLine: true)
      }
      return
    }
    let path = posting ?? "-"
    try JSONOutput.print(try reader.report(.string(path), try TextInput.posting(path)))
  }
}

/// A reading as JSON.
struct ReadReport: Encodable {
  /// What a clause does to a statement that it was read against.
  struct RelationItem: Encodable {
    let role: Role
    let text: String
    let supplies: Double
    let opposes: Double

    init(_ statement: Statement, _ relation: Relation) {
      role = statement.role
      text = statement.text
      supplies = (relation.supplies * 1000).rounded() / 1000
      opposes = (relation.opposes * 1000).rounded() / 1000
    }
  }

  struct ClauseItem: Encodable {
    let line: Int
    let start: Int
    let end: Int
    let text: String
    let segment: String
    let heading: String?
    let isHeading: Bool?
    let reading: String
    /// What amounts and facts it names.
    let amounts: [Amount]
    let relations: [RelationItem]?
  }

  let id: StringOrNumber
  let clauses: [ClauseItem]
  /// `true` where the text had to be decoded, and is not the one that lines and offsets count in.
  let decoded: Bool?
  /// What could not be decoded, in sentences.
  let notes: [String]?

  /// - Parameters:
  ///   - amounts: what each clause names.
  ///   - relations: by the places of the clauses; `nil` where they were read against nothing.
  init(
    id: StringOrNumber, posting: Posting, amounts: [[Amount]],
    relations: [Int: [(statement: Statement, relation: Relation)]]? = nil
  ) {
    self.id = id
    decoded = posting.asRead.isDecoded ? true : nil
    notes = posting.notes.isEmpty ? nil : posting.notes
    clauses = posting.clauses.enumerated().map { place, clause in
      ClauseItem(
        line: clause.line, start: clause.range.lowerBound, end: clause.range.upperBound,
        text: posting.quote(clause).text, segment: clause.segment.rawValue,
        heading: clause.heading, isHeading: clause.isHeading ? true : nil,
        reading: clause.reading, amounts: amounts.indices.contains(place) ? amounts[place] : [],
        relations: relations.map {
          ($0[place] ?? []).map { RelationItem($0.statement, $0.relation) }
        })
    }
  }
}
