internal import Foundation

/// Keys that a terminal in line mode would turn into signals.
enum ControlKey {
  static let interrupt: Unicode.Scalar = "\u{03}"
  static let suspend: Unicode.Scalar = "\u{1A}"
  static let quit: Unicode.Scalar = "\u{1C}"
}

/// The terminal's modes as the program found them, and how it wants them while it reads keys.
struct TerminalModes {
  private let found: termios

  /// `nil` where standard input is no terminal.
  init?() {
    var modes = termios()
    guard tcgetattr(0, &modes) == 0 else { return nil }
    found = modes
  }

  /// Keys one by one, without echo. Ctrl-C and Ctrl-Z are keys like any other, because inside a paste
  /// they are text, and their signals would throw the rest of it away.
  func takeKeys() {
    var modes = found
    modes.c_lflag &= ~UInt32(ICANON | ECHO | ISIG | IEXTEN)
    modes.c_iflag &= ~UInt32(ICRNL | INLCR | IXON)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    Self.set(modes)
  }

  func restore() { Self.set(found) }

  /// The same of Ctrl-C and Ctrl-Z where somebody else has put the terminal into key mode.
  static func takeSignalKeys() {
    var modes = termios()
    guard tcgetattr(0, &modes) == 0 else { return }
    modes.c_lflag &= ~UInt32(ISIG | IEXTEN)
    set(modes)
  }

  private static func set(_ modes: termios) {
    var modes = modes
    while tcsetattr(0, TCSADRAIN, &modes) != 0, errno == EINTR {}
  }
}
