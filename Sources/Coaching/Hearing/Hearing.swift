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
  private let wholes: Set<String>
  private let beginnings: [String]
  private let asking: [String]
  private let firstWords: Set<String>
  private let mostWords: Int
  private let goOn: Set<String>
  private let padding: [String]
  private let nothingBegins: [String]
  private let skipping: String
  private let data: HearingData?

  /// What ships with the program.
  package static let standard = Hearing(HearingData.shipped)

  init(_ data: HearingData?) {
    self.data = data
    var commands: [String: (name: String, ask: String)] = [:]
    for (name, command) in data?.commands ?? [:] {
      for words in command.words { commands[Self.key(words)] = (name, command.ask) }
    }
    self.commands = commands
    endings = Self.keys(data?.end_of_list)
    nothings = Self.keys(data?.nothing_for_a_list)
    answers = Self.keys(data?.answer)
    commandsMeant = Self.keys(data?.command)
    neithers = Self.keys(data?.neither)
    wholes = Self.keys(data?.questions.whole)
    beginnings = (data?.questions.begins ?? []).map(Self.key)
    asking = (data?.questions.asks_you ?? []).map(Self.key)
    firstWords = Self.keys(data?.questions.perhaps)
    mostWords = data?.questions.most_words ?? 0
    goOn = Self.keys(data?.go_on)
    padding = (data?.padding ?? []).map(Self.key)
    nothingBegins = (data?.nothing_begins ?? []).map(Self.key)
    skipping = data?.commands["skip"]?.ask ?? ""
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
    guard asks else { return .answer }
    if asking.contains(where: { " \(key) ".contains(" \($0) ") }) { return .question }
    let first = words.first.map(String.init) ?? ""
    return firstWords.contains(first)
      ? .perhapsQuestion(ask: Phrase(sentence: data?.say.perhaps ?? "")) : .answer
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
    let isNothing =
      nothings.contains(whole) || nothings.contains(key)
      || nothingBegins.contains { key == $0 || key.hasPrefix($0 + " ") }
    return isNothing ? .nothing(ask: Phrase(sentence: skipping)) : .entry
  }

  /// Whether a line says that the one before it was meant as an answer.
  package func saysItWasAnAnswer(_ line: String) -> Bool { answers.contains(Self.key(line)) }

  /// Whether a line says that the one before it was meant as the command.
  package func saysItWasACommand(_ line: String) -> Bool { commandsMeant.contains(Self.key(line)) }

  /// Whether a line says that the one before it was meant neither as the command nor as an answer.
  package func saysItWasNeither(_ line: String) -> Bool { neithers.contains(Self.key(line)) }

  /// Whether a line at home says to go on with what is offered, as an empty one does.
  package func saysToGoOn(_ line: String) -> Bool { goOn.contains(Self.key(line)) }

  /// What is said then.
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
