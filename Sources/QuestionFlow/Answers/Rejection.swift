package import Phrases

/// Why an answer was not taken: the respondent's to mend. The interview is as it was before.
public struct Rejection: Error, Hashable, Sendable {
  /// The facts of a rejection.
  package enum Reason: Hashable, Sendable {
    case empty
    case tooLong(Int)
    case notANumber(String)
    /// A number that is too large to be held.
    case tooLarge(String)
    /// A number with more digits than would be kept.
    case tooPrecise(String)
    /// What is roughly one of these.
    case roughly(String, [Reading])
    /// Several numbers where one is wanted.
    case severalNumbers(String, [Reading])
    /// A stretch of time where a day is wanted, and days of it.
    case severalDays(String, [Reading])
    /// A day with something beside it, and the day.
    case moreThanADay(String, [Reading])
    /// A number with words or signs beside it, and the number.
    case moreThanANumber(String, [Reading])
    /// What names no day, and a day that could be taken instead where one is proposed.
    case notADate(String, [Reading])
    /// A day that the calendar does not have, such as 31 February.
    case noSuchDay(String)
    /// A day with the name of another day of the week: what was typed, the day, and its own name.
    case otherWeekday(String, CalendarDate, String)
    /// What can be read in two ways or more.
    case ambiguous(String, [Reading])
    case notYesOrNo(String, [Reading])
    case notAName(String)
    case nameOfSeveralLines(String)
    case nameTooLong(Int)
    case notAChoice(String, [String])
    case ambiguousChoice(String, [Reading])
    /// One of several that were named, which could be several of those offered.
    case ambiguousPart(String, [String])
    /// Words that are none of the options as it stands, and those that are near.
    case perhapsChoice(String, [Reading])
    case outOfRange(String, String)
    /// What names no point of a scale, and the ends that the scale has.
    case noPoint(String, [String])
    /// A number that is not within these two, and the nearest that is.
    case beyond(String, String, String, Reading)
    /// Words that are none of the options, and may be meant as the person's own.
    case perhapsOther(String, [Reading])
    /// One of several that is none of the options, the option for words of one's own, and its number.
    case perhapsOwnWords(String, String, Int)
    /// The option for words of one's own, without the words.
    case otherWords(String)
    /// An option that is chosen by itself, chosen with others.
    case standsAlone(String)
    /// How many were chosen, and how many are wanted.
    case otherCount(Int, ClosedRange<Int>)
    /// How many were put in order, and how many are wanted.
    case rankedOther(Int, Int)
    /// A text that has not the form that is wanted, and a sentence about that form.
    case otherForm(String, Phrase)
    /// The question is not to be passed over.
    case required
    case tooFew(Int, Int)
    case tooMany(Int, Int)
    case rankedTwice(String)
    /// Elements that an order leaves out, and how many there are in all.
    case unranked([String], of: Int)
    /// The author's own sentence.
    case check(String)
    case notThisItem(String)
    case wrongKind(String)
  }

  /// What was wrong.
  package let reason: Reason

  /// Makes a rejection.
  package init(_ reason: Reason) { self.reason = reason }

  /// What the answer could have meant; the respondent may take one of these as it is.
  package var readings: [Reading] {
    switch reason {
    case .ambiguous(_, let readings), .moreThanANumber(_, let readings),
      .perhapsOther(_, let readings), .roughly(_, let readings), .severalNumbers(_, let readings),
      .severalDays(_, let readings), .moreThanADay(_, let readings), .notYesOrNo(_, let readings),
      .perhapsChoice(_, let readings), .notADate(_, let readings):
      readings
    case .beyond(_, _, _, let reading): [reading]
    // More could not be told apart by their letters.
    case .ambiguousChoice(_, let readings): readings.count <= 3 ? readings : []
    default: []
    }
  }
}

extension Rejection: CustomStringConvertible {
  /// What is wrong, in English: one sentence for the respondent, and what would be taken instead.
  public var description: String { phrase.description }
}

