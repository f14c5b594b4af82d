internal import Foundation
internal import QuestionFlow
internal import SafeOutput
internal import WorkFit

extension Report {
  /// The report in Markdown; whatever was typed stands in it as text, never as markup.
  public var markdown: String {
    var lines = ["# My next move", "", "\(day)", ""]
    for section in sections {
      lines += ["## \(ReportWords.heading(section))", ""]
      let body = body(of: section)
      lines += body.isEmpty ? [ReportWords.nothing(section)] : body
      lines.append("")
    }
    return Sanitizer.text(lines.joined(separator: "\n"))
  }

  private func body(of section: Section) -> [String] {
    switch section {
    case .profile:
      return Role.allCases.flatMap { role -> [String] in
        let here = profile.filter { $0.role == role }
        guard !here.isEmpty else { return [] }
        return ["**\(role.heading)**", ""]
          + here.map { "\($0.rank). \(Self.plain($0.text))\($0.tires ? " (and tired of it)" : "")" }
          + [""]
      }
    case .outline:
      guard let outline else { return [] }
      var lines = (outline.shown ?? "").split(whereSeparator: \.isNewline).map {
        "> \(Self.plain(String($0)))"
      }
      for (name, text) in [
        ("Least sure of", outline.openQuestion), ("The place", outline.setting),
        ("Must be there", Self.joined(outline.mustHaves)),
        ("Would say no to", Self.joined(outline.dealBreakers)),
        ("Rests on", Self.joined(outline.strengths)),
      ] {
        if let text { lines += ["", "**\(name):** \(Self.plain(text))"] }
      }
      return lines
    case .trends:
      return trends.flatMap {
        ["**\(Self.plain($0.script))**, \(Self.plain($0.label)): \($0.picture) \($0.numbers)", ""]
      }
    case .answers:
      return answers.flatMap { script in
        ["### \(Self.plain(script.title))", ""]
          + script.lines.map { "- \(Self.plain($0.question)) **\(Self.plain($0.answer))**" } + [""]
      }
    case .energy:
      return energy.isEmpty
        ? []
        : ["| day | energy | what it was |", "| --- | ---: | --- |"]
          + energy.map { "| \($0.day) | \(Self.signed($0.level)) | \(Self.plain($0.text)) |" }
    case .options:
      return options.isEmpty
        ? []
        : ["| option | came from | how far |", "| --- | --- | --- |"]
          + options.map {
            "| \(Self.plain($0.text)) | \(Self.plain($0.source ?? ($0.isFurther ? "looking further out" : "not said"))) | \(Self.plain($0.distance ?? ($0.isFurther ? "further out" : "not said"))) |"
          }
    case .postings:
      return postings.flatMap { posting -> [String] in
        [
          "### \(Self.plain(posting.title))", "", "_\(ReportWords.steps(posting.history))_", "",
          Self.plain(posting.fit.sentence), "",
        ]
          + posting.fit.findings.filter { !$0.evidence.isEmpty }.map { finding in
            let quotes = finding.evidence.map { "“\(Self.plain($0.quote))” (line \($0.line))" }
            return
              "- “\(Self.plain(finding.answer.text))”, \(finding.kind.words(as: finding.answer.role)): \(quotes.joined(separator: "; "))"
          } + [""]
      }
    case .round:
      var lines = [ReportWords.standing(self)].compactMap(\.self)
      if !people.isEmpty { lines.append("") }
      lines += people.map { person in
        let next = [person.nextStep, person.due.map { "by \($0)" }].compactMap(\.self)
        return
          "- \(Self.plain(person.name)): \(person.status.rawValue)\(next.isEmpty ? "" : "; next: \(Self.plain(next.joined(separator: " ")))")"
      }
      for debrief in debriefs {
        lines += ["", "**After talking with \(Self.plain(debrief.name))**", ""]
        lines += [debrief.surprise, debrief.dots, debrief.change].compactMap {
          $0.map { "- \(Self.plain($0))" }
        }
      }
      return lines
    }
  }

  static func signed(_ level: Int) -> String {
    level > 0 ? "+\(level)" : "\(level)".replacingOccurrences(of: "-", with: "−")
  }

  static func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private static func plain(_ text: String) -> String { Markdown.plain(text) }
}
