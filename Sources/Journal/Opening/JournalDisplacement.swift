import Foundation
import GRDB
import Synchronization

extension Journal {
  /// What has become of the files since they were opened; `nil` where they are where they were.
  package var displacement: Displacement? {
    guard !isReadOnly else { return nil }
    if let cause = housekeeping.withLock({ $0.castOff }) { return cause }
    guard let present = FileIdentity(path: file.path) else {
      return JournalFile.mode(of: file.folder.path) == nil ? .unreachable : .removed
    }
    guard present == connection.identity else { return .replaced }
    guard connection.hasCompanions else { return .separated }
    let own = housekeeping.withLock { Array($0.own.suffix(Self.newestStretch)) }
    return connection.harm(after: own.last) ?? connection.loss(of: own)
  }

  /// Where the log or its index is gone, others may write to the file unseen, and what is written here would
  /// be written over theirs; where the file is cut short or written over, it would be written into what is left;
  /// and beside a file that was put in its place, what is written ahead would be taken for that file's. So what is
  /// known here goes on in memory, from where it can be exported.
  ///
  /// - Parameter session: one that is to be there in any case.
  func castOffWhereDisplaced(for session: SessionID? = nil) throws {
    guard let displacement, displacement.isForGood, housekeeping.withLock({ $0.adrift == nil })
    else { return }
    let copy = try connection.inMemory(with: housekeeping.withLock { $0.own }, for: session)
    // It goes to the file that was there, whose it is, and away from the other.
    if displacement == .replaced, connection.hasCompanions {
      _ = try? connection.withBusyTimeout(milliseconds: 0) { try connection.checkpoint(.truncate) }
    }
    // Closing it would move what it knows into a file that others have changed since.
    _ = Unmanaged.passRetained(connection)
    housekeeping.withLock { ($0.adrift, $0.castOff) = (copy, displacement) }
  }
}