extension Rejection: Phrased {
  /// One sentence for the respondent: what would be taken instead.
  package var phrase: Phrase {
    switch reason {
    case .empty: "There is nothing here yet; type an answer, or /skip to leave it open."
    case .tooLong(let limit):
      "That is more than \(limit / 1_000_000) million bytes; give the part that matters."
    case .notANumber(let typed):
      "I see no number in “\(Self.short(typed))”; a rough one will do, such as 12 or 2.5."
    case .tooLarge(let typed): "“\(Self.short(typed))” is larger than any number kept here."
    case .tooPrecise(let typed):
      "“\(Self.short(typed))” has more digits than can be kept; give it with at most 15."
    case .moreThanANumber(let typed, let readings):
      "Of “\(Self.short(typed))” only the number is kept; is it \(readings.map(\.words).offered)?"
    case .roughly(let typed, let readings):
      .counted(
        readings.count,
        one: "“\(Self.short(typed))” is roughly \(readings.map(\.words).offered); is it that?",
        many: "“\(Self.short(typed))” is roughly \(readings.map(\.words).offered); which is it?")
    case .severalNumbers(let typed, let readings):
      "“\(Self.short(typed))” has more than one number in it; is it \(readings.map(\.words).offered)?"
    case .severalDays(let typed, let readings):
      "“\(Self.short(typed))” is more than one day; is it \(readings.map(\.words).offered)?"
    case .moreThanADay(let typed, let readings):
      "Of “\(Self.short(typed))” only the day is kept; is it \(readings.map(\.words).offered)?"
    case .notADate(let typed, let readings):
      readings.isEmpty
        ? "“\(Self.short(typed))” is not a day I know; write it like 2027-03-01, 1 March or tomorrow."
        : "“\(Self.short(typed))” is not a day I know; shall it be \(readings.map(\.words).offered)? Or write one, such as 1 March or tomorrow."
    case .noSuchDay(let typed):
      "“\(Self.short(typed))” is no day of the calendar; check its day, month and year."
    case .otherWeekday(let typed, let day, let name):
      "“\(Self.short(typed))” does not agree with itself: \(written: day) is a \(name)."
    case .ambiguous(let typed, let readings):
      "“\(Self.short(typed))” can be read as \(readings.map(\.words).offered); which is it?"
    case .notYesOrNo(let typed, let readings):
      .counted(
        readings.count,
        one: "“\(Self.short(typed))” sounds like \(readings.map(\.words).offered); is it that?",
        many:
          "I hear neither yes nor no in “\(Self.short(typed))”; which is nearer, \(readings.map(\.words).offered)?"
      )
    case .notAName(let typed): "“\(Self.short(typed))” has no name in it; who is it?"
    case .nameOfSeveralLines(let typed):
      "“\(Self.short(typed))” goes on over several lines; a name is one line."
    case .nameTooLong(let most):
      "That is more than \(most) characters; give the name alone, and the rest elsewhere."
    case .notAChoice(let typed, let options):
      options.count > Self.mostListed
        ? "“\(Self.short(typed))” is not among these: \(Self.listed(options)), and \(options.count - Self.mostListed) more."
        : "“\(Self.short(typed))” is not among these: \(Self.listed(options))."
    case .ambiguousChoice(let typed, let readings):
      readings.count > 3
        ? "“\(Self.short(typed))” could be \(readings.prefix(12).map(\.words).offered); which one? Write it out."
        : "“\(Self.short(typed))” could be \(readings.map(\.words).offered); which one?"
    case .ambiguousPart(let typed, let options):
      "“\(Self.short(typed))” could be \(options.prefix(12).map(Self.quoted).offered); which one? Write it out."
    case .perhapsChoice(let typed, let readings):
      "“\(Self.short(typed))” is not among these as it stands; is it \(readings.map(\.words).offered)?"
    case .noPoint(let typed, let ends):
      "I see no number in “\(Self.short(typed))”; it takes one from \(ends.first ?? "") to \(ends.last ?? "")."
    case .beyond(let typed, let low, let high, let nearest):
      "“\(Self.short(typed))” is not between \(low) and \(high); is it \(nearest.words)?"
    case .outOfRange(let low, let high): "It takes a number from \(low) to \(high)."
    case .perhapsOther(let typed, let readings):
      "“\(Self.short(typed))” is not among these; is it \(readings.map(\.words).offered)?"
    case .perhapsOwnWords(let part, let label, let number):
      "“\(Self.short(part))” is not among these; words of your own stand last, as “\(Self.short(label))” behind its number and a colon: “…, \(number): \(Self.short(part))”."
    case .otherWords(let label):
      "Say what it is, behind a colon: “\(Self.short(label)): …”."
    case .standsAlone(let label):
      "“\(Self.short(label))” stands by itself; leave it out, or the others."
    case .otherCount(let count, let wanted):
      "That is \(count); choose \(Self.number(wanted))."
    case .rankedOther(let count, let wanted):
      "That is \(count); name \(wanted), the first one first."
    case .otherForm(let typed, let sentence): "“\(Self.short(typed))” does not fit. \(sentence)"
    case .required: "This one is needed to go on; /quit leaves, and all before it is saved."
    case .tooFew(let count, let least):
      "That is \(count); at least \(least) are needed to compare. One a line."
    case .tooMany(let count, let most):
      "That is \(count), and at most \(most) fit; keep the ones that matter most."
    case .rankedTwice(let text): "“\(Self.short(text))” stands there twice; name each once."
    case .unranked(let texts, let count):
      .counted(
        texts.count,
        one: "\(Self.named(texts)) has no place yet; name all \(count), the first one first.",
        many: "\(Self.named(texts)) have no place yet; name all \(count), the first one first.")
    case .check(let sentence): Phrase(verbatim: sentence)
    case .notThisItem(let path): "“\(path)” is not asked at this point."
    case .wrongKind(let path): "That is not the kind of answer that “\(path)” takes."
    }
  }

  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    guard line.count > 40 else { return line }
    let head = line.prefix(39)
    // Cut at a word, where one ends late enough.
    let cut = head.lastIndex(where: \.isWhitespace).map { head[..<$0] }
    return (cut.map { $0.count >= 20 ? $0 : head } ?? head) + "…"
  }

  private static func number(_ range: ClosedRange<Int>) -> Phrase {
    range.count == 1
      ? "\(range.lowerBound)"
      : range.lowerBound == 1
        ? "at most \(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  /// A text in quotation marks, by its beginning.
  static func quoted(_ text: String) -> Phrase { "“\(short(text))”" }

  /// The first few texts, and how many more there are.
  private static func named(_ texts: [String]) -> Phrase {
    guard texts.count > 6 else { return texts.map(quoted).listed }
    return (texts.prefix(5).map(quoted) + ["\(texts.count - 5) more"]).listed
  }

  private static let mostListed = 12

  private static func listed(_ options: [String]) -> String {
    options.prefix(mostListed).enumerated().map { "\($0.offset + 1) \(short($0.element))" }
      .joined(separator: ", ")
  }
}
