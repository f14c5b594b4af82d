import Foundation
import Journal

/// Writes to a journal as another process, for tests of what several processes do to it.
///
/// `JournalWriter FILE SESSION COUNT SEED NAME` saves so many events that depend on none before, with
/// drafts, readings and new openings in between as the seed has it, and prints each number that was
/// acknowledged on a line of its own with the event's name.
@main
enum JournalWriter {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 6, let id = Int64(words[2]), let count = Int(words[3]),
      var state = UInt64(words[4])
    else { throw ExitFailure.usage }
    func roll(_ sides: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % sides
    }
    let url = URL(fileURLWithPath: words[1])
    let session = SessionID(id)
    var journal = try Journal(at: url)
    var known = 0
    for number in 1...count {
      switch roll(8) {
      case 0: journal = try Journal(at: url)
      case 1: known = try journal.entries(of: session, after: known).last?.sequence ?? known
      case 2:
        try journal.keepDraft("draft \(number)", of: session, at: words[5], time: Date())
      case 3: journal.close()
      case 4:
        // What once opened and closed the file beside SQLite's back opens it here, in the same process.
        let second = try Journal(at: url)
        _ = try second.sessions()
      case 5: _ = try journal.faults(in: session)
      default: break
      }
      let name = "\(words[5])-\(number)"
      let saved = try journal.append(to: session, knowing: known, at: Date()) { missed in
        known = missed.last?.sequence ?? known
        return NewEvent(kind: "test", payload: Data("\"\(name)\"".utf8), draft: words[5])
      }
      known = saved.sequence
      print(saved.sequence, name)
      fflush(nil)
    }
  }

  enum ExitFailure: Error {
    case usage
  }
}
