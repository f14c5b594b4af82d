import Coaching
import Foundation
import Phrases
import QuestionFlow

/// One step of an interview on the screen: where it stands, the question, and what may be answered.
struct StepRendering {
  let console: Console
  let today: CalendarDate
  var energyLog = EnergyLog()
  /// What the person would be doing, by their role outline.
  var outline: String?

  /// Shows a step.
  func show(_ step: Step, of interview: Interview) {
    console.say()
    console.say(place(of: step, in: interview), .faint)
    for roster in step.rosters {
      console.say("“\(ShortName.of(roster.element))” (\(roster.number) of \(roster.count))", .faint)
    }
    console.say()
    console.say("\(text(of: step))", .strong)
    guard case .probe = step.form else { return details(of: step, in: interview) }
  }

  /// The question, in which a long entry is quoted by its beginning.
  private func text(of step: Step) -> String {
    step.rosters.reduce(step.text) { text, roster in
      let short = ShortName.of(roster.element)
      return short == roster.element
        ? text : text.replacingOccurrences(of: roster.element, with: short)
    }
  }

  /// Such as `What energizes you · Days you would live again · question 3 of about 14`.
  private func place(of step: Step, in interview: Interview) -> Phrase {
    let ahead = KnownAhead(interview)
    let title = interview.script.title.text(in: interview.language)
    let number = interview.number(of: step)
    let place: Phrase =
      ahead.isFixed
      ? "question \(number) of \(ahead.total)" : "question \(number) of about \(ahead.total)"
    return ([title, step.section].compactMap(\.self).map(Phrase.init(verbatim:)) + [place])
      .joined(separator: " · ")
  }

  private func details(of step: Step, in interview: Interview) {
    guard let item = interview.script.item(step.path.item) else { return }
    switch item.kind {
    case .choice, .choices, .rank:
      let options = interview.offered(at: step.path).map { $0.label.text(in: interview.language) }
      if NumberedOptions(texts: options, console: console).show() >= visible(beside: step) {
        // The question has scrolled out of sight, or soon will have.
        console.say()
        console.say("\(text(of: step))", .strong)
      }
    case .scale(let scale):
      for point in scale.range {
        guard let label = scale.labels[point] else { continue }
        console.row("\(point)", "\(label.text(in: interview.language))", column: 4, indent: 2)
      }
    default: break
    }
    if item.recall == .outline, let outline {
      console.say("From your outline: \(outline)", indent: 2)
    }
    if let recall = item.recall {
      let entries = energyLog.entries(for: recall).prefix(4)
      if !entries.isEmpty {
        console.say("From your energy log:", .faint, indent: 2)
        for entry in entries {
          console.row(
            "\(EnergySign.of(entry.level))", "\(entry.text) (\(entry.day))", column: 4, indent: 2)
        }
      }
    }
    if case .confirmation = step.form {
      console.say(
        "The question has changed since you answered it. You wrote: \(step.previous ?? "")",
        indent: 2)
      console.say("Enter keeps that answer; or write another.", .faint, indent: 2)
    } else {
      if let previous = step.previous {
        console.say("So far: \(previous)", indent: 2)
        let isList = if case .list = item.kind { true } else { false }
        console.say(
          isList
            ? "Enter keeps that; what you type goes behind it, and /list shows how to change the rest."
            : "Enter keeps that; or write another answer.", .faint, indent: 2)
      } else if let suggestion = step.suggestion {
        console.say("Enter takes: \(suggestion)", indent: 2)
      }
      console.say("(\(hint(for: item, at: step, in: interview)))", .faint, indent: 2)
    }
  }

  private func hint(for item: Item, at step: Step, in interview: Interview) -> String {
    item.hint?.text(in: interview.language)
      ?? console.text(item.kind.form(among: interview.offered(at: step.path)))
  }

  /// How many lines of a list leave the question where it can be seen.
  private func visible(beside step: Step) -> Int {
    // What stands above and below it: its place, the elements that it is about, the hint, the line to type in.
    (console.height ?? 24) - step.text.count / console.width - step.rosters.count - 7
  }
}
