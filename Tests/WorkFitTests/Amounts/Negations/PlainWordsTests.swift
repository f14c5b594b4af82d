import Testing
@testable import WorkFit

@Suite("negations in plain words")
struct PlainWordsTests {
  @Test(
    "what is seldom written, or has lost a blank or an apostrophe, is read in plain words",
    arguments: [
      ("You shan't manage people.", "You will not manage people."),
      ("Shan’t travel", "Will not travel"), ("You shant travel.", "You will not travel."),
      ("You ain't gonna travel.", "You are not going to travel."),
      ("You darent ask.", "You dare not ask."), ("w/o travel", "without travel"),
      ("Sans travel", "Without travel"), ("You willnot travel.", "You will not travel."),
      ("Travel is notrequired.", "Travel is not required."),
      ("You will n o t travel.", "You will not travel."),
      ("At no point will you travel.", "Never will you travel."),
      ("Nil travel", "No travel"),
    ])
  func plain(written: String, read: String) {
    #expect(PlainWords.text(written) == read)
    #expect(words(of: written) == words(of: read))
  }

  @Test(
    "other words stay as they are",
    arguments: [
      "You cannot travel.", "Tie a knot.", "As is her wont, she sings.", "Take note.",
      "The innkeeper’s tenant", "You won’t travel.", "A cannot-fail plan", "Notary",
    ])
  func others(text: String) { #expect(PlainWords.text(text) == text) }

  @Test("words that stand for others keep their place in the text")
  func ranges() {
    let source = SourceText("You shan't, at no point, travel.")
    let tokens = PlainWords.tokens(Tokenizer.tokens(of: source, in: 0..<source.bytes.count))
    #expect(tokens.map(\.word) == ["you", "will", "not", "never", "travel"])
    #expect(
      tokens.map { source.text(in: $0.range) } == ["You", "shan't", "", "at no point", "travel"])
    #expect(tokens.map(\.isParted) == [false, false, false, true, true])
  }

  @Test("the words that ship are all there")
  func shipped() {
    let words = NegationWords.shipped
    #expect(words.plain?.items.isEmpty == false)
    #expect(
      [
        words.lineEnds, words.words, words.auxiliaries, words.behindNot, words.lists,
        words.alternatives,
        words.joining, words.light, words.turns, words.times,
      ].allSatisfy { !$0.isEmpty })
  }

  @Test(
    "a negation is whole however a text was coded",
    arguments: [
      ("You=20will=20not=20manage=20people.", "You will not manage people."),
      ("You will no-\nt manage people.", "You will not manage people."),
      ("You won'-\nt manage people.", "You won't manage people."),
      ("You won-\n’t manage people.", "You won’t manage people."),
    ])
  func decoded(text: String, read: String) {
    let words = TextAsRead(text).text.split(whereSeparator: \.isWhitespace)
    #expect(words.joined(separator: " ") == read)
  }

  private func words(of text: String) -> [String] {
    let source = SourceText(text)
    return PlainWords.tokens(Tokenizer.tokens(of: source, in: 0..<source.bytes.count)).map(\.word)
  }
}
