import Foundation

/// JSON in the one form that this program prints.
enum JSONOutput {
  static func text(_ value: some Encodable, onOneLine: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !onOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func print(_ value: some Encodable, onOneLine: Bool = false, in world: World) throws {
    try OutputFile.print(json: try text(value, onOneLine: onOneLine) + "\n", in: world)
  }
}
