import ControlSequences
import Foundation
import Journal
import LineEditor
import QuestionFlow
import SafeOutput
import WorkFit

/// Noise for every parser: postings, amounts, profiles, scripts, expressions, answers of each kind, imports,
/// keys, and Escape before punctuation.
///
/// What is cheap to read comes more often. A quote that begins or ends inside a character counts as lost.
struct ParserFuzz: CaseMeasure {
  private static let posting = """
    Head of Data\r
    About the role
    You won't travel; you'll build the tools the team uses, in long stretches of quiet work.
    • Manage up to eight engineers   • 60.000 a year, three days in the office
    We offer: a pension, 25 days&rsquo; leave, state-of-the-
    art equipment.
    """
  private static let profile = """
    energizers:
      - {text: long stretches of quiet work, weight: 0.8}
      - "mending what is broken"
    drains: [meetings]
    deal_breakers:
      - managing people
    """
  static let script = """
    script: all
    title: {en: All kinds, de: Alle}
    items:
      - {id: t, ask: T?, answer: text, probe: [{if: words(t) < 3, ask: "More on “{t}”?"}]}
      - {id: lt, ask: L?, answer: long text}
      - {id: n, ask: N?, answer: number 0..20}
      - {id: d, ask: D?, answer: date}
      - {id: yn, ask: Y?, answer: yes or no}
      - {id: c, ask: C?, answer: choice, choices: [red, green, blue]}
      - {id: cs, ask: Cs?, answer: choices, choices: [5, 4, 3, 2, 1]}
      - {id: s, ask: S?, answer: scale 1..5}
      - {id: l, ask: L?, answer: list, between: 1..4}
      - for each: l
        as: e
        items:
          - {id: ryn, ask: "Y {e}?", answer: yes or no}
          - {id: rt, when: ryn, ask: "T {e}?", answer: text}
      - {id: r, ask: R?, answer: rank l}
      - {id: p, ask: P?, answer: person}
      - {id: po, ask: Po?, answer: posting}
    """
  private static let answers = [
    "1, two 3 next tuesday 2027-03-01 yes", "22.11.26", "1,000", "0,750", "3 1 2", "no idea",
    "C\nC++\nC#",
    "Rosa: met at the fair", "in three weeks", "red, blue", "a team of 1,000 people",
  ]
  private static let expressions = [
    "n > 3 and not yn", "any(l, ryn) or count(l) >= 2", "c in ['red', 'blue']",
    "words(t) < 12 and answered(d)", "d < 2027-03-01 or vague(t)", "none(l, rt = 'x')",
  ]
  private static let export = """
    {"format":"nextmove-export","version":1,"sessions":[{"id":1,"name":null,"started":1800000000.5,
    "drafts":{"a/x":"half"},"events":[{"sequence":1,"kind":"opened","at":1800000001,"payload":
    {"digest":"ab","script":"a"}},{"sequence":2,"kind":"x","at":2,"payload":[1,"\\u00e9",null]}]}],
    "texts":[{"digest":"ab","kind":"script","content":"script: a\\n"}]}
    """

  private static let amounts = [
    "at least £45,000 a year, 60.000 gross", "no more than two trips a quarter, 25% travel",
    "37.5 hours a week, three days from home", "one weekend in six, 1,500.00 a month",
    "within 90 miles of Tulsa, an hour from Leeds", "25 days' holiday and no on-call",
  ]

  private let lexicon: Lexicon
  private let journal: Journal
  private let items: [Item]
  private let surroundings = AnswerKind.Surroundings(
    today: .first,
    offered: ["one", "two"].enumerated().map {
      AnswerKind.Option(id: ElementID($0.offset + 1), label: Wording($0.element))
    })

  init(folder: URL) throws {
    lexicon = try Lexicon()
    journal = try Journal(at: folder.appendingPathComponent("home/nextmove.sqlite"))
    items = try Script(yaml: Self.script, file: "all.yaml").items
  }

