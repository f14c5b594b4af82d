/// Where a posting stands for the relation reader: the mean directions of what names the job, and of all that counts.
package struct ShineDirections: Sendable {
  /// Of the first clauses that name the job: those of its title, else the first sentences that say which job it is.
  package let title: [Float]
  /// Of every clause but headings and boilerplate.
  package let whole: [Float]

  /// So many clauses are read at most; what stands behind them changes the mean little.
  private static let most = 150
  /// So many clauses are taken for the name.
  private static let mostNaming = 2

  /// `nil` where there is nothing to read, or the reader gives no directions.
  ///
  /// - Throws: what the reader throws.
  init?(
    _ posting: Posting, after layers: Int, by reader: any RelationReading,
    lexicon: some ShineSources
  ) throws {
    let clauses = posting.clauses.filter { $0.segment != .boilerplate && !$0.isHeading }
    let read = Array(clauses.prefix(Self.most))
    guard !read.isEmpty else { return nil }
    let directions = try reader.directions(
      of: read.map { posting.quote($0).text }, after: layers)
    guard directions.count == read.count else { return nil }
    let titles = read.indices.filter { read[$0].segment == .title }
    let naming =
      titles.isEmpty
      ? read.indices.filter {
        lexicon.segments.namesJob(read[$0].tokens) || lexicon.shine.namesJob(read[$0].tokens)
      } : titles
    let names = naming.isEmpty ? [0] : naming.prefix(Self.mostNaming).map { $0 }
    title = Self.mean(names.map { directions[$0] })
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
