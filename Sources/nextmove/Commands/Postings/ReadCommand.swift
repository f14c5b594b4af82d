import ArgumentParser
import Coaching
import Foundation
import Phrases
import SafeOutput
import WorkFit

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
      let read = try TextInput.posting(posting ?? "-", in: world)
      for note in read.notes {
        try world.console.complain(note.phrase)
      }
      return try OutputFile.print(read.text, in: world)
    }
    let reader = TextReader(
      lexicon: try world.lexicon(),
      against: try profile.map {
        (
          try world.fitCheck(
            model: reading.model, threads: jsonl ? 1 : 2,
            judgements: jsonl ? world.known(beside: JudgementMemory()) : nil),
          try AnswersOption.profile(at: $0, in: world)
        )
      })
    if jsonl {
      try LineStream.forEach(of: posting, in: world) { (input: Input) in
        try JSONOutput.text(try reader.report(input.id, TextAsRead(input.text)), onOneLine: true)
      }
      return
    }
    let path = posting ?? "-"
    try JSONOutput.print(
      try reader.report(.string(path), try TextInput.posting(path, in: world)), in: world)
  }
}
