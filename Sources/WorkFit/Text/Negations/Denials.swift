/// What a clause denies, and how far that reaches.
struct Denials {
  /// A denial of some words.
  struct Found {
    /// The words that deny.
    let range: Range<Int>
    /// Whether it surely reaches them; what is denied twice, in part or for a time may be so.
    var isSure = true
  }

  private let tokens: [Token]
  private let words = NegationWords.shipped
  /// What denies what stands behind it, in order, without what only looks like it.
  let before: [Range<Int>]
  private let after, seeming, partial: [Range<Int>]

  init(_ tokens: [Token]) {
    self.tokens = tokens
    let seeming = words.seeming.matches(in: tokens).map(\.range).filter { range in
      !range.dropFirst().contains { tokens[$0].isParted }
    }
    self.seeming = seeming
    func real(_ index: PatternIndex<Bool>) -> [Range<Int>] {
      index.matches(in: tokens).map(\.range).filter { denial in
        !seeming.contains { $0.overlaps(denial) }
      }
    }
    before = real(words.before)
    after = real(words.after)
    partial = words.partial.matches(in: tokens).map(\.range)
  }

  /// What denies words from among them, before or behind them; the nearest first.
  ///
  /// - Parameter isInside: whether what stands among the words counts.
  func denial(of range: Range<Int>, isInside: Bool) -> Found? {
    if isInside,
      let inside = before.first(where: {
        $0.clamped(to: range) == $0 && $0.lowerBound > range.lowerBound && !$0.isEmpty
      })
    {
      return Found(range: inside, isSure: isSingle(inside))
    }
    return denial(before: range) ?? reaching(into: range) ?? behind(range)
  }

  /// Whether words have something among them that only looks like a denial: “without travel” in “not without
  /// travel”.
  func isSeeming(_ range: Range<Int>) -> Bool { seeming.contains { $0.overlaps(range) } }

  // MARK: - Before

  /// What denies words from before them.
  func denial(before range: Range<Int>) -> Found? {
    let near = before.last { $0.upperBound <= range.lowerBound && reach(of: $0, to: range) != nil }
    if let near {
      return Found(range: near, isSure: reach(of: near, to: range) == .sure && isSingle(near))
    }
    return listed(range).map { Found(range: $0) }
  }

  /// What denies words and ends with the first of them: “free from” before “from six days”.
  func reaching(into range: Range<Int>) -> Found? {
    before.first { $0.lowerBound < range.lowerBound && $0.upperBound == range.lowerBound + 1 }
      .map { Found(range: $0, isSure: isSingle($0)) }
  }

  private enum Reach { case sure, open }

  /// In words: no more stand between, but light ones.
  private static let (nearest, farthest) = (3, 12)

  /// How a denial reaches words behind it; `nil` where it does not.
  private func reach(of denial: Range<Int>, to range: Range<Int>) -> Reach? {
    let between = denial.upperBound..<range.lowerBound
    guard between.count <= Self.farthest else { return nil }
    let partings = (between.lowerBound...range.lowerBound).filter { tokens[$0].isParted }
    guard let first = partings.first, let last = partings.last else {
      if between.contains(where: { words.turns.contains(tokens[$0].word) }) { return nil }
      return between.count <= Self.nearest || isLight(between) ? .sure : nil
    }
    // “You will not, we promise, have to travel” is one sentence around another; “no, really, you do” is none.
    guard isLight(between.lowerBound..<first) else { return nil }
    guard isHanging(denial) else { return isRepeated(denial) ? .open : nil }
    let inserted = first..<last
    let isPlain =
      partings.count == 2 && isLight(last..<range.lowerBound)
      && !before.contains { $0.overlaps(inserted) }
      && !inserted.contains { words.times.contains(tokens[$0].word) }
    return isPlain ? .sure : .open
  }

  private func isLight(_ range: Range<Int>) -> Bool {
    range.allSatisfy { words.light.contains(tokens[$0].word) }
  }

