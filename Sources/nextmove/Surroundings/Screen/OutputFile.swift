import SafeOutput

/// Where a command leaves what it has made: a file, or standard output.
enum OutputFile {
  /// Writes to a file that only the person can read; one that is there is replaced as a whole, unless
  /// nextmove keeps something in it.
  ///
  /// - Returns: whether there is a file now, which is worth saying; behind a pipe somebody reads on.
  static func write(
    _ text: String, to path: String, readers: WholeFile.Readers = .owner, onlyNew: Bool = false,
    in world: World
  ) throws(WriteFault) -> Bool {
    let isFile = try WholeFile.write(
      text, to: world.home.path(path), readers: readers, onlyNew: onlyNew,
      sparing: world.home.ownFiles)
    if isFile { world.noteSaving() }
    return isFile
  }

  /// Writes piece by piece, as ``write(_:to:readers:onlyNew:in:)`` does.
  static func write(
    to path: String, onlyNew: Bool = false, in world: World,
    _ body: (OutputDescriptor) throws -> Void
  ) throws -> Bool {
    let isFile = try WholeFile.write(
      to: world.home.path(path), onlyNew: onlyNew, sparing: world.home.ownFiles, body)
    if isFile { world.noteSaving() }
    return isFile
  }

  /// The file that somebody named; `nil` where that is none, or “-”, which prints.
  static func named(_ output: String?) -> String? { output == "-" ? nil : output }

  /// Prints a text, which a terminal is shown without what could steer it.
  static func print(_ text: String, in world: World) throws(WriteFault) {
    try world.streams.print(text)
  }

  /// Prints JSON, which means the same at a terminal, with what could steer it escaped.
  static func print(json: String, in world: World) throws(WriteFault) {
    try world.streams.print(json: json)
  }
}
