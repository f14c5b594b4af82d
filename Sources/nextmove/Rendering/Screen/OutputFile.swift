import SafeOutput

/// Where a command leaves what it has made: a file, or standard output.
enum OutputFile {
  /// Writes to a file that only the person can read; one that is there is replaced as a whole.
  ///
  /// - Returns: whether there is a file now, which is worth saying; behind a pipe somebody reads on.
  static func write(_ text: String, to path: String) throws(WriteFault) -> Bool {
    try WholeFile.write(text, to: path)
  }

  /// Prints a text, which a terminal is shown without what could steer it.
  static func print(_ text: String) throws(WriteFault) {
    let output = OutputDescriptor.standardOutput
    try output.write(output.isTerminal ? Sanitizer.text(text) : text)
  }

  /// Prints JSON, which means the same at a terminal, with what could steer it escaped.
  static func print(json: String) throws(WriteFault) {
    let output = OutputDescriptor.standardOutput
    try output.write(output.isTerminal ? Sanitizer.json(json) : json)
  }
}
