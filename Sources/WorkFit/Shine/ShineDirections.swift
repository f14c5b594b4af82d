/// What of a posting is read for its shine: every clause but headings and boilerplate, and which of them name the job.
struct ShineTexts {
  let texts: [String]
  /// Places of the first clauses that name the job: those of its title, else the first sentences that say which job it is.
  let naming: [Int]

  /// So many clauses are read at most; what stands behind them changes the mean little.
  private static let most = 150
  /// So many clauses are taken for the name.
  private static let mostNaming = 2

  /// `nil` where there is nothing to read.
  init?(_ posting: Posting, lexicon: some ShineSources) {
    let read = posting.clauses.lazy
      .filter { $0.segment != .boilerplate && !$0.isHeading }.prefix(Self.most).map { $0 }
    guard !read.isEmpty else { return nil }
    texts = read.map { posting.quote($0).text }
    let titles = read.indices.filter { read[$0].segment == .title }
    let named =
      titles.isEmpty
      ? read.indices.filter {
        lexicon.segments.namesJob(read[$0].tokens) || lexicon.shine.namesJob(read[$0].tokens)
      } : titles
    naming = named.isEmpty ? [0] : named.prefix(Self.mostNaming).map { $0 }
  }
}

/// Where a posting stands for the relation reader: the mean directions of what names the job, and of all that counts.
package struct ShineDirections: Sendable {
  /// Of what names the job.
  package let title: [Float]
  /// Of every clause that is read.
  package let whole: [Float]

  /// `nil` where the reader gives no directions.
  ///
  /// - Throws: what the reader throws.
  init?(_ read: ShineTexts, after layers: Int, by reader: any RelationReading) throws {
    let directions = try reader.directions(of: read.texts, after: layers)
    guard directions.count == read.texts.count else { return nil }
    title = Self.mean(read.naming.map { directions[$0] })
    whole = Self.mean(directions)
  }

  private static func mean(_ directions: [[Float]]) -> [Float] {
    guard var sum = directions.first else { return [] }
    for direction in directions.dropFirst() {
      for (place, number) in direction.enumerated() where place < sum.count { sum[place] += number }
    }
    return sum.map { $0 / Float(directions.count) }
  }
}
