/// How yes and no are said.
///
/// Only what is clearly one of them is taken: “no idea” and “no problem” begin with a no and are none, and
/// “yes, but” would lose its but.
struct SpokenTruth: Sendable {
  /// The words that yes and no are shown with.
  let words: (yes: String, no: String)
  private let yes: Phrases<Void>
  private let no: Phrases<Void>
  private let around: Phrases<Void>
  /// More words than this say something else besides.
  private static let mostWords = 10

  init(_ data: [SpokenData]) {
    let shown = data.first?.truth.spoken ?? []
    words = (shown.first ?? "yes", shown.dropFirst().first ?? "no")
    yes = Phrases(data.flatMap(\.truth.yes))
    no = Phrases(data.flatMap(\.truth.no))
    around = Phrases(data.flatMap(\.truth.around))
  }

  /// Yes or no; `nil` where it is neither, or could be both.
  func truth(_ typed: String) -> Bool? {
    let tokens = SpokenToken.tokens(of: typed)
    guard !tokens.isEmpty, tokens.count <= Self.mostWords else { return nil }
    let isYes = consists(tokens[...], of: yes)
    let isNo = consists(tokens[...], of: no)
    return isYes == isNo ? nil : isYes
  }

  /// What something begins or ends with that says more than yes or no, with a comma or another sign between;
  /// `nil` where that points to neither, or to both.
  func leaning(_ typed: String) -> Bool? {
    let parts = typed.split { ",;.!–—:".contains($0) }.map { SpokenToken.tokens(of: String($0)) }
      .filter { !$0.isEmpty }
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
    let isYes = [first, last].contains { consists($0[...], of: yes) }
    let isNo = [first, last].contains { consists($0[...], of: no) }
    return isYes == isNo ? nil : isYes
  }

  /// Whether tokens are nothing but sayings of one kind, such as “yes, of course” or “oh no, never”.
  private func consists(
    _ tokens: ArraySlice<SpokenToken>, of sayings: Phrases<Void>, isSaid: Bool = false
  ) -> Bool {
    guard !tokens.isEmpty else { return isSaid }
    if let match = sayings.match(tokens) ?? drawnOut(tokens, sayings),
      consists(tokens.dropFirst(match.count), of: sayings, isSaid: true)
    {
      return true
    }
    guard let match = around.match(tokens) else { return false }
    return consists(tokens.dropFirst(match.count), of: sayings, isSaid: isSaid)
  }

  /// “yesss” and “nooo”.
  private func drawnOut(_ tokens: ArraySlice<SpokenToken>, _ sayings: Phrases<Void>) -> (
    meaning: Void, count: Int
  )? {
    guard let word = tokens.first?.word, word.count <= 20 else { return nil }
    let short = word.reduce(into: "") { if $0.last != $1 { $0.append($1) } }
    return short != word && short.count > 1 ? sayings.match([.word(short)][...]) : nil
  }
}
