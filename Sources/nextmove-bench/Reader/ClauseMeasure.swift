internal import ArgumentParser
internal import Foundation
internal import WorkFit

/// How rightly clauses of real postings are read, by labels that name them without their text.
struct ClauseMeasure {
  private struct Clause {
    let posting: String
    let range: Range<Int>
    let part: Part
    /// The poles that must be heard, as `facet:pole`.
    let poles: Set<String>
    /// Those about which one could argue; they count neither way.
    let arguable: Set<String>
  }

  private let clauses: [Clause]
  private let readings: [String: Reading]
  private let reader: Reader
  private let lexicon: Lexicon
  /// From how much on a pole counts as heard: where a posting begins to supply something, a plain
  /// phrase, and a strong one. Errors are listed for the first.
  private static let leasts = [0.5, 0.75, 1.0]

  init(folder: String, postings path: String, lexicon: Lexicon) throws {
    self.lexicon = lexicon
    reader = Reader(lexicon: lexicon)
    clauses = try Rows(path: folder + "/clauses.tsv").rows.map { row in
      guard row.count == 5, let start = Int(row[2]), let end = Int(row[3]), start < end else {
        throw ValidationError("clauses.tsv: “\(row.joined(separator: " "))” is no labelled clause")
      }
      let labels = row[4] == "-" ? [] : row[4].split(separator: " ").map(String.init)
      let number = row[0].split(separator: "-").last.flatMap { Int($0) } ?? 0
      return Clause(
        posting: row[0], range: start..<end, part: number.isMultiple(of: 3) ? .heldBack : .tuning,
        poles: Set(labels.filter { !$0.hasSuffix("?") }),
        arguable: Set(labels.filter { $0.hasSuffix("?") }.map { String($0.dropLast()) }))
    }
    struct Posting: Decodable {
      let id, text: String
    }
    let decoder = JSONDecoder()
    var readings: [String: Reading] = [:]
    let wanted = Set(clauses.map(\.posting))
    for line in try TextFile.text(path).split(separator: "\n") {
      let posting = try decoder.decode(Posting.self, from: Data(line.utf8))
      if wanted.contains(posting.id) { readings[posting.id] = reader.read(posting: posting.text) }
    }
    self.readings = readings
  }

  func print(listing parts: Set<Part>) {
    let labels = clauses.reduce(0) { $0 + $1.poles.count + $1.arguable.count }
    let speaking = clauses.count { !$0.poles.isEmpty || !$0.arguable.isEmpty }
    Swift.print(
      "Clauses of real postings: \(clauses.count), \(speaking) with \(labels) labels, from \(readings.count) postings"
    )
    for part in Part.allCases where clauses.contains(where: { $0.part == part }) {
      for (index, least) in Self.leasts.enumerated() {
        print(part, least: least, isListing: index == 0 && parts.contains(part))
      }
    }
  }

  private func print(_ part: Part, least: Double, isListing: Bool) {
    var precision = Share()
    var recall = Share()
    for clause in clauses where clause.part == part {
      let heard = heard(in: clause, least: least)
      for pole in heard where !clause.arguable.contains(pole) {
        precision.count(clause.poles.contains(pole))
        if isListing, !clause.poles.contains(pole) { list("heard", pole, clause) }
      }
      for pole in clause.poles {
        recall.count(heard.contains(pole))
        if isListing, !heard.contains(pole) { list("missed", pole, clause) }
      }
    }
    Swift.print(
      "  \(part.rawValue), heard from \(least) on: precision \(precision), recall \(recall)")
  }

  private func list(_ what: String, _ pole: String, _ clause: Clause) {
    let text = readings[clause.posting].map { $0.source.text(in: clause.range) } ?? ""
    Swift.print("    \(what) \(pole): \(clause.posting) “\(text)”")
  }

  /// The poles that the reader hears within a clause.
  private func heard(in clause: Clause, least: Double) -> Set<String> {
    guard let reading = readings[clause.posting] else { return [] }
    var strengths: [String: Double] = [:]
    for cue in reading.cues where clause.range.contains(cue.range.lowerBound) {
      guard let facet = lexicon.facet(cue.facet) else { continue }
      strengths["\(cue.facet):\(facet.pole(cue.side).id)", default: 0] += cue.strength
    }
    return Set(strengths.filter { $0.value >= least }.keys)
  }
}
