import Foundation
import SafeOutput

// Drawing the line anew where the terminal has been somebody else's, or another size.
extension TerminalLineSource {
  /// Hands the terminal to the shell with the cursor below the line, and draws it again after that.
  func suspend(at cursor: Int) {
    let rowsToEnd = place(of: editor.line.cells.count, in: window).row
    show("\n")
    giveTerminalBack()
    let wasStopped = input.suspend()
    takeTerminal()
    editor.moveCursor(to: cursor)
    drawAnew(rowsAbove: wasStopped ? nil : rowsToEnd + 1)
  }

  /// Draws the line anew after the window has changed.
  func resize() {
    guard presentWindow != window else { return }
    repaint()
  }

  /// Draws the line anew where it is, or where the cursor is now if somebody else has moved it.
  func repaint() {
    guard TerminalModes.areKeysTaken(of: streams.input) else {
      // libedit knows nothing of it, and would not take them a second time.
      editor.giveKeysBack()
      takeTerminal()
      drawAnew(rowsAbove: nil)
      return
    }
    show(Paste.modeOn + "\u{1B}[6n")
    let report = input.takeCursorReport(within: 100)
    let cursor = editor.line.cursor
    let place = CursorPlace(
      kept: place(of: cursor, in: window), reflowed: reflowedPlace(of: cursor),
      apart: apartPlace(of: cursor), isFlowing: isFlowing, window: presentWindow)
    isFlowing = isFlowing || place.showsFlowing(reportedColumn: report?.column)
    drawAnew(rowsAbove: place.rowsAbove(reportedColumn: report?.column))
  }

  /// - Parameter rows: how far up the line begins; `nil` where it is nowhere to be seen.
  private func drawAnew(rowsAbove rows: Int?) {
    window = presentWindow
    if let rows {
      show((rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r\u{1B}[J")
    } else {
      show("\r")
    }
    editor.draw()
  }

  /// Where the cursor stands before a cell, counted from the beginning of the prompt.
  private func place(of cell: Int, in window: WindowSize) -> Placement {
    Placement(of: widths(before: cell), window: window.columns)
  }

  /// The same once a terminal has flowed into its present window what was drawn in the one before.
  private func reflowedPlace(of cell: Int) -> Placement {
    Placement(
      of: Placement.drawn(widths(before: cell), window: window.columns),
      window: presentWindow.columns)
  }

  /// The same where its rows have flowed each by itself; `nil` where they do not.
  private func apartPlace(of cell: Int) -> Placement? {
    let cells = cells(before: cell)
    let widths = cells.map(LibeditLine.columns)
    // Where a wide character did not fit, the row ends with spaces that were written.
    guard Placement.drawn(widths, window: window.columns).count == widths.count else { return nil }
    return Placement.apart(
      zip(widths, cells).map { (width: $0, isSpace: $1 == " ") }, from: window.columns,
      to: presentWindow.columns)
  }

  private func widths(before cell: Int) -> [Int] {
    cells(before: cell).map(LibeditLine.columns)
  }

  private func cells(before cell: Int) -> [Unicode.Scalar] {
    editor.clusters.encode(request.prompt) + editor.line.cells.prefix(cell)
  }
}

/// Where the cursor may be after the window has changed: some terminals flow their lines anew, others
/// leave them as they were.
struct CursorPlace {
  /// As the line was drawn.
  let kept: Placement
  /// As it would have been drawn in the window that there is now.
  let reflowed: Placement
  /// As it would be where the rows are flowed anew each by itself.
  var apart: Placement?
  /// Whether the terminal is known to flow its lines anew.
  var isFlowing = false
  let window: WindowSize

  /// Whether a report can only come from a terminal that flows its lines anew.
  func showsFlowing(reportedColumn column: Int?) -> Bool {
    guard let column, column != min(kept.column + 1, window.columns) else { return false }
    return column == reflowed.column + 1 || column == apart.map { $0.column + 1 }
  }

  /// How many rows above the cursor the line begins; `nil` where the cursor is not in the line.
  ///
  /// - Parameter column: where the terminal says that the cursor is, counted from 1. One that says
  ///   nothing is taken for one that leaves its lines alone: rather an old row too many stays than that
  ///   one is wiped out which is not ours.
  func rowsAbove(reportedColumn column: Int?) -> Int? {
    let rows: Int
    if let column {
      if reflowed.column == 0, reflowed.row > 0, column >= window.columns {
        // A line that fills its row exactly leaves the cursor at the row's end when it is flowed anew.
        rows = reflowed.row - 1
      } else if column == reflowed.column + 1 {
        rows = reflowed.row
      } else if let apart, column == apart.column + 1, isFlowing || column != kept.column + 1 {
        rows = apart.row
      } else if column == min(kept.column + 1, window.columns) {
        rows = kept.row
      } else {
        return nil
      }
    } else {
      rows = kept.row
    }
    return min(rows, window.rows - 1)
  }
}
