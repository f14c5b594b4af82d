import Foundation

/// A descriptor that takes all of what is written, or says in a sentence why not.
package struct OutputDescriptor: Sendable {
  /// How a fault names what a program prints.
  package static let nameOfOutput = "standard output"
  /// How it names where a program says what went wrong.
  static let nameOfError = "standard error"

  /// The number by which the system knows it.
  package let number: Int32
  /// How a fault names it.
  package let name: String

  /// Names a descriptor that is open; whoever opened it closes it.
  package init(_ number: Int32, name: String) {
    self.number = number
    self.name = name
  }

  /// Whether a terminal is at the other end.
  package var isTerminal: Bool { isatty(number) == 1 }

  /// Writes a text whole.
  package func write(_ text: String) throws(WriteFault) {
    try write(Array(text.utf8))
  }

  /// Writes bytes whole, waiting where a pipe is full.
  package func write(_ bytes: some Collection<UInt8>) throws(WriteFault) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      let code = count == 0 ? EIO : errno
      switch code {
      case EINTR: continue
      // Somebody who shares the pipe or terminal may have made it one that does not wait.
      case EAGAIN:
        var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      default: throw WriteFault(.system(code), at: name)
      }
    }
  }

  /// Waits until what was written is on the disk; a pipe or a device has nothing to wait for.
  func synchronize() throws(WriteFault) {
    while fsync(number) != 0 {
      switch errno {
      case EINTR: continue
      case EINVAL, ENOTSUP, EROFS: return
      default: throw WriteFault(.system(errno), at: name)
      }
    }
  }

  /// Keeps the numbers of the three standard streams taken where one of them came closed.
  ///
  /// The next file opened would get the number, and what is printed would end up in it. Each is held by
  /// the null device opened the wrong way round, so that using it fails as a closed one does. To be
  /// called before anything else is opened.
  package static func holdClosedStandardStreams() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 {
      let mode = number == 0 ? O_WRONLY : O_RDONLY
      let held = open("/dev/null", mode)
      guard held >= 0, held != number else { continue }
      dup2(held, number)
      close(held)
    }
  }
}
