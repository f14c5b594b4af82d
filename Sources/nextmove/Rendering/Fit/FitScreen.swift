import Coaching
import LineEditor
import Phrases
import WorkFit

/// A fit-check at a terminal: one screen, then all of it for whoever wants it.
struct FitScreen {
  let console: Console
  let source: any LineSource
  /// Where arguing with it is obeyed; `nil` outside of a conversation.
  weak var conversation: (any OpenConversation)?

  /// Shows a result: on one screen where somebody sits at a terminal, as a whole elsewhere.
  ///
  /// - Parameters:
  ///   - isFull: whether all of it is wanted at once.
  ///   - explains: whether what each finding rests on is wanted too.
  func show(
    _ result: FitResult, changes: [Phrase], isFull: Bool = false, explains: Bool = false
  ) throws {
    let full = { (console: Console) in
      FitRendering(console: console, explains: explains).show(result, changes: changes)
    }
    guard console.height != nil, !isFull, !explains else { return full(console) }
    let summary = FitSummary(console: console, result: result)
    summary.show(changes: changes)
    guard summary.hasMore else { return console.say() }
    guard source.isInteractive else { return console.say("(--full shows the rest.)", .faint) }
    console.say()
    while true {
      let request = LineRequest(prompt: console.prompt("(Enter shows the rest, q goes on)"))
      guard case .line(let line) = source.readLine(request), !Pager.isLeaving(line) else { return }
      guard line.allSatisfy(\.isWhitespace) else {
        try obey(line)
        continue
      }
      let pager = Pager(console: console, source: source)
      guard let typed = pager.show(console.lines(of: full)) else { return }
      try obey(typed)
    }
  }

  /// Does what was typed beside the findings, or says that it was not done: it is no answer to anything.
  private func obey(_ line: String) throws {
    if try conversation?.argue(line) == true { return }
    let typed = ShortName.of(line)
    console.say(
      conversation == nil
        ? "“\(typed)” is not done here; Enter and q are."
        : "“\(typed)” is not done here; /why N, /disagree N and /agree N are, and q goes on.",
      indent: 2)
  }
}
