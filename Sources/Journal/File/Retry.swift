import Foundation
import GRDB

/// Tries again what another process was in the way of.
enum Retry {
  /// SQLite waits by itself in most places, and gives up at once where waiting could last for ever,
  /// as when two processes switch a new file to writing ahead.
  static func whileBusy<T>(attempts: Int = 60, _ body: () throws -> T) throws -> T {
    var left = attempts
    while true {
      do {
        return try body()
      } catch let error as DatabaseError
        where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) && left > 1
      {
        left -= 1
        usleep(UInt32.random(in: 5_000...40_000))
      }
    }
  }

  /// The last process to leave a journal moves the log into it and takes the log away. Whoever looks in just
  /// that moment finds a log that is gone, or pages of which some are new, and finds all in order a moment later.
  static func whileChanging<T>(attempts: Int = 6, _ body: () throws -> T) throws -> T {
    var left = attempts
    while true {
      do {
        return try body()
      } catch let error as DatabaseError
        where [.SQLITE_CANTOPEN, .SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
        && left > 1
      {
        left -= 1
        usleep(UInt32.random(in: 5_000...30_000))
      }
    }
  }
}
