import WorkFit

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
