/// A page about everything that a session has come to: parts, each a list of blocks.
///
/// It is built once, and every form of it, at the terminal, in Markdown, as HTML and as JSON, writes the same
/// blocks; so no form can say what another does not.
package struct Report: Hashable, Sendable, Encodable {
  /// One part of the page.
  package struct Part: Hashable, Sendable, Encodable {
    /// What it is about.
    package let section: ReportSection
    /// Its heading.
    package let heading: String
    /// What stands in it, from top to bottom; never empty.
    package let blocks: [ReportBlock]
  }

  /// The heading of the page.
  package let title: String
  /// The day that it is for, in words.
  package let day: String
  /// The language of its words, as BCP 47 has it.
  package let language: String
  /// The parts, in the order in which they are read.
  package let parts: [Part]
}
