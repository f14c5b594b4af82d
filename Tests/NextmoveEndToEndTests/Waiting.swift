import Foundation
import Testing

/// Tests that mostly wait for another process run on threads of their own: those that all tests share are as many
/// as there are cores, and a core would be idle while a test waits.
struct Waiting: TestTrait, SuiteTrait, TestScoping {
  let isRecursive = true

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(WaitingThreads.shared) { try await function() }
  }
}

extension Trait where Self == Waiting {
  /// Runs where waiting keeps nobody else from running.
  static var waiting: Self { Waiting() }
}

/// A few threads; with more of them, processes would wait for each other longer than tests do for them.
private final class WaitingThreads: TaskExecutor {
  static let shared = WaitingThreads()
  private let threads: OperationQueue

  private init() {
    threads = OperationQueue()
    threads.maxConcurrentOperationCount = 3
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    threads.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
