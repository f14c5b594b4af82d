/// The cues of shine in one clause, for whoever learns what they weigh.
package struct ClauseCues: Sendable, Encodable {
  /// Counts lines from 1.
  package let line: Int
  /// Each cue's name with its share: 1, less in a sentence that names the job under no title; of pay, how often plain
  /// pay is doubled or halved.
  package let cues: [String: Double]
}

extension Shine {
  /// The cues in a posting, clause by clause; clauses without cues are left out.
  static func cues(in posting: Posting, by lexicon: some ShineSources) -> [ClauseCues] {
    ShineCues(posting, lexicon: lexicon).byClause.map { place, found in
      ClauseCues(
        line: posting.clauses[place].line,
        cues: Dictionary(
          found.map { (lexicon.shine.cues[$0.cue].id, $0.share) }, uniquingKeysWith: max))
    }
  }
}
