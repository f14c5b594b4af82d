import Foundation
import Testing

@testable import QuestionFlow

/// Answers put together at random; `NEXTMOVE_FUZZ=100000` tries more.
@Suite("whatever is typed, an answer that is taken is the one that was meant")
struct AnswerPropertyTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["NEXTMOVE_FUZZ"].flatMap { Int($0) } ?? 2000

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
    Element(id: ElementID($0.offset + 1), text: $0.element)
  }
  private static let surroundings = AnswerKind.Surroundings(
    today: Scenario.today, elements: elements)
  private static let options = ["5", "Paris, Texas", "C", "C++", "C#", "quiet", "2 years"].map {
    AnswerKind.Option(id: "id of \($0)", label: Wording($0))
  }
  private static let kinds: [AnswerKind] = [
    .text, .longText, .number(nil), .number(1...5000), .date, .yesOrNo, .choice(options),
    .choices(options),
    .scale(ScaleAnswer(range: -2...5, labels: [1: Wording("hardly"), 5: Wording("quiet")])),
    .list(ListAnswer(bounds: nil)), .list(ListAnswer(bounds: 2...4)), .rank(ItemID("things")),
    .person, .posting,
  ]

  /// The form in which an answer is kept, to be typed again.
  private func typed(_ response: Response, _ kind: AnswerKind) -> String {
    switch (kind, response) {
    case (_, .text(let text)), (_, .posting(let text)): text
    case (_, .number(let number)): NumberAnswer.spoken(number)
    case (_, .date(let date)): date.description
    case (_, .yesOrNo(let truth)): YesOrNoAnswer.spoken(truth)
    case (.choice(let options), .choice(let id)):
      ChoiceAnswer.spoken(id, among: options, language: "en")
    case (.choices(let options), .choices(let ids)):
      ChoicesAnswer.spoken(ids, among: options, language: "en")
    case (.scale(let scale), .scale(let point)): scale.spoken(point, language: "en")
    case (_, .list(let texts)): texts.map { "- \($0)" }.joined(separator: "\n")
    case (_, .rank(let ids)):
      ids.compactMap { id in Self.elements.first { $0.id == id }?.text }
        .joined(separator: ", then ")
    case (_, .person(let person)):
      [person.name, person.note].compactMap(\.self).joined(separator: ", ")
    default: ""
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
          let response = try kind.parse(text, in: Self.surroundings)
          taken += 1
          let again = try? kind.parse(typed(response, kind), in: Self.surroundings)
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
      _ = try kind.parse(typed, in: Self.surroundings)
      return []
    } catch {
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
      guard lines.count > 1, let entries = try? list.parse(lines.joined(separator: "\n")) else {
        continue
      }
      #expect(Set(entries) == Set(lines))
    }
  }

  @Test("an answer of a hundred thousand signs is taken or refused, whatever its kind")
  func huge() {
    for piece in ["9", "1,", "a ", "- a\n", "/", "(", "yes ", "2 ", "½"] {
      let text = String(repeating: piece, count: 50_000)
      for kind in Self.kinds { _ = try? kind.parse(text, in: Self.surroundings) }
    }
  }
}
