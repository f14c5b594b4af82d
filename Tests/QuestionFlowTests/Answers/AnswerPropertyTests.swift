import Foundation
import Testing

@testable import QuestionFlow

/// Answers put together at random; `NEXTMOVE_FUZZ=100000` tries more.
@Suite("whatever is typed, an answer that is taken is the one that was meant")
struct AnswerPropertyTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["NEXTMOVE_FUZZ"].flatMap { Int($0) } ?? 600

  private static let pieces = [
    "1", "2", "3", "26", "2026", "000", "12", "007", "0", "9999999999999999999", ",", ".", " ", "-",
    "/", "\n", "\r\n", ";", "'", "e", "k", "½", "٣", "三", "²", "−", "–", "+", "%", "$", "C++", "C#",
    "c", "yes", "no", "but", "next ", "tuesday", "Nov", "march ", "in ", "weeks", "today", "Paris",
    "Texas", "- ", "1. ", "2) ", "(", "“", "”", "🙂", "👨‍👩‍👧", "e\u{301}", "\u{200F}", "\u{0}",
    "\u{1B}[2J",
    "日本", "clocks", "quiet", "then ", ">", "\u{A0}", "٫", "٬", "ſ", "İ", "#", "\u{FEFF}",
  ]

  private static func text(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...7, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static let elements = ["clocks", "Paris, Texas", "C", "C++", "2"].enumerated().map {
    AnswerKind.Option(id: ElementID($0.offset + 1), label: Wording($0.element))
  }
  private static let options = ["5", "Paris, Texas", "C", "C++", "C#", "quiet", "2 years"].map {
    AnswerKind.Option(id: .option("id of \($0)"), label: Wording($0))
  }
  private static let open = Offer(
    .options(options.map { Offer.ScriptOption(option: $0, when: nil, score: nil) }),
    other: Wording("Something else"), none: Wording("None of these"))
  private static let kinds: [AnswerKind] = [
    .text(TextAnswer()), .longText, .number(NumberAnswer()), .number(NumberAnswer(1...5000)),
    .date, .yesOrNo, .choice(ChoiceAnswer(Offer(options: options))),
    .choices(ChoicesAnswer(Offer(options: options))), .choice(ChoiceAnswer(open)),
    .choices(ChoicesAnswer(open, bounds: 2...3)),
    .scale(ScaleAnswer(range: -2...5, labels: [1: Wording("hardly"), 5: Wording("quiet")])),
    .list(ListAnswer(bounds: nil)), .list(ListAnswer(bounds: 2...4)),
    .rank(RankAnswer(Offer(.elements(of: ItemID("things"))))),
    .rank(RankAnswer(Offer(.elements(of: ItemID("things"))), top: 2)),
    .person, .posting,
  ]

  private func surroundings(_ kind: AnswerKind) -> AnswerKind.Surroundings {
    let offered: [AnswerKind.Option] =
      switch kind {
      case .choice(let rules): Self.options + rules.offer.last
      case .choices(let rules): Self.options + rules.offer.last
      default: Self.elements
      }
    return AnswerKind.Surroundings(today: Scenario.today, offered: offered)
  }

  /// The form in which an answer is kept, to be typed again.
  private func typed(_ answer: Answer, _ kind: AnswerKind) -> String {
    let offered = surroundings(kind).offered
    func label(_ id: ElementID) -> String? { offered.first { $0.id == id }?.label.text() }
    switch answer {
    case .list(let elements): return elements.map { "- \($0.text)" }.joined(separator: "\n")
    case .person(let person):
      return [person.name, person.note].compactMap(\.self).joined(separator: ", ")
    case .choice(_, let other?): return "Something else: \(other)"
    case .choices(let ids, let other?):
      return (ids.filter { $0 != .other }.compactMap(label) + ["Something else: \(other)"])
        .joined(separator: ", ")
    default:
      let words = AnswerWords(language: "en", text: label, plain: label)
      return kind.rules.spoken(answer, in: words) ?? ""
    }
  }

  @Test("what is taken reads the same when it is typed as it is kept, and each reading is one")
  func roundTrip() throws {
    var random = SeededRandom(seed: 17)
    var (taken, refused) = (0, 0)
    for _ in 0..<Self.rounds {
      let text = Self.text(&random)
      for kind in Self.kinds {
        do {
          let response = try kind.parse(text, in: surroundings(kind))
          taken += 1
          let again = try? kind.parse(typed(response, kind), in: surroundings(kind))
          #expect(again == response, "\(kind.name): \(text.debugDescription)")
        } catch {
          refused += 1
          #expect(!error.description.isEmpty)
          for reading in error.readings {
            let again = refusalReadings(reading.typed, kind)
            #expect(again.isEmpty, "\(kind.name): \(text.debugDescription) → \(reading.typed)")
          }
        }
      }
    }
    #expect(taken > 0 && refused > 0)
  }

  private func refusalReadings(_ typed: String, _ kind: AnswerKind) -> [Reading] {
    do throws(Rejection) {
      _ = try kind.parse(typed, in: surroundings(kind))
      return []
    } catch {
      // A reading out of range is one all the same.
      if case .beyond = error.reason { return [] }
      return error.readings
    }
  }

  @Test("no list loses a line, and no line of it is bent")
  func listsKeepTheirLines() throws {
    var random = SeededRandom(seed: 23)
    let list = ListAnswer(bounds: nil)
    for _ in 0..<Self.rounds {
      let lines = (0..<Int.random(in: 2...5, using: &random)).map { _ in
        Self.text(&random).filter { !$0.isNewline }.trimmingWhitespace()
      }.filter { !$0.isEmpty && ListLine.lines(of: $0).first?.text == $0 }
      guard lines.count > 1, let entries = try? list.entries(lines.joined(separator: "\n")) else {
        continue
      }
      #expect(Set(entries) == Set(lines))
    }
  }

  @Test("an answer of a hundred thousand signs is taken or refused, whatever its kind")
  func huge() throws {
    for piece in ["9", "1,", "a ", "- a\n", "/", "(", "yes ", "2 ", "½"] {
      let text = String(repeating: piece, count: 50_000)
      for kind in Self.kinds {
        do {
          let taken = try kind.parse(text, in: surroundings(kind))
          #expect(try kind.parse(typed(taken, kind), in: surroundings(kind)) == taken)
        } catch {
          #expect(error.description.count < 1_000, "\(kind.name)")
        }
      }
    }
  }
}
