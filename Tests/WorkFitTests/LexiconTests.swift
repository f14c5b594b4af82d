import Testing
@testable import WorkFit

@Suite("the data of the reader")
struct LexiconTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try WorkFitTests.lexicon.get() }

  @Test("there are names for at least 150 things, and facets with words for both ends")
  func sizes() {
    #expect(lexicon.names.count >= 150)
    #expect(lexicon.facets.all.count == 28)
    #expect(lexicon.facets.all.allSatisfy { $0.poles.allSatisfy { !$0.words.isEmpty } })
  }

  @Test(
    "a text in another language is told, and an English one with a foreign word is not",
    arguments: [
      ("gerne mit Menschen und nicht alleine", true), ("le travail avec les enfants", true),
      ("å arbeide med barn, og ikke alene", true), ("子供と働く", true), ("работа с детьми", true),
      ("working with children in kindergarten", false), ("a smörgåsbord of tasks", false),
      ("teaching German", false), ("no overtime", false), ("C++", false), ("", false),
      ("die casting", false), ("la carte menus and fine dining", false),
    ])
  func languages(text: String, isForeign: Bool) {
    let source = SourceText(text)
    let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
    #expect(lexicon.languages.isForeign(tokens, of: source) == isForeign)
  }

  @Test(
    "a fault in a data file names the file, the place and what is wrong",
    arguments: [
      ("stem: five\ncommon: [a]\nendings: []", "common.yaml:1:7: “stem” is no number"),
      ("stem: 5\ncommon: a\nendings: []", "common.yaml:2:9: “common” is no list"),
      ("stem: 5\ncommon: [a]", "common.yaml: it has no “endings”"),
      ("stem: [", "common.yaml: it is not valid YAML"),
    ])
  func faults(yaml: String, says: String) throws {
    do throws(LexiconFault) {
      _ = try CommonWords(yaml: yaml, file: "common.yaml")
      Issue.record("no fault found")
    } catch {
      #expect(error.description.hasPrefix(says), "\(error)")
    }
  }

  @Test("every role, kind of finding and verdict has its words")
  func names() throws {
    let names = try #require(FindingNames.shipped)
    #expect(Role.allCases.allSatisfy { names.roles[$0] != nil })
    #expect(Verdict.allCases.allSatisfy { names.verdicts[$0] != nil })
    #expect(Finding.Kind.allCases.allSatisfy { names.kinds[$0] != nil })
    // In a table a sign stands before them.
    #expect((names.kinds.merging(names.unwanted) { $1 }).values.allSatisfy { $0.short.count <= 9 })
    #expect(Inflection.verb("teach").contains("taught"))
  }
}
