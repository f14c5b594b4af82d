import Foundation

/// The size of the terminal's window, in characters.
struct WindowSize: Equatable {
  let columns: Int
  let rows: Int

  /// As it is now; 80 columns and 24 rows where the terminal does not say.
  static var present: WindowSize {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return WindowSize(columns: 80, rows: 24)
    }
    return WindowSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
