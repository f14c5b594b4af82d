/// How one of several things is named by its place: `the second`, `option b`, `3rd`, `the last one`.
struct SpokenPlaces: Sendable {
  /// Between a number and how many there are.
  let outOf: Phrases<Void>
  /// All that is offered.
  let all: Phrases<Void>
  /// Between two things that are named.
  let and: Phrases<Void>
  /// The points of a scale by where they are: -1 the lowest, 0 the middle, 1 the highest.
  let ofScale: Phrases<Int>
  /// How much is said in words, from 0 for the lowest point of a scale to 1 for the highest.
  let degrees: Phrases<Double>
  /// What stands between the parts of an order that is said back.
  let joiner: String
  /// What stands before the parts of a spoken order, such as “and then”.
  let order: Phrases<Void>
  /// The whole of an order in a word: false as it is shown, true the other way round.
  let wholeOrder: Phrases<Bool>
  private let ordinals: [String: Int]
  private let endings: Set<String>
  private let beside: Phrases<Void>

  init(_ data: [SpokenData]) {
    outOf = Phrases(data.flatMap(\.out_of))
    all = Phrases(data.flatMap(\.all))
    and = Phrases(data.flatMap(\.and_between))
    order = Phrases(data.flatMap(\.order_words))
    wholeOrder = Phrases(
      data.flatMap { language in
        language.order_shown.map { ($0, false) } + language.order_reversed.map { ($0, true) }
      })
    ofScale = Phrases(data.flatMap { $0.scale_places.map { ($0.key, $0.value) } })
    degrees = Phrases(data.flatMap { $0.scale_degrees.map { ($0.key, $0.value) } })
    joiner = data.first?.order_joiner ?? ", "
    ordinals = data.reversed().reduce(into: [:]) { ordinals, language in
      for (word, place) in language.ordinals {
        for spelling in Phrases<Void>.spellings(of: word) {
          ordinals[Words.folded(spelling)] = place
        }
      }
    }
    endings = Set(data.flatMap(\.ordinal_endings))
    beside = Phrases(data.flatMap(\.place_words))
  }

  /// The number of an ordinal in words, the last being -1.
  func ordinal(_ word: String) -> Int? { ordinals[word] }

  /// Whether a word ends an ordinal in figures, such as the “rd” of 3rd.
  func isEnding(_ word: String?) -> Bool { word.map(endings.contains) ?? false }

  /// Tokens without the words that stand beside a place.
  func bare(_ tokens: [SpokenToken]) -> [SpokenToken] { beside.taken(from: tokens) }

  /// The place, from 0, that is named among so many; `nil` where none is.
  ///
  /// Bare figures are not looked at here.
  func place(_ typed: String, among count: Int) -> Int? {
    let tokens = SpokenToken.tokens(of: typed)
    let bare = bare(tokens)
    let place: Int
    switch (bare.first, bare.count) {
    case (.word(let word), 1):
      if let letter = Self.letter(word) {
        place = letter
      } else if let ordinal = ordinals[word] {
        place = ordinal < 0 ? count + ordinal : ordinal - 1
      } else {
        return nil
      }
    case (.figures(let figures), 1) where tokens.count > 1,
      (.figures(let figures), 2) where isEnding(bare.last?.word):
      guard let number = Digits.wholeNumber(figures) else { return nil }
      place = number - 1
    default: return nil
    }
    return (0..<count).contains(place) ? place : nil
  }

  /// The place that a letter of the alphabet stands for, from 0.
  static func letter(_ word: String) -> Int? {
    guard word.count == 1, let byte = word.utf8.first, (97...122).contains(byte) else { return nil }
    return Int(byte) - 97
  }
}
