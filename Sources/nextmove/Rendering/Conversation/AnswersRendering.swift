import Phrases
import QuestionFlow

/// Everything answered so far, script by script.
struct AnswersRendering {
  let console: Console

  func show(_ interviews: [Interview]) {
    var shown = 0
    for interview in interviews {
      let lines = interview.review.filter { $0.state != .open }
      guard !lines.isEmpty else { continue }
      console.say()
      console.say("\(interview.script.title.text(in: interview.language))", .strong)
      for line in lines { show(line) }
      shown += lines.count
    }
    if shown == 0 { console.say("Nothing is answered yet.", indent: 2) }
  }

  private func show(_ line: ReviewLine) {
    console.say("\(line.question)", .faint, indent: 2)
    switch line.state {
    case .open: break
    case .declined: console.say("(left open)", indent: 4)
    case .answered(let words): console.say("\(words)", indent: 4)
    case .dormant(let words): console.say("\(words) (does not apply now; kept)", indent: 4)
    case .stale(let words): console.say("\(words) (the question has changed since)", indent: 4)
    }
    for probe in line.probes { console.say("… \(probe)", indent: 4) }
  }
}
