import Phrases
import Yams

/// What is wrong with a script, in sentences that can be said in every language.
extension ScriptReader {
  /// - Parameters:
  ///   - correcting: what stands there, and what should.
  ///   - correction: the line as it should be, where that is known.
  mutating func report(
    _ message: Phrase, _ severity: ScriptFault.Severity, at place: SourcePlace,
    correcting: (wrong: String, right: String)? = nil, correction: String? = nil
  ) {
    report(
      message.description, severity, at: place, correcting: correcting, correction: correction)
    if let fault = faults.popLast() { faults.append(fault.saying(message)) }
  }

  /// - Parameter offset: where in the node's text it is, in characters.
  mutating func report(
    _ message: Phrase, at node: Node?, offset: Int,
    correcting: (wrong: String, right: String)?
  ) {
    report(message.description, at: node, offset: offset, correcting: correcting)
    if let fault = faults.popLast() { faults.append(fault.saying(message)) }
  }
}
