/// What speaks of the times of day that work begins and ends at, as `Lexicon/quantities.yaml` has it.
struct ClockLexicon: LexiconPart {
  /// Words with one of which a line speaks of somebody's own day, and those with which it speaks of something else.
  let cues, others: PatternIndex<Bool>
  /// What leaves the choice within two times, and what leaves it open when between them the work is.
  let choices, within: PatternIndex<Bool>
  /// What stands before a time at which work begins or ends, in a posting.
  let starts, ends: PhraseList
  /// What stands before the earliest beginning, and the latest end, that somebody asks for; and before what is too
  /// early or too late for them.
  let startsAfter, endsBy, startsBefore, endsAfter: PhraseList
  let morning, afternoon, halves: Set<String>
  let hours: [String: Double]

  private enum CodingKeys: String, CodingKey {
    case cues, others, choices, within, starts, ends, morning, afternoon, halves, hours
    case startsAfter = "starts_after"
    case endsBy = "ends_by"
    case startsBefore = "starts_before"
    case endsAfter = "ends_after"
  }
}

/// Reads when in the day work begins and ends: “07:00 to 16:30”, “home by six”, in hours from midnight.
struct ClockReader {
  let lexicon: QuantityLexicon
  let side: QuantityLexicon.Side

  private struct Time {
    var hour: Double
    let tokens: Range<Int>
    /// Whether it can be nothing but a time of day.
    let isPlain: Bool
    /// Whether the half of the day is said.
    let isOfHalf: Bool
  }

  private static let halfDay = 12.0
  private static let day = 24.0

  func times(of words: AmountReader.Words) -> [ReadAmount] {
    side == .statement ? asked(words) : stated(words)
  }

  // MARK: - In a statement

  private func asked(_ words: AmountReader.Words) -> [ReadAmount] {
    let tokens = words.tokens
    let clock = lexicon.clock
    for place in tokens.indices {
      guard var time = time(at: place, tokens, words.source) else { continue }
      let start = time.tokens.lowerBound
      func before(_ phrases: PhraseList) -> Range<Int>? {
        phrases.ending(before: start, in: tokens)
      }
      let found: (AmountKind, AmountBound, Range<Int>)? = [
        (clock.startsAfter, AmountKind.dayStart, AmountBound.least),
        (clock.endsBy, .dayEnd, .most), (clock.startsBefore, .dayStart, .below),
        (clock.endsAfter, .dayEnd, .above),
      ].compactMap { phrases, kind, bound in before(phrases).map { (kind, bound, $0) } }
        .max { $0.2.count < $1.2.count }
      guard let (kind, bound, cue) = found else { continue }
      if !time.isOfHalf {
        if kind == .dayEnd, time.hour < Self.halfDay { time.hour += Self.halfDay }
        if kind == .dayEnd, time.hour == 0 { time.hour = Self.day }
      }
      let whole = cue.lowerBound..<time.tokens.upperBound
      return [
        read(kind, Interval(time.hour, time.hour), whole, words, bound: bound)
      ]
    }
    return []
  }

  // MARK: - In a posting

  private func stated(_ words: AmountReader.Words) -> [ReadAmount] {
    let (tokens, clock) = (words.tokens, lexicon.clock)
    guard words.segment != .about, clock.others.matches(in: tokens).isEmpty,
      !clock.cues.matches(in: tokens).isEmpty || !clock.cues.matches(in: words.heading).isEmpty
    else { return [] }
    var reads: [ReadAmount] = []
    var place = 0
    while place < tokens.count {
      guard let first = time(at: place, tokens, words.source) else {
        place += 1
        continue
      }
      if let second = end(behind: first, tokens, words.source) {
        place = second.tokens.upperBound
        guard first.isPlain || second.isPlain || first.hour >= 5 && second.hour <= 8 else {
          continue
        }
        reads += range(first, second, words)
      } else {
        place = first.tokens.upperBound
        let start = first.tokens.lowerBound
        if let cue = clock.starts.ending(before: start, in: tokens) {
          reads.append(
            read(.dayStart, Interval(first.hour, first.hour), cue.lowerBound..<place, words))
        } else if let cue = clock.ends.ending(before: start, in: tokens) {
          var hour = first.hour
          if !first.isOfHalf, hour < Self.halfDay, !first.isPlain { hour += Self.halfDay }
          reads.append(read(.dayEnd, Interval(hour, hour), cue.lowerBound..<place, words))
        }
      }
    }
    return reads
  }

  private func range(_ first: Time, _ second: Time, _ words: AmountReader.Words) -> [ReadAmount] {
    var (start, end) = (first.hour, second.hour)
    // “9 to 5”
    if end <= start, !second.isOfHalf, end + Self.halfDay > start, end < Self.halfDay {
      end += Self.halfDay
    }
    if end <= start { end += Self.day }
    if second.isOfHalf, !first.isOfHalf, start + Self.halfDay < end, start < 5 {
      start += Self.halfDay
    }
    let tokens = first.tokens.lowerBound..<second.tokens.upperBound
    let clock = lexicon.clock
    let isChoice = !clock.choices.matches(in: words.tokens).isEmpty
    let isWithin = !clock.within.matches(in: words.tokens).isEmpty
    let all = Interval(start, end)
    var reads = [
      read(.dayStart, isChoice || isWithin ? all : Interval(start, start), tokens, words),
      read(.dayEnd, isChoice || isWithin ? all : Interval(end, end), tokens, words),
    ]
    if isChoice { for place in reads.indices { reads[place].isChoice = true } }
    return reads
  }

