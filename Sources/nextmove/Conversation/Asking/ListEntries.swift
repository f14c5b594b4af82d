import Coaching
import LineEditor
import Phrases
import QuestionFlow

extension AnswerInput {
  /// Whether entries of a list have been typed that are not sent yet.
  var hasEntries: Bool { gathersLines && (!lines.isEmpty || split != nil) }

  /// Takes the last entry back; `nil` where there is none.
  mutating func takeBackLast() -> String? {
    if let split {
      self.split = nil
      keep(whole(""))
      return split.line
    }
    guard let last = lines.popLast() else { return nil }
    keep(whole(""))
    return last
  }

  /// Takes up the list that was given before, where nothing of another is typed yet; the numbers keep who
  /// is who.
  mutating func takeUpAnswer() {
    if let split {
      self.split = nil
      lines += split.parts
    }
    guard lines.isEmpty, !hasTakenUp,
      case .list(let elements)? = interview.answer(to: step.path)
    else { return }
    hasTakenUp = true
    lines = elements.enumerated().map { "\($0.offset + 1). \($0.element.text)" }
  }
}

extension AnswerInput {
  /// Whether an entry is the first that is typed at a list that was given before: it goes behind what is there,
  /// of which nothing is replaced unsaid.
  func addsToAnswer(_ entry: String) -> Bool {
    guard source.isInteractive, lines.isEmpty, !hasTakenUp, split == nil,
      case .list? = interview.answer(to: step.path)
    else { return false }
    // Lines with numbers say for themselves which entries they are.
    return !entry.split(whereSeparator: \.isNewline).contains {
      !ListEntry(String($0)).number.isEmpty
    }
  }

  /// The entries so far, without the numbers that say who is who of a list that was given before.
  var entryWords: [String] {
    interview.answer(to: step.path) == nil ? lines : lines.map { ListEntry($0).words }
  }

  /// An entry without the number that only counts it; where a list was given before, numbers say who is who.
  func withoutCounting(_ entry: String) -> String {
    let counted = ListEntry(entry)
    guard source.isInteractive, !entry.contains(where: \.isNewline),
      interview.answer(to: step.path) == nil, let number = Int(counted.number.filter(\.isNumber)),
      [1, lines.count + 1].contains(number),
      // “1) clocks 2) tea” are two entries, and the numbers part them.
      entry.matches(of: /(?:^|\s)[0-9]{1,2}[.)]\s/).count < 2
    else { return entry }
    return counted.words
  }
}

/// The entries of a list, changed by their numbers while the list is open.
extension Conversation {
  /// Shows the entries so far, with their numbers.
  func show(entries lines: [String]) {
    for (index, line) in lines.enumerated() {
      console.row("\(index + 1)", "\(ListEntry(line).words)", column: 4, indent: 2)
    }
    guard source.isInteractive else { return }
    console.say(
      "(An empty line sends the list. /change, /move and /remove take an entry's number.)",
      .faint, indent: 2)
  }

  /// Offers the parts of a line as entries of their own.
  func offer(_ parts: [String]) {
    if parts.count == 1 {
      return console.say(
        "Is it “\(parts[0])”? (Enter takes the name; \(AnswerInput.letters[1]) keeps all that you wrote.)",
        indent: 2)
    }
    console.say("That could be \(parts.count) entries:", indent: 2)
    for part in parts { console.row("-", "\(part)", column: 2, indent: 4) }
    console.say(
      "(Enter takes the \(parts.count); \(AnswerInput.letters[1]) keeps it as one.)", .faint,
      indent: 2)
  }

  func takeBackLastEntry(_ input: inout AnswerInput) {
    guard let line = input.takeBackLast() else { return }
    console.say("Taken off the list: “\(ListEntry(line).words)”.", indent: 2)
    input.refused = line
  }

  /// Does what was asked for with an entry of the list.
  func arrange(
    _ command: SlashCommand, _ argument: String, at step: Step, of interview: Interview,
    _ input: inout AnswerInput
  ) {
    guard input.gathersLines else {
      console.say("This question does not take a list.", indent: 2)
      return
    }
    var changed = input
    changed.takeUpAnswer()
    guard !changed.lines.isEmpty else {
      console.say("There is nothing on the list yet.", indent: 2)
      return
    }
    guard command != .list else { return show(entries: changed.lines) }
    guard let lines = arranged(changed.lines, command, argument) else {
      console.say(Self.usage(of: command, count: changed.lines.count), indent: 2)
      return
    }
    changed.lines = lines
    changed.keep(changed.whole(""))
    input = changed
    if lines.isEmpty {
      console.say("The list is empty now; the question is still open.", indent: 2)
    } else {
      show(entries: lines)
    }
  }

  /// The lines as they are to be; `nil` where the argument does not say.
  private func arranged(_ lines: [String], _ command: SlashCommand, _ argument: String) -> [String]?
  {
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first, let place = Self.place(first, in: lines) else { return nil }
    let rest = words.count > 1 ? words[1].drop { $0 == " " || $0 == "=" } : ""
    var lines = lines
    switch command {
    case .remove:
      guard rest.isEmpty else { return nil }
      lines.remove(at: place)
    case .change:
      guard rest.contains(where: { !$0.isWhitespace }) else { return nil }
      lines[place] = ListEntry(lines[place]).number + rest
    case .move:
      let target = rest.hasPrefix("to ") ? rest.dropFirst(3) : rest
      guard let target = Self.place(target, in: lines) else { return nil }
      lines.insert(lines.remove(at: place), at: target)
    case .swap:
      guard let other = Self.place(rest, in: lines) else { return nil }
      lines.swapAt(place, other)
    default: return nil
    }
    return lines
  }

  private static func place(_ text: some StringProtocol, in lines: [String]) -> Int? {
    if text == EntryArrangement.last { return lines.isEmpty ? nil : lines.count - 1 }
    guard let number = Int(String(text).filter { !$0.isWhitespace && !".)#".contains($0) }),
      lines.indices.contains(number - 1)
    else { return nil }
    return number - 1
  }

  private static func usage(of command: SlashCommand, count: Int) -> Phrase {
    let numbers: Phrase = count == 1 ? "the number 1" : "a number from 1 to \(count)"
    return switch command {
    case .change: "Write /change N OTHER WORDS, with \(numbers)."
    case .move: "Write /move N TO, such as /move \(count) 1, with numbers from 1 to \(count)."
    case .swap: "Write /swap N M, such as /swap 1 \(count), with numbers from 1 to \(count)."
    default: "Write /remove N, with \(numbers)."
    }
  }
}
