import QuestionFlow
import Testing

@testable import Coaching

@Suite("what answers are for")
struct SlotTests {
  /// A script with one item that feeds a slot, inside a roster over the whole of its role.
  private func script(_ slot: Slot, isFed: Bool) throws -> Script {
    let whole =
      ["contact", "round", "message", "outline"].contains(slot.role)
      ? nil : slot.role == "debrief" ? Slot.debriefTalk : Slot(rawValue: slot.role)
    let list =
      "  - {id: things, ask: T?, answer: list, between: 1..3\(whole.map { $0 == slot && !isFed ? "" : ", feeds: \($0.rawValue)" } ?? "")}\n"
    let feeds = isFed && whole != slot ? ", feeds: \(slot.rawValue)" : ""
    let answer =
      switch slot {
      case .outlinePart, .outlinePage, .messageTone, .roundDay:
        "choice, choices: [sharper, brief]"
      default:
        slot.aspect == "rank"
          ? "rank things"
          : slot.aspect == "weight" ? "scale 1..5" : slot.aspect == "tires" ? "yes or no" : "text"
      }
    let item = "{id: x, ask: X?, answer: \(answer)\(feeds)}"
    let isOfElement =
      whole != nil && whole != slot && slot.aspect != "rank" && slot != .optionFurther
    return try Script(
      yaml: "script: s\ntitle: S\nitems:\n" + list
        + (slot == .optionFurther
          ? "  - {id: x, ask: X?, answer: list, between: 1..2\(feeds)}\n"
          : isOfElement ? "  - for each: things\n    items: [\(item)]\n" : "  - \(item)\n"),
      file: "s.yaml")
  }

  private func interview(_ script: Script, _ slot: Slot) throws -> Interview {
    var interview = Interview(script: script)
    while let step = interview.nextStep {
      let kind = script.item(step.path.item)?.kind.name
      let typed =
        switch kind {
        case "list": step.path.item == ItemID("things") ? "Rosa\nclocks" : "Jan"
        case "rank": "2 1"
        case "choice": "brief"
        case "scale": "5"
        case "yes or no": "yes"
        default:
          switch slot {
          case .messageSmallest: "Could I ask you how you came to keep maps?"
          case .messageRequest: "twenty minutes"
          default: "Ada Erfunden, keeper of maps"
          }
        }
      try interview.apply(interview.event(for: typed, at: step, today: .first))
    }
    return interview
  }

  /// Everything that is made of answers.
  private func made(of script: Script, feeding slot: Slot) throws -> String {
    let interviews = [try interview(script, slot)]
    let profile = ProfileReading(interviews: interviews).profile
    let sheet = AnswerSheet(interviews: interviews)
    let outline = RoleOutline(sheet: sheet, profile: profile)
    let facts = MessageFacts(contact: nil, outline: outline, sheet: sheet)
    return
      "\(profile) \(sheet.options) \(sheet.debriefs) \(sheet.proposals) \(outline) \(facts.values.sorted { $0.key < $1.key }) \(facts.tone)"
  }

  @Test("every slot has a reader: what feeds it changes what is made of the answers")
  func readers() throws {
    // “round start” reads these three itself.
    let read: Set<Slot> = [.roundGoal, .roundWeeks, .roundDay]
    for slot in Slot.allCases where !read.contains(slot) {
      let fed = try made(of: script(slot, isFed: true), feeding: slot)
      let unfed = try made(of: script(slot, isFed: false), feeding: slot)
      #expect(fed != unfed, "nothing reads “\(slot.rawValue)”")
    }
  }
}
