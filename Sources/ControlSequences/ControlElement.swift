/// A character, or a control sequence as a whole.
package enum ControlElement: Hashable, Sendable {
  /// A character; malformed bytes are U+FFFD, one by one.
  case character(Unicode.Scalar)
  /// The key Escape, or an Escape that begins nothing.
  case escape
  /// An ASCII character behind an Escape: the key held with Alt, or a control function of two
  /// characters; the two cannot be told apart.
  case meta(Unicode.Scalar)
  /// A control function with parameters (CSI): keys, the mouse, reports.
  case control(ControlFunction)
  /// A key behind a single shift (SS3).
  case shifted(ControlFunction)
  /// A control string: OSC, DCS, SOS, PM or APC. One that is not closed is broken off by a line end,
  /// by a control character, or by its mere length.
  case string(isClosed: Bool)
  /// A sequence that is nothing of these, or one that is broken off.
  case other
}

/// What stands in a control sequence behind its introducer.
package struct ControlFunction: Hashable, Sendable {
  /// Whether another Escape stands before it, as terminals do for Alt.
  package let isMeta: Bool
  /// One of `<=>?`, where it is a private function.
  package let prefix: UInt8?
  /// The parameters, each with its parts; one left out is `nil`.
  package let parameters: [[Int?]]
  /// Bytes from 0x20 to 0x2F.
  package let intermediates: [UInt8]
  /// The byte that says which function it is.
  package let final: UInt8

  init(parameters: [UInt8], intermediates: [UInt8], final: UInt8, isMeta: Bool) {
    self.isMeta = isMeta
    self.intermediates = intermediates
    self.final = final
    prefix = parameters.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    let numbers = prefix == nil ? parameters[...] : parameters.dropFirst()
    self.parameters =
      numbers.isEmpty
      ? []
      : numbers.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
        $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
          // Numbers beyond measure are none.
          Int(String(decoding: $0.prefix(9), as: UTF8.self))
        }
      }
  }

  /// A parameter's part, both counted from 0; `nil` where it is left out.
  package func number(_ index: Int, part: Int = 0) -> Int? {
    guard parameters.indices.contains(index), parameters[index].indices.contains(part) else {
      return nil
    }
    return parameters[index][part]
  }

  /// How many characters follow that belong to it: the older reports of the mouse end with some.
  var charactersBehind: Int {
    guard parameters.isEmpty, prefix == nil, intermediates.isEmpty else { return 0 }
    switch final {
    case UInt8(ascii: "M"): return 3
    case UInt8(ascii: "T"): return 6
    case UInt8(ascii: "t"): return 2
    default: return 0
    }
  }
}
