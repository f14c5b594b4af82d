import Foundation
import WorkFit

/// The cues of shine in postings and where they stand for the reader, as `shine.py` learns from them: one posting a line.
struct CueFile {
  let lexicon: Lexicon
  let reader: any RelationReading
  /// How many layers a clause goes through.
  let layers: Int

  private struct Row: Encodable {
    let id: String
    let clauses: [ClauseCues]
    let title: [Float]?
    let whole: [Float]?
  }

  func write(_ postings: [ShinePosting], to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var lines = ""
    for labelled in postings {
      let posting = Posting(labelled.text, lexicon: lexicon)
      let directions = try Shine.directions(
        of: posting, after: layers, by: reader, lexicon: lexicon)
      let row = Row(
        id: labelled.id, clauses: Shine.cues(in: posting, lexicon: lexicon),
        title: directions?.title, whole: directions?.whole)
      lines += String(decoding: try encoder.encode(row), as: UTF8.self) + "\n"
    }
    try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
  }
}
