import Foundation
import SafeOutput
import Testing

@Suite("bytes written whole")
struct OutputDescriptorTests {
  @Test("a pipe that does not wait and is full takes all of it once it is read")
  func fullPipe() throws {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    let (readEnd, writeEnd) = (ends[0], ends[1])
    _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
    let reader = Thread {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      while read(readEnd, &bytes, bytes.count) > 0 {}
    }
    reader.start()
    try OutputDescriptor(writeEnd, name: "the pipe").write([UInt8](repeating: 65, count: 1_000_000))
    close(writeEnd)
  }

  @Test("a closed descriptor and a full disk are said in a sentence")
  func faults() {
    #expect(throws: WriteFault(.system(EBADF), at: "it")) {
      try OutputDescriptor(998, name: "it").write("x")
    }
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(full) }
    #expect(throws: WriteFault(.system(ENOSPC), at: "it")) {
      try OutputDescriptor(full, name: "it").write("x")
    }
    #expect(
      WriteFault(.system(EBADF), at: "standard output").description
        == "Standard output could not be written: it is closed; leave it open, or send it to a file."
    )
  }
}
