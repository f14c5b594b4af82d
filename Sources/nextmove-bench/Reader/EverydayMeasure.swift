internal import Foundation
internal import WorkFit

/// How much of what people say in everyday words is understood, and how rightly.
struct EverydayMeasure {
  private struct Sentence {
    let profession: String
    let part: Part
    let statement: Statement
    /// The poles of which any is right.
    let poles: Set<String>
  }

  private let sentences: [Sentence]
  private let reader: Reader

  init(folder: String, lexicon: Lexicon) throws {
    reader = Reader(lexicon: lexicon)
    sentences = try Rows(path: folder + "/everyday.tsv").rows.enumerated().map { place, row in
      Sentence(
        profession: row[0], part: place % 3 == 2 ? .heldBack : .tuning,
        statement: Statement(
          role: row[1] == "drain" ? .drain : .energizer, text: row[2], rank: 1),
        poles: Set(row[3].split(separator: " ").map(String.init)))
    }
  }

  func print(listing parts: Set<Part>) {
    let professions = Set(sentences.map(\.profession)).count
    Swift.print("Everyday sentences: \(sentences.count), from \(professions) professions")
    for part in Part.allCases where sentences.contains(where: { $0.part == part }) {
      let here = sentences.filter { $0.part == part }
      var coverage = Share()
      var accuracy = Share()
      var anywhere = Share()
      for sentence in here {
        let understood = reader.understanding(of: sentence.statement)
        coverage.count(!understood.isEmpty)
        if let first = understood.first {
          accuracy.count(sentence.poles.contains(first.pole))
          anywhere.count(understood.contains { sentence.poles.contains($0.pole) })
        }
        if parts.contains(part),
          !(understood.first.map { sentence.poles.contains($0.pole) } ?? false)
        {
          let poles = understood.map { "\($0.pole) \(String(format: "%.1f", $0.strength))" }
          Swift.print(
            "    “\(sentence.statement.text)” \(poles.isEmpty ? "not understood" : poles.joined(separator: ", ")); labelled \(sentence.poles.sorted().joined(separator: " "))"
          )
        }
      }
      Swift.print(
        "  \(part.rawValue): understood \(coverage); first reading right \(accuracy); right among the readings \(anywhere)"
      )
    }
  }
}
