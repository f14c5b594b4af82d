import ControlSequences

// Keys sent as numbers, as kitty's keyboard protocol and xterm's modifyOtherKeys do.
extension Key {
  /// - Parameter code: the character on the key, or a number for private use.
  init?(code: Int?, of function: ControlFunction) {
    guard let code, function.number(1, part: 1) != 3 else { return nil }
    var modifiers = Modifiers(parameter: function.number(1))
    if function.isMeta { modifiers.insert(.alt) }
    switch code {
    case 13, 57414: self = .character("\r")
    case 9: self.init(tab: modifiers)
    case 27: self = .character("\u{1B}")
    case 8, 127:
      self = modifiers.movesByWords ? .editing(.deleteWordBefore) : .character("\u{7F}")
    case 57344...63743: self.init(numberPad: code, modifiers)
    default:
      // The text that the key makes, the character with Shift, or the character itself.
      let isCoded = function.final == UInt8(ascii: "u")
      let text = isCoded ? function.number(2) : nil
      let shifted = modifiers.contains(.shift) && isCoded ? function.number(0, part: 1) : nil
      self.init(character: text ?? shifted ?? code, modifiers)
    }
  }

  private init?(tab modifiers: Modifiers) {
    guard modifiers.isEmpty else { return nil }
    self = .character("\t")
  }

  private init?(character value: Int, _ modifiers: Modifiers) {
    guard let value = UInt32(exactly: value), value >= 0x20, !(0x7F...0x9F).contains(value),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    if modifiers.contains(.control) {
      guard scalar.isASCII, (0x40...0x7E).contains(value) || scalar == " " else { return nil }
      self = .character(Unicode.Scalar(UInt8(value & 0x1F)))
    } else if !modifiers.isDisjoint(with: [.alt, .meta]), scalar.isASCII {
      self = .alt(scalar)
    } else if modifiers.contains(.shift), ("a"..."z").contains(scalar) {
      self = .character(Unicode.Scalar(UInt8(value - 0x20)))
    } else {
      self = .character(scalar)
    }
  }

  /// kitty's numbers for the keys of the number pad.
  private init?(numberPad code: Int, _ modifiers: Modifiers) {
    let signs: [Unicode.Scalar] = [".", "/", "*", "-", "+"]
    let byWords = modifiers.movesByWords
    switch code {
    case 57399...57408: self = .character(Unicode.Scalar(UInt8(code - 57399 + 0x30)))
    case 57409...57413: self = .character(signs[code - 57409])
    case 57415: self = .character("=")
    case 57416: self = .character(",")
    case 57417: self = .editing(byWords ? .wordLeft : .left)
    case 57418: self = .editing(byWords ? .wordRight : .right)
    case 57419: self = .editing(.up)
    case 57420: self = .editing(.down)
    case 57423: self = .editing(.home)
    case 57424: self = .editing(.end)
    case 57426: self = .editing(byWords ? .deleteWord : .delete)
    default: return nil
    }
  }
}
