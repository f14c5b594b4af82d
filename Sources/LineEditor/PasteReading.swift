internal import Foundation

extension KeyStream {
  /// How long what belongs to a paste may keep one waiting, in milliseconds.
  private static let gap: Int32 = 30

  /// What came of reading a paste.
  enum PasteOutcome {
    case text(String)
    case stopped(Int32)
  }

  /// Reads a paste up to the marker that closes it, in time linear in its size.
  ///
  /// A closing marker inside the paste does not end it: as long as another one follows at once, the first
  /// belongs to the text. Ctrl-C and Escape are characters like any other here.
  mutating func readPaste(signals: SignalPipe, pending: inout [Int32]) -> PasteOutcome {
    let end = Array(Paste.closing.unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    while true {
      switch read(signals: signals, pending: &pending) {
      case .key(let scalar):
        scalars.append(scalar)
        guard scalar == "~", scalars.suffix(end.count).elementsEqual(end) else { continue }
        if contains(Paste.closing, within: Self.gap), !contains(Paste.opening, within: 0) {
          continue
        }
        scalars.removeLast(end.count)
        return .text(Paste.normalizingLineEnds(scalars))
      case .signal(let signal) where signal == SIGTERM || signal == SIGHUP: return .stopped(signal)
      case .signal, .rest: continue
      case .end: return .text(Paste.normalizingLineEnds(scalars))
      }
    }
  }

  /// Reads the rest of a burst: what keeps coming faster than anybody types, on a terminal that does not
  /// bracket its pastes.
  mutating func readBurst(signals: SignalPipe, pending: inout [Int32]) -> String {
    var scalars: [Unicode.Scalar] = []
    reading: while hasMore(within: Self.gap) {
      switch read(signals: signals, pending: &pending, resting: Self.gap) {
      case .key(let scalar): scalars.append(scalar)
      case .rest, .end: break reading
      case .signal: continue
      }
    }
    return Paste.normalizingLineEnds(scalars)
  }
}
