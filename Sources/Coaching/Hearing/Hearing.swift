import Foundation
package import Phrases

/// Tells apart what is typed where an answer is wanted: an answer, a word that is a command, a question back.
///
/// All words that it knows are data (`hearing.yaml`). It knows nothing of the question that is open; whether a
/// word could be an answer to that is for the conversation to say.
package struct Hearing: Sendable {
  /// What a line is.
  package enum Reading: Hashable, Sendable {
    case answer
    /// The name of a command, without its stroke, and what to ask where it could be an answer.
    ///
    /// The name ``staying`` stands for what changes nothing, such as “never mind”.
    case command(String, ask: Phrase)
    /// A question to the one who asks, or a sign of not understanding.
    case question
    /// A question, or an answer that is one; with what to ask.
    case perhapsQuestion(ask: Phrase)
  }

  private let commands: [String: (name: String, ask: String)]
  private let endings: Set<String>
  private let nothings: Set<String>
  private let answers: Set<String>
  private let commandsMeant: Set<String>
  private let neithers: Set<String>
  private let severals: Set<String>
  private let ones: Set<String>
  private let wholes: Set<String>
  private let beginnings: [String]
  private let asking: [String]
  private let firstWords: Set<String>
  private let mostWords: Int
  private let goOn: Set<String>
  private let padding: [String]
  private let nothingBegins: [String]
  private let skipping: String
  private let emptyBegins: [String]
  private let noAnswers: Set<String>
  private let yesOrNo: Set<String>
  private let asksYesOrNo: Set<String>
  /// What a question begins with whose mark is left out: its first words, and what may follow them.
  private let verbs, whWords: (first: Set<String>, second: Set<String>)
  private let askingBegins: [String]
  private let data: HearingData?

  /// What ships with the program.
  package static let standard = Hearing(HearingData.shipped)

  init(_ data: HearingData?) {
    self.data = data
    var commands: [String: (name: String, ask: String)] = [:]
    for (name, command) in data?.commands ?? [:] {
      for words in command.words {
        commands[Self.key(words)] = (command.does ?? name, command.ask)
      }
    }
    self.commands = commands
    endings = Self.keys(data?.end_of_list)
    nothings = Self.keys(data?.nothing_for_a_list)
    answers = Self.keys(data?.answer)
    commandsMeant = Self.keys(data?.command)
    neithers = Self.keys(data?.neither)
    severals = Self.keys(data?.several_entries)
    ones = Self.keys(data?.one_entry)
    wholes = Self.keys(data?.questions.whole)
    beginnings = ((data?.questions.begins ?? []) + (data?.questions.begins_asking ?? []))
      .map(Self.key)
    asking = (data?.questions.asks_you ?? []).map(Self.key)
    firstWords = Self.keys(data?.questions.perhaps)
    mostWords = data?.questions.most_words ?? 0
    goOn = Self.keys(data?.go_on)
    // The longest first: “ehrlich gesagt” before “ehrlich”.
    padding = (data?.padding ?? []).map(Self.key).sorted { $0.count > $1.count }
    nothingBegins = (data?.nothing_begins ?? []).map(Self.key)
    skipping = data?.commands["skip"]?.ask ?? ""
    emptyBegins = (data?.empty_begins ?? []).map(Self.key)
    noAnswers = Self.keys(data?.no_answers)
    yesOrNo = Self.keys(data?.yes_or_no)
    asksYesOrNo = Self.keys(data?.asks_yes_or_no)
    verbs = (Self.keys(data?.questions.verbs_first), Self.keys(data?.questions.verbs_second))
    whWords = (Self.keys(data?.questions.words_first), Self.keys(data?.questions.words_second))
    askingBegins = (data?.questions.perhaps_begins ?? []).map(Self.key)
  }

  /// What a line is; several lines are an answer, and so is one that begins with a space.
  package func reading(of line: String) -> Reading {
    guard line.utf8.count <= 400, !line.contains(where: \.isNewline),
      line.first?.isWhitespace != true
    else { return .answer }
    let whole = Self.key(line)
    let asks = line.reversed().first { !$0.isWhitespace } == "?"
    guard !whole.isEmpty else { return asks ? .question : .answer }
    let key = bare(whole)
    if let command = commands[whole] ?? commands[key] {
      return .command(command.name, ask: Phrase(sentence: command.ask))
    }
    if wholes.contains(whole) || wholes.contains(key) { return .question }
    let words = key.split(separator: " ")
    guard words.count <= mostWords else { return .answer }
    if beginnings.contains(where: { key == $0 || key.hasPrefix($0 + " ") }) { return .question }
    let perhaps = Reading.perhapsQuestion(ask: Phrase(sentence: data?.say.perhaps ?? ""))
    let isShort = words.count <= data?.questions.short_question ?? 0
    guard asks else { return isShort && beginsAsking(key, words) ? perhaps : .answer }
    if asking.contains(where: { " \(key) ".contains(" \($0) ") }) { return .question }
    let first = words.first.map(String.init) ?? ""
    return isShort || firstWords.contains(first) ? perhaps : .answer
  }

  /// Whether words begin as a question does whose mark is left out: “is that a trick question”.
  private func beginsAsking(_ key: String, _ words: [Substring]) -> Bool {
    if askingBegins.contains(where: { key.hasPrefix($0 + " ") }) { return true }
    guard words.count > 2 else { return false }
    let (first, second) = (String(words[0]), String(words[1]))
    return verbs.first.contains(first) && verbs.second.contains(second)
      || whWords.first.contains(first) && whWords.second.contains(second)
  }

  /// What a line at a list is, besides what ``reading(of:)`` says.
  package enum ListReading: Hashable, Sendable {
    case entry
    /// It closes the list.
    case end
    /// It says that there is nothing to put on the list; with what to ask.
    case nothing(ask: Phrase)
  }

  /// What a line is at a list.
  ///
  /// - Parameter isBegun: whether something stands on the list already.
  package func listReading(of line: String, isBegun: Bool) -> ListReading {
    guard line.utf8.count <= 120, !line.contains(where: \.isNewline) else { return .entry }
    let whole = Self.key(line)
    let key = bare(whole)
    if isBegun { return endings.contains(whole) || endings.contains(key) ? .end : .entry }
    if let rest = Self.rest(behindNothing: line, data?.nothing_first ?? []) {
      let ask = data?.say.nothing_with ?? ""
      return .nothing(ask: Phrase(sentence: ask, filling: ["rest": rest]))
    }
    let isNothing =
      nothings.contains(whole) || nothings.contains(key)
      || nothingBegins.contains { key == $0 || key.hasPrefix($0 + " ") }
    return isNothing ? .nothing(ask: Phrase(sentence: skipping)) : .entry
  }

  /// What stands behind “none,”: “I have my pension”; `nil` where a line does not begin so, or where it goes on with
  /// something after all.
  private static func rest(behindNothing line: String, _ nothings: [String]) -> String? {
    guard let comma = line.firstIndex(where: { ",;.:–—".contains($0) }),
      nothings.contains(key(String(line[..<comma])))
    else { return nil }
    let rest = line[line.index(after: comma)...].trimmingCharacters(in: .whitespaces)
    return rest.contains(where: \.isLetter) ? rest : nil
  }

  /// What to ask about a line that says nothing yet, where any words could be an answer; `nil` where it says
  /// something.
  ///
  /// - Parameters:
  ///   - question: what is asked, which a yes or a no may answer.
  ///   - hint: the form that an answer may have; what stands in it is an answer.
  ///   - isEntry: whether the line is one of a list that has others already.
  ///   - isOpen: whether any words could be an answer; else letters and numbers may well be one.
  ///   - isText: whether a few words on one line are wanted, where fewer digits are an answer by themselves.
  package func emptiness(
    of line: String, asked question: String = "", hint: String? = nil, isEntry: Bool = false,
    isOpen: Bool = true, isText: Bool = false
  ) -> Phrase? {
    guard line.utf8.count <= 200, !line.contains(where: \.isNewline),
      line.first?.isWhitespace != true
    else { return nil }
    let whole = Self.key(line)
    let key = bare(whole)
    guard !names(whole, in: hint), line.contains(where: { !$0.isWhitespace }) else { return nil }
    let isNothing =
      whole.isEmpty || noAnswers.contains(whole) || noAnswers.contains(key)
      || isOpen && whole.allSatisfy { $0.isNumber || $0.isPunctuation || $0.isWhitespace }
        && whole.count(where: \.isNumber) < fewestFigures(ofText: isText)
      || isOpen && (yesOrNo.contains(whole) || yesOrNo.contains(key)) && !takesYesOrNo(question)
      || key.split(separator: " ").count <= data?.most_empty_words ?? 0
        && emptyBegins.contains { key == $0 || key.hasPrefix($0 + " ") }
    guard isNothing else { return nil }
    guard isOpen else { return leaveOpen }
    return Phrase(sentence: isEntry ? data?.say.entry ?? "" : skipping)
  }

  /// How many digits are an answer by themselves: those of a year, whatever was asked.
  private func fewestFigures(ofText isText: Bool) -> Int {
    (isText ? data?.fewest_figures_of_text : data?.fewest_figures) ?? .max
  }

  /// Whether somebody says that they have no answer.
  package func saysThereIsNone(_ line: String) -> Bool {
    noAnswers.contains(Self.key(line)) || noAnswers.contains(bare(Self.key(line)))
  }

  /// What is asked about a line that may be no answer, where one is needed.
  package var needed: Phrase { Phrase(sentence: data?.say.needed ?? "") }

  /// Whether a hint has the words of an answer in it, as “a sentence, or nothing” has.
  private func names(_ key: String, in hint: String?) -> Bool {
    guard let hint, key.contains(where: \.isLetter), key.count > 1 else { return false }
    return " \(Self.key(hint)) ".contains(" \(key) ")
  }

  /// Whether a yes or a no answers the last sentence of a question.
  private func takesYesOrNo(_ question: String) -> Bool {
    let sentence = question.split { ".!?:".contains($0) }.last { $0.contains(where: \.isLetter) }
    let first = sentence?.split(whereSeparator: \.isWhitespace).first.map { Self.key(String($0)) }
    return first.map(asksYesOrNo.contains) ?? false
  }

  /// Whether a line says that the one before it was meant as an answer.
  package func saysItWasAnAnswer(_ line: String) -> Bool { answers.contains(Self.key(line)) }

  /// Whether a line says that the one before it was meant as the command.
  package func saysItWasACommand(_ line: String) -> Bool { commandsMeant.contains(Self.key(line)) }

  /// Whether a line says that the one before it was meant neither as the command nor as an answer.
  package func saysItWasNeither(_ line: String) -> Bool { neithers.contains(Self.key(line)) }

  /// Whether a line says that the one before it was several entries, as was offered.
  package func saysItWasSeveral(_ line: String) -> Bool {
    severals.contains(Self.key(line)) || saysItWasACommand(line)
  }

  /// Whether a line says that the one before it was one entry.
  package func saysItWasOne(_ line: String) -> Bool { ones.contains(Self.key(line)) }

  /// Whether a line begins as one does that says what the one before it was meant as.
  package func beginsReply(_ line: String) -> Bool {
    let key = Self.key(line)
    guard !key.isEmpty else { return false }
    return [answers, commandsMeant, neithers].contains { $0.contains { $0.hasPrefix(key) } }
  }

  /// Whether a line at home says to go on with what is offered, as an empty one does.
  package func saysToGoOn(_ line: String) -> Bool { goOn.contains(Self.key(line)) }

  /// The name of what changes nothing and leaves the question open.
  package static let staying = "stay"

  /// What is said then.
  package var stays: Phrase { Phrase(sentence: data?.say.stays ?? "") }

  /// What is said where a line is no entry of the list after all.
  package var leftOut: Phrase { Phrase(sentence: data?.say.left_out ?? "") }

  /// What is asked where somebody has nothing more to say at a list that has entries.
  package var listEnd: Phrase { Phrase(sentence: data?.say.list_end ?? "") }

  /// What is asked where nothing that could be taken was said.
  package var leaveOpen: Phrase { Phrase(sentence: data?.say.leave_open ?? "") }

  /// What is asked about a command that was typed without its stroke.
  package var perhapsCommand: Phrase { Phrase(sentence: data?.say.perhaps_command ?? "") }

  /// A command with the number that it takes, typed without its stroke, such as “why 2”; `nil` where a line is
  /// none.
  package func numberedCommand(in line: String) -> (name: String, argument: String)? {
    guard line.utf8.count <= 400, !line.contains(where: \.isNewline) else { return nil }
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, data?.numbered_commands.contains(words[0].lowercased()) == true,
      words[1].prefixMatch(of: /[0-9]{1,4}(?:\s|$)/) != nil
    else { return nil }
    return (words[0].lowercased(), words[1])
  }

  /// The sign that a word stands for, such as “minus”.
  package func sign(_ word: String) -> String? { data?.signs[Self.key(word)] }

  /// What is asked at a follow-up of a list where an entry of the list is to be changed.
  package var toList: Phrase { Phrase(sentence: data?.say.to_list ?? "") }

  /// What is asked where a line is the name of a script.
  package func perhapsScript(_ title: String) -> Phrase {
    Phrase(sentence: data?.say.perhaps_script ?? "", filling: ["title": title])
  }

  /// What is asked at home where somebody speaks of what a script is about.
  package func toScript(_ title: String) -> Phrase {
    Phrase(sentence: data?.say.to_script ?? "", filling: ["title": title])
  }

  /// The script that somebody at home speaks of: “I talked to Reza yesterday”; `nil` where they speak of none.
  package func script(spokenOf line: String) -> String? {
    guard line.utf8.count <= 400 else { return nil }
    let key = " \(Self.key(line)) "
    return data?.home_begins.sorted { $0.key < $1.key }.first { _, sayings in
      sayings.contains { key.contains(" \($0) ") }
    }?.key
  }

  /// Whether a line at home asks where one stands.
  package func asksWhereOneStands(_ line: String) -> Bool {
    (data?.where_one_stands ?? []).contains(Self.key(line))
  }

  /// What is said to somebody who meant neither a command nor an answer.
  package var neither: Phrase { Phrase(sentence: data?.say.neither ?? "") }

  /// What is said to somebody who asks back, sentence by sentence.
  ///
  /// - Parameters:
  ///   - question: the question that is open.
  ///   - hint: the form that an answer may have.
  ///   - why: why it is asked.
  package func explanation(
    of question: String, hint: String?, why: String?, in words: PhraseBook = .english
  ) -> [String] {
    guard let say = data?.say else { return [question] }
    func filled(_ sentence: String, _ place: String, _ text: String) -> String {
      words.sentence(sentence).replacingOccurrences(of: place, with: text)
    }
    var sentences = [filled(say.asking, "{question}", question)]
    if let hint { sentences.append(filled(say.hint, "{hint}", hint)) }
    if let why { sentences.append(filled(say.why, "{why}", why)) }
    return sentences + [words.sentence(say.open)]
  }

  /// How what was heard as a question can be given as an answer all the same.
  package var wasAnswer: Phrase { Phrase(sentence: data?.say.was_answer ?? "") }

  /// A key without the words around it that take nothing away, such as “well” and “to be honest”; the key itself
  /// where it is nothing else.
  private func bare(_ key: String) -> String {
    var bare = key[...]
    while let word = padding.first(where: { bare.hasPrefix($0 + " ") }) {
      bare = bare.dropFirst(word.count + 1)
    }
    while let word = padding.first(where: { bare.hasSuffix(" " + $0) }) {
      bare = bare.dropLast(word.count + 1)
    }
    return String(bare)
  }

  private static func keys(_ texts: [String]?) -> Set<String> { Set((texts ?? []).map(key)) }

  /// A text without case, and without the signs around and between its words; a sign alone stays.
  static func key(_ text: String) -> String {
    let plain = text.lowercased().replacingOccurrences(of: "’", with: "'")
    let words = plain.split { $0.isWhitespace || ",;:!…\"“”".contains($0) }
    let bare = words.map { word in
      word.trimmingCharacters(in: CharacterSet(charactersIn: ".?()"))
    }.filter { !$0.isEmpty }
    if bare.isEmpty, [".", "-"].contains(plain.trimmingCharacters(in: .whitespaces)) {
      return plain.trimmingCharacters(in: .whitespaces)
    }
    return bare.joined(separator: " ")
  }
}
