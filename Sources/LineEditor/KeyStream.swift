internal import Foundation

/// The keyboard as Unicode scalars, waited for together with signals.
struct KeyStream {
  enum Event {
    case key(Unicode.Scalar)
    case signal(Int32)
    /// Nothing came for as long as was asked.
    case rest
    case end
  }

  private var bytes: [UInt8] = []
  private var next = 0
  private var isAtEnd = false

  /// Puts keys before those that are still to be read.
  mutating func push(_ text: String) {
    guard !text.isEmpty else { return }
    bytes = Array(text.utf8) + bytes[next...]
    next = 0
  }

  /// What has come and is not read yet; it is gone then.
  mutating func takeUnread() -> String {
    defer { (bytes, next) = ([], 0) }
    return String(decoding: bytes[next...], as: UTF8.self)
  }

  /// The key after the present one, where it is here already.
  func peek() -> Unicode.Scalar? {
    var copy = self
    return copy.decode()
  }

  /// Whether what is here after a key is drawn on it.
  func followsCluster(_ scalar: Unicode.Scalar) -> Bool {
    peek().map { ClusterTable.joins($0, to: [scalar]) } ?? false
  }

  /// Whether the bytes come next, among what is here or comes within some milliseconds.
  mutating func contains(_ text: String, within milliseconds: Int32) -> Bool {
    let wanted = Array(text.utf8)
    while true {
      if bytes[next...].firstRange(of: wanted) != nil { return true }
      guard fill(waiting: milliseconds) else { return false }
    }
  }

  /// Takes the keys where they come next, now or within some milliseconds.
  mutating func take(_ text: String, within milliseconds: Int32) -> Bool {
    let wanted = Array(text.utf8)
    while true {
      let here = bytes[next...].prefix(wanted.count)
      guard wanted.starts(with: here) else { return false }
      if here.count == wanted.count {
        next += wanted.count
        return true
      }
      guard fill(waiting: milliseconds) else { return false }
    }
  }

  /// Whether anything comes within some milliseconds.
  mutating func hasMore(within milliseconds: Int32) -> Bool {
    next < bytes.count || fill(waiting: milliseconds)
  }

  /// - Parameter milliseconds: how long to wait before saying that the keys rest; for ever where negative.
  mutating func read(signals: SignalPipe, pending: inout [Int32], resting milliseconds: Int32 = -1)
    -> Event
  {
    while true {
      if !pending.isEmpty { return .signal(pending.removeFirst()) }
      if let scalar = decode() { return .key(scalar) }
      if isAtEnd { return .end }
      guard wait(signals: signals, pending: &pending, milliseconds) else { return .rest }
    }
  }

  /// Takes any key; false where none came within some milliseconds.
  mutating func takeAny(within milliseconds: Int32, signals: SignalPipe, pending: inout [Int32])
    -> Bool
  {
    switch read(signals: signals, pending: &pending, resting: milliseconds) {
    case .rest, .signal(SIGWINCH), .signal(SIGCONT): return false
    case .signal(let signal) where signal != SIGINT:
      // For the next line, which will end with it.
      pending.append(signal)
      return true
    case .key, .signal, .end: return true
    }
  }

  /// False where nothing came in time.
  private mutating func wait(
    signals: SignalPipe, pending: inout [Int32], _ milliseconds: Int32
  ) -> Bool {
    var watched = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&watched, 2, milliseconds)
    // A signal that interrupts the wait stands in the pipe by now.
    guard ready > 0 else { return ready < 0 }
    if watched[1].revents != 0 { pending += signals.take() }
    if watched[0].revents != 0, pending.isEmpty { readChunk() }
    return true
  }

  private mutating func fill(waiting milliseconds: Int32) -> Bool {
    guard !isAtEnd else { return false }
    var watched = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return false }
    let count = bytes.count - next
    readChunk()
    return bytes.count - next > count
  }

  private mutating func readChunk() {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(0, &chunk, chunk.count)
    if count > 0 {
      if next == bytes.count {
        bytes = Array(chunk[..<count])
        next = 0
      } else {
        bytes.append(contentsOf: chunk[..<count])
      }
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }

  /// The next scalar, where all its bytes are here; malformed bytes become U+FFFD one by one.
  private mutating func decode() -> Unicode.Scalar? {
    guard next < bytes.count else { return nil }
    let first = bytes[next]
    let length =
      switch first {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    if length == 1 {
      next += 1
      return first < 0x80 ? Unicode.Scalar(first) : "\u{FFFD}"
    }
    let rest = bytes[(next + 1)...].prefix(length - 1)
    guard rest.allSatisfy({ $0 & 0xC0 == 0x80 }) else {
      next += 1
      return "\u{FFFD}"
    }
    guard rest.count == length - 1 || isAtEnd else { return nil }
    let text = String(decoding: bytes[next..<(next + 1 + rest.count)], as: UTF8.self)
    next += 1 + rest.count
    return text.unicodeScalars.first
  }
}
