import Phrases

/// Corrections with which nothing is better: pasted, they would give the same message again.
extension [ScriptFault] {
  /// Longer scripts, and more faults, are not read again for each correction.
  private static let largest = 100_000
  private static let most = 12

  /// The same, with words in the place of corrections that lead back to where they began.
  ///
  /// - Parameter reading: finds what is wrong with a text, as these were found.
  func withoutCircles(
    in yaml: String, of file: String, _ reading: (String) -> [ScriptFault]
  ) -> [ScriptFault] {
    guard yaml.utf8.count <= Self.largest else { return self }
    let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    var left = Self.most
    return map { fault in
      guard fault.severity == .error, fault.file == file, left > 0,
        let changed = fault.correction?.applied(to: lines)
      else { return fault }
      left -= 1
      let isCircle = reading(changed.joined(separator: "\n")).contains {
        $0.phrase == fault.phrase && $0.line == fault.line && $0.column == fault.column
      }
      return isCircle
        ? fault.mended(by: Correction([.words("write this line anew, as is said above")])) : fault
    }
  }
}

extension ScriptFault {
  fileprivate func mended(by correction: Correction) -> ScriptFault {
    ScriptFault(
      severity: severity, file: file, line: line, column: column, phrase: phrase,
      excerpt: excerpt, correction: correction)
  }
}
