internal import Foundation

/// The terminal's modes as the program found them, and how it wants them while it reads keys.
struct TerminalModes {
  private let found: termios

  /// `nil` where standard input is no terminal.
  init?() {
    var modes = termios()
    guard tcgetattr(0, &modes) == 0 else { return nil }
    found = modes
  }

  /// Keys one by one, without echo; Ctrl-C and Ctrl-Z still send their signals.
  func takeKeys() {
    var modes = found
    modes.c_lflag &= ~UInt32(ICANON | ECHO)
    modes.c_iflag &= ~UInt32(ICRNL | INLCR | IXON)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    set(modes)
  }

  func restore() { set(found) }

  private func set(_ modes: termios) {
    var modes = modes
    while tcsetattr(0, TCSADRAIN, &modes) != 0, errno == EINTR {}
  }
}
