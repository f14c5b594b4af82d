/// The words that were typed for one of several things, apart from their order and form.
struct LooseWords {
  private let words: [String]
  /// The words that turn the others round.
  private let denials: [String]
  /// Shorter words are in too many names to point to one.
  private static let telling = 4

  init(_ typed: String, in language: SpokenLanguage) {
    let tokens = SpokenToken.tokens(of: typed)
    let bare = language.fillers.taken(
      from: language.hedges.taken(from: language.places.bare(tokens)))
    words = typed.utf8.count <= 400 ? bare.map(\.text) : []
    denials = tokens.filter { language.denials.whole([$0]) != nil }.map(\.text)
  }

  /// How many of the words a name has, from 0 to 1; 0 where none of those that it has tells anything.
  func share(of name: String) -> Double {
    let names = SpokenToken.tokens(of: name).map(\.text)
    let found = words.filter { word in names.contains { Self.isAlike(word, $0) } }
    guard found.contains(where: { $0.count >= Self.telling }) else { return 0 }
    return Double(found.count) / Double(words.count)
  }

  /// Whether they say that it is not what a name says: “no office” is not the office.
  func deny(_ name: String) -> Bool {
    let names = SpokenToken.tokens(of: name).map(\.text)
    return denials.contains { !names.contains($0) }
  }

  /// Whether two words are one in another form, or with a slip of a key.
  private static func isAlike(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard min(first.count, second.count) >= telling else { return false }
    let common = zip(first, second).prefix { $0 == $1 }.count
    let longest = max(first.count, second.count)
    if common >= telling, longest - common <= 3 { return true }
    return first.count > telling && Spelling.isOneSlip(first, second)
  }
}
