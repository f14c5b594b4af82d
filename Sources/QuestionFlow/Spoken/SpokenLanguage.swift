import Synchronization

/// How people say numbers, places, and yes or no in a language; what they say in English is known beside it.
///
/// All words are data (`Data/spoken.yaml`); a language that is not in it is heard as English.
struct SpokenLanguage: Sendable {
  /// The mark between thousands, where the language is strict about it.
  let thousands: Character?
  let numbers: SpokenNumerals
  /// What is said for a number that is not quite meant, and what it roughly is.
  let roughly: Phrases<Double>
  /// Said for as good as none.
  let nothing: Phrases<Void>
  /// What has the word of a number in it and is none, such as “this one”.
  let asides: Phrases<Void>
  let hedges: Phrases<Void>
  let fillers: Phrases<Void>
  /// What turns the words of something that is offered round.
  let denials: Phrases<Void>
  let between: Phrases<Void>
  let to: Phrases<Void>
  let units: Phrases<TimeUnit>
  let money: Beside
  let percent: Beside
  let places: SpokenPlaces
  let truth: SpokenTruth
  let days: DayWords

  /// What may stand beside a number where the question speaks of such things.
  struct Beside: Sendable {
    let beside: Phrases<Void>
    let asked: Phrases<Void>
  }

  /// The language of a code such as `de`; each is made when it is first heard.
  static func of(_ code: String) -> SpokenLanguage {
    let data = SpokenData.shipped
    let key = data[code] == nil ? "en" : code
    return made.withLock { made in
      if let known = made[key] { return known }
      let language = SpokenLanguage((key == "en" ? ["en"] : [key, "en"]).compactMap { data[$0] })
      made[key] = language
      return language
    }
  }

  /// The part of a whole that what speaks of halves or of percents is, from 0 to 1; `nil` for anything else.
  func share(_ said: [SpokenToken]) -> Double? {
    if places.degrees.whole(said) == 0.5 { return 0.5 }
    guard case .figures(let figures)? = said.first, said.count > 1,
      percent.beside.whole(Array(said.dropFirst())) != nil,
      let percent = Digits.wholeNumber(figures), (0...100).contains(percent)
    else { return nil }
    return Double(percent) / 100
  }

  private static let made = Mutex<[String: SpokenLanguage]>([:])

  /// - Parameter data: the language, and those that are known beside it.
  private init(_ data: [SpokenData]) {
    thousands = data.first?.thousands?.first
    numbers = SpokenNumerals(data)
    roughly = Phrases(data.flatMap { $0.roughly.map { ($0.key, $0.value) } })
    nothing = Phrases(data.flatMap(\.nothing))
    asides = Phrases(data.flatMap(\.asides))
    hedges = Phrases(data.flatMap(\.hedges))
    fillers = Phrases(data.flatMap(\.fillers))
    denials = Phrases(data.flatMap(\.denials))
    between = Phrases(data.flatMap(\.ranges.between))
    to = Phrases(data.flatMap(\.ranges.to))
    units = Phrases(
      data.flatMap { language in
        language.units.flatMap { name, words in
          TimeUnit(rawValue: name).map { unit in words.map { ($0, unit) } } ?? []
        }
      })
    money = Beside(
      beside: Phrases(data.flatMap(\.money.beside)), asked: Phrases(data.flatMap(\.money.asked)))
    percent = Beside(
      beside: Phrases(data.flatMap(\.percent.beside)),
      asked: Phrases(data.flatMap(\.percent.asked)))
    places = SpokenPlaces(data)
    truth = SpokenTruth(data)
    days = DayWords(data)
  }
}
