import Foundation

/// The size of the terminal's window, in characters.
struct WindowSize: Equatable {
  let columns: Int
  let rows: Int

  init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  /// As it is now; 80 columns and 24 rows where the terminal does not say.
  init(of terminal: Int32) {
    var size = winsize()
    let isKnown =
      ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 && size.ws_row > 0
    self.init(columns: isKnown ? Int(size.ws_col) : 80, rows: isKnown ? Int(size.ws_row) : 24)
  }
}
