import Foundation
import Testing
import Yams

@testable import Phrases

/// Every sentence that is said is in the German file, and the file has none that is not.
@Suite("German is complete")
struct CompletenessTests {
  fileprivate static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  /// By the name of the file, the literals of all files that know of phrases.
  private static let literals: [(file: String, literals: [SwiftLiterals.Literal])] = {
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    return (files?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" && !$0.path.contains("nextmove-bench") }
      .sorted { $0.path < $1.path }
      .compactMap { url in
        guard let text = try? String(contentsOf: url, encoding: .utf8),
          text.contains("import Phrases") || url.path.contains("/Sources/Phrases/")
            || text.contains("import ArgumentParser")
        else { return nil }
        return (url.lastPathComponent, SwiftLiterals.all(in: text))
      }
  }()

  private static let german = Dictionary(
    (PhraseFile.shipped("de")?.sections ?? []).flatMap(\.entries)
      .map { ($0.english, $0.translation) },
    uniquingKeysWith: { first, _ in first })

  /// What looks like a sentence and is none: SQL, names, and what authors of scripts are told.
  private static let besides = [
    "usage:", "debugDescription:", "sql:", "AnswerSpelling(pattern:", "pattern:", "example:",
    "Fault(description:", "fault(", "LexiconFault(file: file, message:", "problem.contains(",
  ]
  private static let unsaid: Set<String> = [
    "{1} AND seq BETWEEN ? AND ? ORDER BY seq", "{1} AND seq = ?",
    "{1} AND seq <= ? ORDER BY seq DESC LIMIT 1", " and more",
    "PRODID:-//nextmove//round of conversations//EN", "{1}people edit {2} --status {3}",
    "take over",
    "it is not compiled in", "the line has more than two million bytes",
    "this is no JSON object with “id” and “text”", "long text", "= the end", "a first dialogue",
    "# Answers made up by nextmove; put your own in their place, and run --update again.",
    "# Nothing made up was taken here; put an answer of your own in the place of /skip.",
    "{1}:{2}: the script needs an answer “{3}” to begin, and “{4}” gives none; write “given {5}: …” below this line",
    "{1}:{2}: “given {3}” stands at the beginning of its dialogue, below the line with “==”",
    "the script uses no answer “{1}”; did you mean “{2}”?",
    "the script uses no answers of others, so “given {1}” says nothing; take the line out",
    "the script uses no answer “{1}”; those that it uses are {2}",
    "“{1}” is no answer that “{2}” can have",
    "“{1}” is none of the options of “{2}”; did you mean “{3}”?",
    "“{1}” is none of the options of “{2}”: {3}",
    "let's talk about you", "    tires: true",
    "{\"error\":\"the line could not be answered\",\"line\":{1}}", "'next Monday'", "'next week'",
    "A title",
    "is not", "(?<![\\w.(,]|, )(?:not\\s+)?\\b",
    // What ArgumentParser says, to be known by.
    "Missing required subcommand.", "Can't autodetect a supported shell.",
    // Keys of scripts, and what stands in a corrected line.
    "for each", "at least", "at most", "from number", "A heading", "What else?",
    "What would help them.", "What would you like to ask?", "script: my_script", "title: A title",
    "total = sum(LIST, NUMBER)", "rank top {1}", "rank top {1} of {2}",
    "not (element in {1})", "element in {1}", "not answered(last.{1})", "years({1}, today)",
    "{that: {1} >= {2} and {3} <= {4}, say: {5}}", "words of a date", "last time",
    "rank top {1}{2}", "entry in braces", "items in braces", "words of a check",
    "{1}choices: [one, another]", "{1}    {2}: What would help them.",
    "{1}ask: {en: \"…\", {2}: {3}}", "{label: {1}, when: {2}}", #"(?<![\w.(,]|, )\b"#,
  ]

  private static func isSentence(_ literal: SwiftLiterals.Literal) -> Bool {
    let bare = literal.key.replacing(/\{[0-9]+\}/, with: "")
    let words = bare.split(separator: " ").filter { $0.contains { $0.isLetter } }
    guard words.count >= 2, !unsaid.contains(literal.key) else { return false }
    // What is laid out over lines is help, SQL or a page.
    // What a kind of answer is to authors, in the schema of scripts.
    if literal.before.contains(/example: "[^"]*",\s*help:$/) { return false }
    return !literal.key.contains("\n") && !literal.key.hasPrefix("SELECT ")
      && !besides.contains { literal.before.hasSuffix($0) }
  }

  @Test("every sentence in the code has a German one")
  func code() {
    let missing = Self.literals.flatMap { file, literals in
      literals.filter { Self.isSentence($0) && Self.german[$0.key] == nil }
        .map { "\(file):\($0.line): \($0.key)" }
    }
    #expect(missing == [])
  }

  @Test("every sentence of a data file has a German one", arguments: Data.all)
  func data(_ data: Data) throws {
    let sentences = try data.sentences()
    #expect(!sentences.isEmpty)
    #expect(sentences.filter { Self.german[$0] == nil } == [])
  }

  /// What ArgumentParser says in every help.
  private static let ofTheLibrary: Set<String> = [
    "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Show the version.", "Show help information.",
    "Show subcommand help information.",
  ]

  @Test("no sentence has a German one that is never said")
  func unused() throws {
    var said = Set(Self.literals.flatMap(\.literals).map(\.key)).union(Self.ofTheLibrary)
    for data in Data.all { said.formUnion(try data.sentences()) }
    // In a table the names of findings stand behind a sign.
    said.formUnion(said.flatMap { ["+ \($0)", "− \($0)", "± \($0)"] })
    for command in ["", " people", " round", " forget", " script"] {
      said.insert("See 'nextmove help\(command) <subcommand>' for detailed help.")
    }
    #expect(Self.german.keys.filter { !said.contains($0) }.sorted() == [])
  }

  @Test("every German sentence says something, with the places of the English one")
  func places() {
    for (english, german) in Self.german {
      #expect(!german.isEmpty, "\(english)")
      #expect(PhraseFile.places(of: german) == PhraseFile.places(of: english), "\(english)")
    }
  }

  /// A data file with sentences, and where in it they are.
  struct Data: Sendable, CustomTestStringConvertible {
    let file: String
    /// Names of what holds sentences, at any depth; everything where there are none.
    let keys: Set<String>
    /// What lies below these is no sentence.
    var without: Set<String> = []

    var testDescription: String { file }

    static let all = [
      Data(file: "WorkFit/Lexicon/wordings.yaml", keys: [], without: ["units"]),
      Data(file: "WorkFit/Lexicon/findings.yaml", keys: []),
      Data(file: "WorkFit/Lexicon/facets.yaml", keys: ["name", "ask"]),
      Data(file: "WorkFit/Lexicon/shine.yaml", keys: ["name"], without: ["cues", "pulls"]),
      Data(
        file: "QuestionFlow/Data/vague.yaml", keys: ["reason", "empty_reason", "judged_reason"]),
      Data(file: "QuestionFlow/Data/patterns.yaml", keys: ["hint", "refusal"]),
      Data(
        file: "QuestionFlow/Data/mistakes.yaml", keys: ["advice", "say"], without: ["keys"]),
      Data(file: "Coaching/Data/hearing.yaml", keys: ["ask", "say"]),
      Data(file: "Coaching/Data/questions.yaml", keys: ["ask"]),
    ]

    func sentences() throws -> [String] {
      let text = try String(
        contentsOf: CompletenessTests.sources.appendingPathComponent(file), encoding: .utf8)
      return sentences(in: try #require(try Yams.compose(yaml: text)), isSaid: keys.isEmpty)
    }

    private func sentences(in node: Node, isSaid: Bool) -> [String] {
      switch node {
      case .scalar(let scalar): isSaid ? [scalar.string] : []
      case .sequence(let sequence): sequence.flatMap { sentences(in: $0, isSaid: isSaid) }
      case .mapping(let mapping):
        mapping.flatMap { key, value -> [String] in
          let name = key.scalar?.string ?? ""
          guard !without.contains(name) else { return [] }
          return sentences(in: value, isSaid: isSaid || keys.contains(name))
        }
      case .alias: []
      }
    }
  }
}