  private func end(behind first: Time, _ tokens: [Token], _ source: SourceText) -> Time? {
    let next = first.tokens.upperBound
    guard tokens.indices.contains(next) else { return nil }
    if ["to", "till", "til", "until", "and", "through"].contains(tokens[next].word) {
      return time(at: next + 1, tokens, source)
    }
    let gap = source.bytes[tokens[next - 1].range.upperBound..<tokens[next].range.lowerBound]
    guard gap.contains(UInt8(ascii: "-")) || NumeralScanner.hasDash(Array(gap)) else { return nil }
    return time(at: next, tokens, source)
  }

  // MARK: - Times

  private func time(at place: Int, _ tokens: [Token], _ source: SourceText) -> Time? {
    guard tokens.indices.contains(place) else { return nil }
    let word = tokens[place].word
    if let hour = lexicon.clock.hours[word] {
      return Time(hour: hour, tokens: place..<place + 1, isPlain: true, isOfHalf: true)
    }
    // “Half past four”
    if lexicon.clock.halves.contains(word), tokens.indices.contains(place + 1) {
      let hour = tokens[place + 1].word == "past" ? place + 2 : place + 1
      guard tokens.indices.contains(hour), let value = plain(tokens[hour]) else { return nil }
      return halved(value + 0.5, place..<hour + 1, tokens, isPlain: true)
    }
    guard var value = plain(tokens[place]) else { return nil }
    var end = place + 1
    var isPlain = false
    if word.utf8.count == 4, word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      // “0700”
      guard let number = Double(word) else { return nil }
      let minutes = number.truncatingRemainder(dividingBy: 100)
      value = (number / 100).rounded(.down) + minutes / 60
      guard minutes < 60, value <= Self.day, word.hasPrefix("0") || minutes == 0 || minutes == 30
      else {
        return nil
      }
      isPlain = word.hasPrefix("0")
    } else if word.contains(".") {
      let parts = word.split(separator: ".")
      guard parts.count == 2, parts[1].utf8.count == 2, let minutes = Double(parts[1]),
        minutes < 60,
        let hour = Double(parts[0])
      else { return nil }
      value = hour + minutes / 60
      isPlain = true
    } else if tokens.indices.contains(end), let minutes = tokens[end].number, minutes < 60,
      tokens[end].word.utf8.count == 2,
      source.bytes[tokens[place].range.upperBound..<tokens[end].range.lowerBound]
        .elementsEqual([UInt8(ascii: ":")])
    {
      value += minutes / 60
      end += 1
      isPlain = true
    }
    guard value <= Self.day, !isCounting(end, tokens) else { return nil }
    return halved(value, place..<end, tokens, isPlain: isPlain)
  }

  /// “1 September”, “six months”, “9%”: no time of day.
  private func isCounting(_ place: Int, _ tokens: [Token]) -> Bool {
    guard tokens.indices.contains(place) else { return false }
    let word = tokens[place].word
    return lexicon.months[word] != nil || lexicon.units[word] != nil
      || lexicon.currencies[word] != nil || lexicon.factors[word] != nil
      || ["st", "nd", "rd", "th"].contains(word)
  }

  private func plain(_ token: Token) -> Double? {
    if let number = token.number { return number >= 0 && number <= 2400 ? number : nil }
    return lexicon.numbers[token.word].flatMap { $0 >= 1 && $0 <= Self.halfDay ? $0 : nil }
  }

  /// With the half of the day that is said behind it.
  private func halved(_ hour: Double, _ range: Range<Int>, _ tokens: [Token], isPlain: Bool) -> Time
  {
    var (hour, end, isOfHalf) = (
      hour, range.upperBound, hour > Self.halfDay || isPlain && hour == 0
    )
    var isPlain = isPlain || isOfHalf
    func word(_ place: Int) -> String { tokens.indices.contains(place) ? tokens[place].word : "" }
    func take(_ count: Int, isAfternoon: Bool) {
      end += count
      (isOfHalf, isPlain) = (true, true)
      if isAfternoon, hour < Self.halfDay { hour += Self.halfDay }
      if !isAfternoon, hour == Self.halfDay { hour = 0 }
    }
    if word(end) == "o'clock" { end += 1; isPlain = true }
    if word(end) == "sharp" { end += 1 }
    let clock = lexicon.clock
    if clock.afternoon.contains(word(end)) {
      take(1, isAfternoon: true)
    } else if clock.morning.contains(word(end)) {
      take(1, isAfternoon: false)
    } else if word(end) == "p" || word(end) == "a", word(end + 1) == "m" {
      take(2, isAfternoon: word(end) == "p")
    } else if word(end) == "in", word(end + 1) == "the" {
      if clock.afternoon.contains(word(end + 2)) {
        take(3, isAfternoon: true)
      } else if clock.morning.contains(word(end + 2)) {
        take(3, isAfternoon: false)
      }
    }
    // “09:00” is no evening, and “8.15” hardly one.
    if isPlain, !isOfHalf, tokens[range.lowerBound].word.hasPrefix("0") { isOfHalf = true }
    return Time(hour: hour, tokens: range.lowerBound..<end, isPlain: isPlain, isOfHalf: isOfHalf)
  }

  private func read(
    _ kind: AmountKind, _ interval: Interval, _ range: Range<Int>, _ words: AmountReader.Words,
    bound: AmountBound? = nil
  ) -> ReadAmount {
    ReadAmount(
      kind: kind, interval: interval, unit: "clock", per: nil, bound: bound, isNumber: true,
      tokens: range, used: Set(range),
      range: words.tokens[range.lowerBound].range
        .lowerBound..<words.tokens[range.upperBound - 1]
        .range.upperBound)
  }
}
