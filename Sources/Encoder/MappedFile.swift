private import Foundation

/// A file's bytes as the system maps them: read when touched, and given back with the last use.
final class MappedFile: @unchecked Sendable {
  // Unchecked because the mapping is read-only and private; it lives as long as this object.
  let bytes: UnsafeRawBufferPointer

  init(contentsOf path: String) throws(ModelError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.refused(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.refused(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(file: path, reason: "it is not a regular file")
    }
    guard status.st_size > 0 else { throw .cutShort(file: path) }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw Self.refused(path) }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  private static func refused(_ path: String) -> ModelError {
    .unreadable(file: path, reason: String(cString: strerror(errno)))
  }
}
