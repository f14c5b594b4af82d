/// One line of a list that is not sent yet: its words, and the number that says which entry of before it is.
struct ListEntry {
  let number: String
  let words: String

  init(_ line: String) {
    if let match = line.prefixMatch(of: /\s*[0-9]{1,4}[.)]\s+/) {
      number = String(match.output)
      words = String(line[match.range.upperBound...])
    } else {
      number = ""
      words = line
    }
  }
}
