import Phrases
import SafeOutput

// The key Tab.
extension TerminalLineSource {
  enum CompletionOutcome {
    case none
    /// A text to stand in place of so many cells before the cursor.
    case insertion(String, replacing: Int)
    /// Something to be shown below the line.
    case list(String)
  }

  func completion() -> CompletionOutcome {
    // On a line with pastes, Tab shows what their stand-ins stand for.
    guard !hasPastes else {
      return .list(
        pastes.map { "\($0.standIn)\n\(Sanitizer.text($0.text))\n" }.joined(separator: "\n"))
    }
    let line = editor.line
    let cells = Array(line.cells.prefix(line.cursor))
    // After a comma the next of several answers is completed.
    let begin =
      (cells.lastIndex { $0 == "," }).map { index in
        cells[(index + 1)...].firstIndex { $0 != " " } ?? cells.count
      } ?? 0
    let typed = editor.clusters.decode(cells[begin...])
    let candidates = request.completing(typed)
    let texts = candidates.map { Sanitizer.line($0.text) }
    guard let first = texts.first else { return .none }
    let common = CompletionList.commonPrefix(of: texts)
    if texts.count == 1 || common.count > typed.count {
      return .insertion(
        texts.count == 1 && first.hasPrefix("/") ? common + " " : common,
        replacing: cells.count - begin)
    }
    return .list(CompletionList.text(candidates, in: words))
  }
}
