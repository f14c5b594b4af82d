import GRDB
import Testing

@testable import Journal

@Suite("What another process is in the way of is tried again")
struct RetryTests {
  /// Counts how often it was tried, and fails as SQLite would until the given try.
  private final class Body {
    private(set) var tries = 0
    private let code: ResultCode
    private let success: Int

    init(failing code: ResultCode, until success: Int) {
      self.code = code
      self.success = success
    }

    func run() throws -> String {
      tries += 1
      guard tries >= success else { throw DatabaseError(resultCode: code) }
      return "read"
    }
  }

  @Test(
    "A journal that another process is just leaving is looked at again",
    arguments: [ResultCode.SQLITE_CANTOPEN, .SQLITE_CORRUPT, .SQLITE_NOTADB])
  func changing(_ code: ResultCode) throws {
    let body = Body(failing: code, until: 3)
    #expect(try Retry.whileChanging(body.run) == "read")
    #expect(body.tries == 3)
  }

  @Test("A journal that stays damaged is said to be so")
  func damaged() {
    let body = Body(failing: .SQLITE_CORRUPT, until: .max)
    #expect(throws: DatabaseError.self) { try Retry.whileChanging(attempts: 4, body.run) }
    #expect(body.tries == 4)
  }

  @Test(
    "What waiting does not mend is not waited for",
    arguments: [ResultCode.SQLITE_FULL, .SQLITE_IOERR])
  func hopeless(_ code: ResultCode) {
    let body = Body(failing: code, until: .max)
    #expect(throws: DatabaseError.self) { try Retry.whileChanging(body.run) }
    #expect(throws: DatabaseError.self) { try Retry.whileBusy(body.run) }
    #expect(body.tries == 2)
  }

  @Test("A lock that is held is waited for", arguments: [ResultCode.SQLITE_BUSY, .SQLITE_LOCKED])
  func busy(_ code: ResultCode) throws {
    let body = Body(failing: code, until: 4)
    #expect(try Retry.whileBusy(body.run) == "read")
    #expect(body.tries == 4)
  }
}
