import Foundation

/// Keys that a terminal in line mode would turn into signals.
enum ControlKey {
  static let interrupt: Unicode.Scalar = "\u{03}"
  static let suspend: Unicode.Scalar = "\u{1A}"
  static let quit: Unicode.Scalar = "\u{1C}"

  /// Whether a control character does nothing among vi's keys but stand in the line, or let the next one do so.
  /// Backspace, Tab, Enter, Escape, the end of the input and what deletes or draws the line anew are keys.
  static func isIdle(inVi scalar: Unicode.Scalar) -> Bool {
    let keys: Set<UInt32> = [0x04, 0x08, 0x09, 0x0A, 0x0C, 0x0D, 0x15, 0x17, 0x1B]
    return scalar.value < 0x20 && !keys.contains(scalar.value)
  }
}

/// The terminal's modes as the program found them, and how it wants them while it reads keys.
struct TerminalModes {
  private let terminal: Int32
  private let found: termios

  /// `nil` where a descriptor is no terminal.
  init?(of terminal: Int32) {
    guard let modes = Self.present(of: terminal) else { return nil }
    self.terminal = terminal
    found = modes
  }

  /// Keys one by one, without echo. Ctrl-C and Ctrl-Z are keys like any other, because inside a paste
  /// they are text, and their signals would throw the rest of it away.
  func takeKeys() {
    var modes = found
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    modes.c_iflag &= ~tcflag_t(ICRNL | INLCR)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    Self.set(Self.withoutSpecialKeys(modes), of: terminal)
  }

  func restore() { Self.set(found, of: terminal) }

  /// Makes Ctrl-C, Ctrl-Z and Ctrl-S keys like any other where somebody else has put the terminal into
  /// key mode.
  static func takeSpecialKeys(of terminal: Int32) {
    guard let modes = present(of: terminal) else { return }
    set(withoutSpecialKeys(modes), of: terminal)
  }

  /// Whether keys come one by one, as they do unless somebody else has had the terminal.
  static func areKeysTaken(of terminal: Int32) -> Bool {
    guard let modes = present(of: terminal) else { return true }
    return modes.c_lflag & tcflag_t(ICANON | ISIG) == 0
  }

  private static func withoutSpecialKeys(_ modes: termios) -> termios {
    var modes = modes
    modes.c_lflag &= ~tcflag_t(ISIG | IEXTEN)
    modes.c_iflag &= ~tcflag_t(IXON)
    return modes
  }

  private static func present(of terminal: Int32) -> termios? {
    var modes = termios()
    return tcgetattr(terminal, &modes) == 0 ? modes : nil
  }

  private static func set(_ modes: termios, of terminal: Int32) {
    var modes = modes
    while tcsetattr(terminal, TCSADRAIN, &modes) != 0, errno == EINTR {}
  }
}