  /// Whether a denial waits for its verb: not the “no” that answers.
  private func isHanging(_ denial: Range<Int>) -> Bool {
    denial.count > 1 || tokens[denial.lowerBound].word != "no"
  }

  /// “There is no, absolutely no, travel”
  private func isRepeated(_ denial: Range<Int>) -> Bool {
    before.contains {
      $0.upperBound <= denial.lowerBound && denial.lowerBound - $0.upperBound <= Self.nearest
    }
  }

  /// Whether nothing denies a denial, and it denies no mere part.
  private func isSingle(_ denial: Range<Int>) -> Bool {
    let last = tokens[denial.upperBound - 1].word
    let isDoubled = before.contains { other in
      guard other.upperBound <= denial.lowerBound,
        denial.lowerBound - other.upperBound <= Self.farthest,
        !isParted(other.upperBound..<denial.lowerBound + 1)
      else { return false }
      // “No nights and no weekends”, “neither one nor the other”, “never no”
      return !words.joining.contains(last)
        || last == "no" && !words.joining.contains(tokens[other.upperBound - 1].word)
    }
    return !isDoubled
      && !partial.contains { $0.overlaps(denial) || $0.upperBound == denial.lowerBound }
  }

  /// In words: no list under one “no” is longer, and nothing in it.
  private static let (longestList, longestListed) = (9, 3)

  /// “No evenings, nights or weekends”
  private func listed(_ range: Range<Int>) -> Range<Int>? {
    before.last { denial in
      let between = denial.upperBound..<max(denial.upperBound, range.lowerBound)
      guard denial.upperBound <= range.lowerBound, between.count <= Self.longestList,
        denial.count == 1, words.lists.contains(tokens[denial.lowerBound].word),
        (between.lowerBound..<range.upperBound).contains(where: {
          words.alternatives.contains(tokens[$0].word)
        })
      else { return false }
      var length = 0
      for place in between {
        let isNext = tokens[place].isParted || words.alternatives.contains(tokens[place].word)
        length = isNext ? 1 : length + 1
        if length > Self.longestListed { return false }
      }
      return true
    }
  }

  // MARK: - Behind

  private func behind(_ range: Range<Int>) -> Found? {
    let near = after.first { denial in
      denial.lowerBound >= range.upperBound && denial.lowerBound - range.upperBound <= 1
        && !isParted(range.upperBound..<denial.lowerBound + 1)
    }
    if let near { return Found(range: near, isSure: isSingle(near)) }
    // “Weekend work – not here”, “Will you work weekends a lot? No.”
    guard
      let parted = (range.upperBound..<tokens.count).prefix(Self.nearest + 1).first(where: {
        tokens[$0].isParted
      }), let label = words.labels.beginning(at: parted, in: tokens),
      label.upperBound == tokens.count
    else { return nil }
    return Found(range: label, isSure: parted == range.upperBound)
  }

  // MARK: - Somewhere

  /// Whether there is a denial that may or may not be of some words.
  ///
  /// - Parameter conjunctions: behind what joins, another thing is denied.
  func isDeniedSomewhere(_ range: Range<Int>, conjunctions: Set<String>) -> Bool {
    before.contains { denial in
      guard !denial.overlaps(range) else { return false }
      if denial.upperBound <= range.lowerBound {
        return !isParted(denial.upperBound..<range.lowerBound + 1)
      }
      // “Fully remote, and you need not move”
      let between = tokens[range.upperBound..<denial.lowerBound]
      return tokens[denial.lowerBound].word != "no"
        && !isParted(range.upperBound..<denial.lowerBound + 1)
        && !between.contains { conjunctions.contains($0.word) }
    }
  }

  private func isParted(_ range: Range<Int>) -> Bool {
    range.contains { tokens.indices.contains($0) && tokens[$0].isParted }
  }
}
