package import ControlSequences

/// A key, whatever sequence the terminal sends for it.
package enum Key: Hashable {
  /// A character; Enter, Tab and Ctrl with a letter are control characters.
  case character(Unicode.Scalar)
  /// An ASCII character held with Alt, or typed after Escape.
  case alt(Unicode.Scalar)
  case editing(EditingKey)
}

/// Keys that move and delete.
package enum EditingKey: CaseIterable {
  case left
  case right
  case up
  case down
  case wordLeft
  case wordRight
  case home
  case end
  case delete
  case deleteWord
  case deleteWordBefore
}

/// What is held down together with a key: bits as xterm counts them, less one.
struct Modifiers: OptionSet {
  let rawValue: Int

  static let shift = Modifiers(rawValue: 1)
  static let alt = Modifiers(rawValue: 2)
  static let control = Modifiers(rawValue: 4)
  static let meta = Modifiers(rawValue: 32)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// As a parameter; one that is left out holds nothing down.
  init(parameter: Int?) { self.init(rawValue: max(0, (parameter ?? 1) - 1) & 0xFF) }

  var movesByWords: Bool { !isDisjoint(with: [.alt, .control, .meta]) }
}

// MARK: - From control sequences

extension Key {
  /// The key that an element of the input stands for; `nil` for everything that is none: reports of the
  /// mouse, of focus and of the terminal itself, keys that do nothing here, and whatever is unknown.
  package init?(_ element: ControlElement) {
    switch element {
    case .character(let scalar):
      guard !(0x80...0x9F).contains(scalar.value) else { return nil }
      self = .character(scalar)
    case .escape: self = .character("\u{1B}")
    case .meta(let scalar): self = .alt(scalar)
    case .shifted(let function): self.init(shifted: function)
    case .control(let function): self.init(control: function)
    case .string, .other: return nil
    }
  }

  private init?(control function: ControlFunction) {
    guard function.prefix == nil, function.intermediates.isEmpty else { return nil }
    switch function.final {
    case UInt8(ascii: "u"): self.init(code: function.number(0), of: function)
    case UInt8(ascii: "~") where function.number(0) == 27 && function.parameters.count == 3:
      self.init(code: function.number(2), of: function)
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      self.init(numbered: function)
    case let letter:
      guard function.parameters.count <= 2, !function.isRelease else { return nil }
      // Older terminals have the modifier alone, without the 1 before it.
      let modifier = function.parameters.count == 2 ? function.number(1) : function.number(0)
      self.init(letter: letter, function.modifiers(modifier))
    }
  }

  /// rxvt writes keys held with Ctrl in lower case here.
  private init?(shifted function: ControlFunction) {
    let modifiers = function.modifiers(function.parameters.last?.first ?? nil)
    switch function.final {
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      self.init(letter: function.final - 0x20, modifiers.union(.control))
    case UInt8(ascii: "M"): self = .character("\r")
    case UInt8(ascii: "X"): self = .character("=")
    // The number pad: the characters on its keys, 0x40 further on.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      self = .character(Unicode.Scalar(function.final - 0x40))
    case UInt8(ascii: " "): self = .character(" ")
    default: self.init(letter: function.final, modifiers)
    }
  }

  private init?(letter: UInt8, _ modifiers: Modifiers) {
    let byWords = modifiers.movesByWords
    switch letter {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): self = .editing(.up)
    case UInt8(ascii: "B"), UInt8(ascii: "b"): self = .editing(.down)
    case UInt8(ascii: "C"), UInt8(ascii: "c"): self = .editing(byWords ? .wordRight : .right)
    case UInt8(ascii: "D"), UInt8(ascii: "d"): self = .editing(byWords ? .wordLeft : .left)
    case UInt8(ascii: "H"): self = .editing(.home)
    case UInt8(ascii: "F"): self = .editing(.end)
    default: return nil
    }
  }

  private init?(numbered function: ControlFunction) {
    guard !function.isRelease else { return nil }
    var modifiers = function.modifiers(function.number(1))
    if [UInt8(ascii: "^"), UInt8(ascii: "@")].contains(function.final) {
      modifiers.insert(.control)
    }
    switch function.number(0) {
    case 1, 7: self = .editing(.home)
    case 4, 8: self = .editing(.end)
    case 3: self = .editing(modifiers.movesByWords ? .deleteWord : .delete)
    default: return nil
    }
  }
}

extension ControlFunction {
  fileprivate func modifiers(_ parameter: Int?) -> Modifiers {
    let modifiers = Modifiers(parameter: parameter)
    return isMeta ? modifiers.union(.alt) : modifiers
  }

  /// Terminals that report keys let go of write so behind the modifier.
  fileprivate var isRelease: Bool { number(1, part: 1) == 3 }
}
