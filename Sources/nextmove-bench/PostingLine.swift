/// A posting as files of postings have it, one a line.
struct PostingLine: Decodable {
  let id: String
  let text: String
}
