internal import Foundation

/// The keyboard as Unicode scalars, waited for together with signals.
struct KeyStream {
  enum Event {
    case key(Unicode.Scalar)
    case signal(Int32)
    case end
  }

  private var bytes: [UInt8] = []
  private var next = 0
  private var isAtEnd = false

  /// What has come and is not read yet; it is gone then.
  mutating func takeUnread() -> String {
    defer { (bytes, next) = ([], 0) }
    return String(decoding: bytes[next...], as: UTF8.self)
  }

  /// Puts keys before those that are still to be read.
  mutating func push(_ text: String) {
    guard !text.isEmpty else { return }
    bytes = Array(text.utf8) + bytes[next...]
    next = 0
  }

  mutating func read(signals: SignalPipe, pending: inout [Int32]) -> Event {
    while true {
      if !pending.isEmpty { return .signal(pending.removeFirst()) }
      if let scalar = decode() { return .key(scalar) }
      if isAtEnd { return .end }
      wait(signals: signals, pending: &pending)
    }
  }

  private mutating func wait(signals: SignalPipe, pending: inout [Int32]) {
    var watched = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&watched, 2, -1) > 0 else { return }
    if watched[1].revents != 0 { pending += signals.take() }
    guard watched[0].revents != 0, pending.isEmpty else { return }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(0, &chunk, chunk.count)
    if count > 0 {
      bytes = Array(bytes[next...]) + chunk[..<count]
      next = 0
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
