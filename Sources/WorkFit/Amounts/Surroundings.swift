/// What stands around a fact and turns it round, or makes it less sure.
struct Surroundings {
  private let tokens: [Token]
  private let denialsBefore, denialsAfter, denialsWithin, noDenials, hedges, others: [Range<Int>]
  private let isHeadingDenial, isHeadingHedge: Bool
  private let lexicon: QuantityLexicon
  private let label: Range<Int>?

  init(_ words: AmountReader.Words, lexicon: QuantityLexicon) {
    tokens = words.tokens
    self.lexicon = lexicon
    label = words.label.flatMap { $0.tokens.isEmpty ? nil : $0.tokens }
    denialsBefore = lexicon.denialsBefore.matches(in: tokens).map(\.range)
    denialsAfter = lexicon.denialsAfter.matches(in: tokens).map(\.range)
    denialsWithin = lexicon.denialsWithin.matches(in: tokens).map(\.range)
    noDenials = lexicon.noDenials.matches(in: tokens).map(\.range)
    let noHedges = lexicon.noHedges.matches(in: tokens).map(\.range)
    hedges = lexicon.hedges.matches(in: tokens).map(\.range).filter { hedge in
      !noHedges.contains { $0.overlaps(hedge) }
    }
    others = lexicon.others.matches(in: tokens).map(\.range)
    isHeadingDenial = !lexicon.denialsBefore.matches(in: words.heading).isEmpty
    isHeadingHedge = !lexicon.hedges.matches(in: words.heading).isEmpty
  }

  /// - Parameter within: whether a denial among the words of the fact counts too: “travel is not required”.
  /// - Parameter isDenial: whether the fact denies by itself: “overtime that is not unpaid”.
  func denial(of range: Range<Int>, within: Bool, isDenial: Bool = false) -> Range<Int>? {
    // “Security clearance: Not Required”
    if let label, label.contains(range.lowerBound), label.contains(range.upperBound - 1),
      let denied = lexicon.labelDenials.beginning(at: label.upperBound, in: tokens),
      denied.upperBound == tokens.count || tokens[denied.upperBound].isParted
        || denied.count > 1
    {
      return denied
    }
    if within,
      let inside = (denialsBefore + denialsWithin).first(where: {
        $0.clamped(to: range) == $0 && $0.lowerBound > range.lowerBound && !$0.isEmpty
      })
    {
      return inside
    }
    if isDenial,
      let inside = range.dropFirst().first(where: {
        lexicon.denialsOfDenials.contains(tokens[$0].word)
      })
    {
      return inside..<inside + 1
    }
    let before = denialsBefore.last { denial in
      denial.upperBound <= range.lowerBound && range.lowerBound - denial.upperBound <= 3
        && !noDenials.contains { $0.overlaps(denial) }
        && !(denial.upperBound...range.lowerBound).contains {
          tokens.indices.contains($0) && tokens[$0].isParted
        }
    }
    if let before = before ?? listed(range) { return before }
    return denialsAfter.first { denial in
      denial.lowerBound >= range.upperBound && denial.lowerBound - range.upperBound <= 1
        && !isParted(range.upperBound..<denial.lowerBound + 1)
    }
  }

  /// In words: no list under one “no” is longer, and nothing in it.
  private static let (longestList, longestListed) = (9, 3)

  /// “No evenings, nights or weekends”
  private func listed(_ range: Range<Int>) -> Range<Int>? {
    denialsBefore.last { denial in
      let between = denial.upperBound..<max(denial.upperBound, range.lowerBound)
      guard denial.upperBound <= range.lowerBound, between.count <= Self.longestList,
        denial.count == 1, lexicon.listDenials.contains(tokens[denial.lowerBound].word),
        (between.lowerBound..<range.upperBound).contains(where: {
          lexicon.alternatives.contains(tokens[$0].word)
        })
      else { return false }
      var length = 0
      for place in between {
        let isNext = tokens[place].isParted || lexicon.alternatives.contains(tokens[place].word)
        length = isNext ? 1 : length + 1
        if length > Self.longestListed { return false }
      }
      return true
    }
  }

  private func isParted(_ range: Range<Int>) -> Bool {
    range.contains { tokens.indices.contains($0) && tokens[$0].isParted }
  }

  /// Whether there is a denial that may or may not be of the fact.
  func isDeniedSomewhere(_ range: Range<Int>) -> Bool {
    denialsBefore.contains { denial in
      guard !denial.overlaps(range), !noDenials.contains(where: { $0.overlaps(denial) }) else {
        return false
      }
      if denial.upperBound <= range.lowerBound {
        return !isParted(denial.upperBound..<range.lowerBound + 1)
      }
      // “Fully remote, and you need not move”
      let between = tokens[range.upperBound..<denial.lowerBound]
      return tokens[denial.lowerBound].word != "no"
        && !isParted(range.upperBound..<denial.lowerBound + 1)
        && !between.contains { lexicon.conjunctions.contains($0.word) }
    }
  }

  /// - Parameter isInside: whether a hedge between the words of the fact counts too: “clearance may be required”.
  /// “A relocation package of up to £8,000” is one.
  func isHedged(_ range: Range<Int>, within near: Int, isInside: Bool, isOffer: Bool) -> Bool {
    isHeadingHedge || isHeadingDenial
      || hedges.contains {
        if isOffer, lexicon.bounds.before[.most]?.ending(before: $0.upperBound, in: tokens) == $0 {
          return false
        }
        let isBetween = $0.lowerBound > range.lowerBound && $0.upperBound < range.upperBound
        return isInside && isBetween || !$0.overlaps(range) && distance($0, range) <= near
      }
  }

  func isOfOthers(near range: Range<Int>, within near: Int) -> Bool {
    others.contains { distance($0, range) <= near }
  }

  func bound(_ bound: AmountBound, _ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    for _ in 0..<3 {
      if let found = lexicon.bounds.before[bound]?.ending(before: start, in: tokens) {
        return found
      }
      start -= 1
      guard start > 0 else { return nil }
    }
    return nil
  }

  private func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    if one.overlaps(other) { return 0 }
    return one.lowerBound >= other.upperBound
      ? one.lowerBound - other.upperBound : other.lowerBound - one.upperBound
  }
}
