extension String {
  /// The text without control sequences, each taken out whole.
  ///
  /// A control string that is never closed is no string: only what opens it is taken out, so that no
  /// words go with it. Control characters that stand alone stay.
  package var withoutControlSequences: String {
    guard
      unicodeScalars.contains(where: { $0.value == 0x1B || (0x8E...0x9F).contains($0.value) })
    else { return self }
    let bytes = Array(utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while !rest.isEmpty {
      switch ControlScanner.step(rest) {
      case .element(.character, let length):
        kept += rest.prefix(length)
        rest = rest.dropFirst(length)
      case .element(.string(isClosed: false), _), .incomplete(.string): rest = rest.dropFirst(2)
      case .element(.meta(let scalar), _) where !("0"..."~").contains(scalar):
        rest = rest.dropFirst(1)
      case .incomplete(.escape): rest = rest.dropFirst(1)
      case .element(_, let length): rest = rest.dropFirst(length)
      case .incomplete(.character):
        kept.append(rest[rest.startIndex])
        rest = rest.dropFirst(1)
      case .incomplete: rest = rest.dropFirst(2)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
