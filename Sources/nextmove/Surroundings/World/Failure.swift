import Phrases

/// Why a command could not do what it was asked to.
struct Failure: Error {
  enum Status: Int32 {
    case flagged = 1
    case usage = 2
    case failed = 3
  }

  let message: Phrase
  var status = Status.failed

  init(_ message: Phrase, status: Status = .failed) {
    self.message = message
    self.status = status
  }
}