  mutating func run(_ number: Int, _ random: inout SeededRandom) throws -> CaseOutcome {
    switch number % 32 {
    case 0, 1: return read(Noise.bytes(Self.posting, &random))
    case 2, 3, 4: _ = try? Profile(yaml: Noise.damaged(Self.profile, &random), file: "p.yaml")
    case 5: script(Noise.damaged(Self.script, &random))
    case 6, 7: expression(&random)
    case 8: try take(Noise.damaged(Self.export, &random))
    case 9...15: answer(&random)
    case 16: try compare(&random)
    case 17...22: return keys(Noise.keys(&random))
    case 23...27: return punctuation(number, &random)
    default: show(Noise.damaged(Self.posting, &random))
    }
    return CaseOutcome()
  }

  // MARK: - Parsers

  private func read(_ bytes: [UInt8]) -> CaseOutcome {
    guard let text = TextAsRead(bytes: bytes) else { return CaseOutcome() }
    let posting = Posting(text, lexicon: lexicon)
    var outcome = CaseOutcome()
    for clause in posting.clauses {
      let quote = posting.quote(clause)
      // A torn character would come back as another, of other bytes.
      if !Array(quote.text.utf8).elementsEqual(posting.source.bytes[quote.range]) {
        outcome.lost += 1
      }
    }
    return outcome
  }

  /// Amounts on both sides.
  private func compare(_ random: inout SeededRandom) throws {
    let line = Noise.damaged(Self.amounts.randomElement(using: &random) ?? "", &random)
    let said = Noise.damaged(Self.amounts.randomElement(using: &random) ?? "", &random)
    let role = Role.allCases.randomElement(using: &random) ?? .mustHave
    let check = FitCheck(lexicon: lexicon, reader: SilentReading())
    _ = try check.check(
      "Head Gardener\n\(line)",
      against: Profile(statements: [Statement(role: role, text: said, rank: 1)]))
  }

  private func script(_ yaml: String) {
    for fault in Script.check(yaml: yaml, file: "f.yaml") { _ = fault.description }
  }

  private func expression(_ random: inout SeededRandom) {
    let expression = Noise.damaged(Self.expressions.randomElement(using: &random) ?? "", &random)
    let quoted = expression.replacing("'", with: "''").replacing("\n", with: " ")
    let yaml = """
      script: e
      title: E
      items:
        - {id: t, ask: T?, answer: text}
        - {id: n, ask: N?, answer: number 0..20}
        - {id: d, ask: D?, answer: date}
        - {id: yn, ask: Y?, answer: yes or no}
        - {id: c, ask: C?, answer: choice, choices: [red, green, blue]}
        - id: last
          ask: Last?
          answer: text
          when: '\(quoted)'
      """
    _ = try? Script(yaml: yaml, file: "e.yaml")
  }

  private func answer(_ random: inout SeededRandom) {
    let typed = Noise.damaged(Self.answers.randomElement(using: &random) ?? "", &random)
    for item in items { _ = try? item.kind.parse(typed, in: surroundings) }
  }

  private func take(_ export: String) throws {
    var rest = Data(export.utf8)[...]
    do {
      _ = try journal.restore { most in
        let piece = rest.prefix(min(most, 64))
        rest = rest.dropFirst(piece.count)
        return Data(piece)
      }
    } catch is ImportFault {
    } catch is JournalError {
    }
  }

  private func keys(_ bytes: [UInt8]) -> CaseOutcome {
    var rest = bytes[...]
    var outcome = CaseOutcome()
    while !rest.isEmpty {
      guard case .element(let element, let length) = ControlScanner.step(rest) else { break }
      _ = Key(element)
      // A step that does not advance would go on for ever.
      guard length > 0, length <= rest.count else {
        outcome.lost += 1
        break
      }
      rest = rest.dropFirst(length)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    _ = text.withoutControlSequences
    show(text)
    return outcome
  }

  /// Escape before every character of U+2000–206F in turn, and a few around it.
  private func punctuation(_ number: Int, _ random: inout SeededRandom) -> CaseOutcome {
    let scalar = Unicode.Scalar(0x1FF0 + UInt32(number % 0x90)) ?? " "
    let text =
      "\u{1B}\(scalar)" + (Bool.random(using: &random) ? Noise.damaged("[1;5D quiet", &random) : "")
    _ = keys(Array(text.utf8))
    for item in items { _ = try? item.kind.parse(text, in: surroundings) }
    return read(Array(text.utf8))
  }

  private func show(_ text: String) {
    _ = Sanitizer.text(text)
    _ = Sanitizer.json(text)
    _ = DisplayWidth.columns(Sanitizer.line(text))
  }
}
