// What the rooms below do with their part of the lexicon, for whoever has the whole.

extension Posting {
  /// Reads a posting, or whatever was pasted for one; a text without words has no clauses.
  public init(_ text: String, lexicon: Lexicon) { self.init(TextAsRead(text), lexicon: lexicon) }

  /// Reads a posting that is decoded.
  public init(_ text: TextAsRead, lexicon: Lexicon) { self.init(text, by: lexicon) }

  /// The amounts and facts that each clause names, in the order of the clauses.
  package func amounts(by lexicon: Lexicon) -> [[Amount]] {
    let amounts = PostingAmounts(self, lexicon: lexicon.quantities)
    return clauses.indices.map { amounts.amounts(at: $0) }
  }
}

extension Shine {
  /// The shine of a posting.
  ///
  /// - Parameter pulls: what pulls this person, in their words.
  package init(of posting: Posting, pulls: [Statement] = [], lexicon: Lexicon) {
    self.init(of: posting, pulls: pulls, by: lexicon)
  }

  /// The shine of a posting, with what a reader makes of the whole.
  ///
  /// - Parameter kept: where that is known from, and kept.
  /// - Throws: what the reader throws.
  package init(
    of posting: Posting, pulls: [Statement] = [], reader: any RelationReading,
    kept: any JudgementKeeping = JudgementMemory(), lexicon: Lexicon
  ) throws {
    let read = try ShineReading.shipped?.read(posting, by: reader, kept: kept, lexicon: lexicon)
    self.init(of: posting, pulls: pulls, read: read, by: lexicon)
  }

  /// Where a posting stands for a reader after so many layers; `nil` where there is nothing to read.
  ///
  /// - Throws: what the reader throws.
  package static func directions(
    of posting: Posting, after layers: Int, by reader: any RelationReading, lexicon: Lexicon
  ) throws -> ShineDirections? {
    try ShineTexts(posting, lexicon: lexicon).flatMap {
      try ShineDirections($0, after: layers, by: reader)
    }
  }

  /// The cues in a posting, clause by clause; clauses without cues are left out.
  package static func cues(in posting: Posting, lexicon: Lexicon) -> [ClauseCues] {
    cues(in: posting, by: lexicon)
  }
}
