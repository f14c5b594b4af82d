import Foundation
import WorkFit

/// The cues of shine in postings, as `shine.py` learns from them: one posting a line.
struct CueFile {
  let lexicon: Lexicon

  private struct Row: Encodable {
    let id: String
    let clauses: [ClauseCues]
  }

  func write(_ postings: [ShinePosting], to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var lines = ""
    for posting in postings {
      let row = Row(
        id: posting.id,
        clauses: Shine.cues(in: Posting(posting.text, lexicon: lexicon), lexicon: lexicon))
      lines += String(decoding: try encoder.encode(row), as: UTF8.self) + "\n"
    }
    try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
  }
}
