import Foundation

/// Another program that turns a document into text: found in `PATH`, started without a shell, given the
/// document on its standard input, and stopped where it takes too long or writes too much.
struct Converter {
  enum Fault: Error {
    case missing
    case failed
    case tooSlow
    case tooLong
  }

  let kind: DocumentKind
  let environment: [String: String]

  /// In milliseconds.
  private static let patience = 20_000
  private static let step: Int32 = 100

  /// The text in a document.
  ///
  /// - Parameter most: how many bytes of text are taken at most.
  func text(of document: [UInt8], most: Int) throws(Fault) -> [UInt8] {
    guard let program else { throw .missing }
    var (down, up): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&down) == 0 else { throw .failed }
    guard pipe(&up) == 0 else {
      for end in down { close(end) }
      throw .failed
    }
    for end in down + up { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    for end in [down[1], up[0]] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    let process = spawn(program, input: down[0], output: up[1])
    for end in [down[0], up[1]] { close(end) }
    guard let process else {
      for end in [down[1], up[0]] { close(end) }
      throw .failed
    }
    let copied = Self.copy(document, into: down[1], from: up[0], most: most)
    if case .failure = copied { kill(process, SIGKILL) }
    let status = Self.end(of: process)
    let text = try copied.get()
    guard status == 0 else { throw .failed }
    return text
  }

  /// How a program ended that has nothing more to write; one that stays all the same is killed.
  private static func end(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    for _ in 0..<(patience / Int(step)) {
      if waitpid(process, &status, WNOHANG) != 0 { return status }
      usleep(10_000)
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return status
  }

  /// The first in `PATH` that may be run; folders are named whole, so that none depends on where one is.
  private var program: String? {
    (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
      .map { "\($0)/\(kind.program)" }
      .first { access($0, X_OK) == 0 }
  }

  private func spawn(_ program: String, input: Int32, output: Int32) -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(Int32(POSIX_SPAWN_SETSIGDEF)))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = ([program] + kind.arguments).map { strdup($0) } + [nil]
    // It needs to know nothing of the person.
    let known = ["PATH=\(environment["PATH"] ?? "")", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]
    var variables = known.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    return status == 0 ? process : nil
  }

  /// Writes the document and reads the text, whichever can be done next; both ends are closed.
  private static func copy(
    _ document: [UInt8], into input: Int32, from output: Int32, most: Int
  ) -> Result<[UInt8], Fault> {
    var text: [UInt8] = []
    var written = 0
    var isOpen = true
    defer {
      if isOpen { close(input) }
      close(output)
    }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .milliseconds(patience) {
      var watched = [
        pollfd(fd: isOpen ? input : -1, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&watched, 2, step) > 0 else { continue }
      if isOpen, watched[0].revents != 0 {
        let count = document[written...].withUnsafeBytes {
          write(input, $0.baseAddress, min($0.count, 65_536))
        }
        if count > 0 { written += count }
        // It may have read enough, and be gone from this end.
        if written == document.count || count < 0 && errno != EAGAIN && errno != EINTR {
          close(input)
          isOpen = false
        }
      }
      guard watched[1].revents != 0 else { continue }
      let count = read(output, &chunk, chunk.count)
      if count == 0 { return .success(text) }
      if count < 0 {
        guard errno == EAGAIN || errno == EINTR else { return .failure(.failed) }
        continue
      }
      text += chunk[..<count]
      guard text.count <= most else { return .failure(.tooLong) }
    }
    return .failure(.tooSlow)
  }
}
