internal import Foundation
internal import QuestionFlow
internal import SafeOutput
internal import WorkFit

extension Report {
  /// The report as one HTML page that loads nothing from anywhere and runs nothing.
  public var html: String {
    let parts = sections.map { section in
      let body = content(of: section)
      return """
        <section id="\(section.rawValue)">
        <h2>\(Self.escaped(ReportWords.heading(section)))</h2>
        \(body.isEmpty ? "<p class=\"faint\">\(Self.escaped(ReportWords.nothing(section)))</p>" : body)
        </section>
        """
    }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <title>My next move</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <header><h1>My next move</h1><p class="faint">\(day)</p></header>
      <main>
      \(parts.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func content(of section: Section) -> String {
    switch section {
    case .profile: profileHTML
    case .outline: outlineHTML
    case .energy: energy.isEmpty ? "" : energyTable
    case .options: options.isEmpty ? "" : OptionsChart(options: options).svg + optionsTable
    case .postings: postings.isEmpty ? "" : FitMap(postings: postings).svg + postingsHTML
    case .round: roundHTML
    case .trends: trends.enumerated().map { TrendChart(trend: $1, number: $0).html }.joined()
    case .answers: answersHTML
    }
  }

  private var profileHTML: String {
    let groups = Role.allCases.compactMap { role -> String? in
      let here = profile.filter { $0.role == role }
      guard !here.isEmpty else { return nil }
      let items = here.map {
        "<li>\(Self.escaped($0.text))\($0.tires ? " <span class=\"faint\">and tired of it</span>" : "")</li>"
      }
      return
        "<div class=\"card\"><h3>\(role.heading)</h3><ol>\(items.joined())</ol></div>"
    }
    return groups.isEmpty ? "" : "<div class=\"cards\">\(groups.joined())</div>"
  }

  private var outlineHTML: String {
    guard let outline else { return "" }
    let paragraphs = (outline.shown ?? "").components(separatedBy: "\n\n").map {
      "<p>\(Self.escaped($0))</p>"
    }
    let facts: [(String, String?)] = [
      ("Least sure of", outline.openQuestion), ("The place", outline.setting),
      ("Must be there", Self.joined(outline.mustHaves)),
      ("Would say no to", Self.joined(outline.dealBreakers)),
      ("Rests on", Self.joined(outline.strengths)),
    ]
    let rows = facts.compactMap { name, text in
      text.map { "<dt>\(name)</dt><dd>\(Self.escaped($0))</dd>" }
    }
    return "<blockquote>\(paragraphs.joined())</blockquote><dl>\(rows.joined())</dl>"
  }

  private var energyTable: String {
    let rows = energy.map {
      "<tr><td class=\"day\">\($0.day)</td><td class=\"number\">\(Self.bar($0.level))\(Self.signed($0.level))</td><td>\(Self.escaped($0.text))</td></tr>"
    }
    return Self.table(["Day", "Energy", "What it was"], rows)
  }

  /// A bar beside the day: so long as the level is far from nought, and of the colour of what gave or took.
  private static func bar(_ level: Int) -> String {
    guard level != 0 else { return "" }
    return
      "<span class=\"bar \(level < 0 ? "took" : "gave")\" style=\"width:\(abs(level))rem\"></span> "
  }

  private var optionsTable: String {
    let rows = options.map {
      "<tr><td>\(Self.escaped($0.text))</td><td>\(Self.escaped($0.source ?? ($0.isFurther ? "looking further out" : "not said")))</td><td>\(Self.escaped($0.distance ?? ($0.isFurther ? "further out" : "not said")))</td></tr>"
    }
    return Self.table(["Option", "Came from", "How far"], rows)
  }

  private var postingsHTML: String {
    postings.enumerated().map { number, posting in
      let findings = posting.fit.findings.filter { !$0.evidence.isEmpty }.map { finding in
        let quotes = finding.evidence.map {
          "<q>\(Self.escaped($0.quote))</q> <span class=\"faint\">line \($0.line)</span>"
        }
        return
          "<li class=\"\(finding.kind.stance.rawValue)\"><strong>\(Self.escaped(finding.answer.text))</strong> <span class=\"tag\">\(Self.escaped(finding.kind.words(as: finding.answer.role)))</span><br>\(quotes.joined(separator: "<br>"))</li>"
      }
      return """
        <article class="card"><h3>\(number + 1). \(Self.escaped(posting.title))</h3>
        <p class="faint">\(ReportWords.steps(posting.history))</p>
        <p>\(Self.escaped(posting.fit.sentence))</p><ul class="findings">\(findings.joined())</ul></article>
        """
    }.joined(separator: "\n")
  }

  private var roundHTML: String {
    var parts: [String] = []
    if let standing = ReportWords.standing(self) {
      parts.append("<p>\(Self.escaped(standing))</p>")
    }
    if let round {
      let done = min(conversations, round.goal)
      parts.append(
        "<p><progress max=\"\(round.goal)\" value=\"\(done)\">\(done) of \(round.goal)</progress></p>"
      )
    }
    if !people.isEmpty {
      let rows = people.map { person in
        let next = [person.nextStep, person.due.map { "by \($0)" }].compactMap(\.self)
        return
          "<tr><td>\(Self.escaped(person.name))</td><td>\(Self.escaped(person.relation ?? ""))</td><td>\(person.status.rawValue)</td><td>\(Self.escaped(next.joined(separator: " ")))</td></tr>"
      }
      parts.append(Self.table(["Who", "Relation", "How far", "Next"], rows))
    }
    for debrief in debriefs {
      let lines = [debrief.surprise, debrief.dots, debrief.change].compactMap {
        $0.map { "<li>\(Self.escaped($0))</li>" }
      }
      parts.append(
        "<div class=\"card\"><h3>After talking with \(Self.escaped(debrief.name))</h3><ul>\(lines.joined())</ul></div>"
      )
    }
    return parts.joined(separator: "\n")
  }

  private var answersHTML: String {
    answers.map { script in
      let rows = script.lines.map {
        "<dt>\(Self.escaped($0.question))</dt><dd>\(Self.escaped($0.answer))</dd>"
      }
      return
        "<article class=\"card\"><h3>\(Self.escaped(script.title))</h3><dl>\(rows.joined())</dl></article>"
    }.joined(separator: "\n")
  }

  private static func table(_ heads: [String], _ rows: [String]) -> String {
    "<div class=\"wide\"><table><thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead><tbody>\(rows.joined())</tbody></table></div>"
  }

  /// Text that means nothing to HTML, in content and in attributes; control characters are left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Sanitizer.text(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1d2430;--faint:#5c6675;--paper:#fbfaf7;--card:#fff;--line:#d9d6cd;\
    --good:#1f7a5c;--bad:#b3402f;--open:#8a6d1d;--accent:#2f5d9b}
    @media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--faint:#a3a9b3;--paper:#15181d;--card:#1d2128;\
    --line:#363c46;--good:#6cc7a4;--bad:#f0907f;--open:#dcbf6a;--accent:#8db6ec}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);\
    font:1rem/1.55 Georgia,"Times New Roman",serif;overflow-wrap:break-word}
    h1,h2,h3,th,.tag,text{font-family:system-ui,-apple-system,"Segoe UI",sans-serif}
    h1{font-size:1.9rem;margin:0}h2{font-size:1.3rem;margin:2.5rem 0 .8rem;border-bottom:1px solid var(--line)}
    h3{font-size:1rem;margin:0 0 .4rem}
    .faint{color:var(--faint)}.cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr))}
    .card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem;margin:0 0 1rem}
    .cards .card{margin:0}ol,ul{margin:.2rem 0;padding-left:1.3rem}li{margin:.25rem 0}
    blockquote{margin:0 0 1rem;padding:.2rem 1rem;border-left:.25rem solid var(--accent);font-size:1.1rem}
    dl{display:grid;grid-template-columns:minmax(6rem,auto) minmax(0,1fr);gap:.3rem 1rem}dt{color:var(--faint)}dd{margin:0}
    .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}
    th,td{text-align:left;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
    .number,.day{font-variant-numeric:tabular-nums;white-space:nowrap}
    td,dd,li,blockquote{overflow-wrap:anywhere}.day,.number,th{overflow-wrap:normal}
    .bar{display:inline-block;height:.7em;border-radius:2px}.gave{background:var(--good)}.took{background:var(--bad)}
    .findings{list-style:none;padding:0}.findings li{border-left:.25rem solid var(--line);padding-left:.7rem;margin:.7rem 0}
    .findings .against{border-color:var(--bad)}.findings .for{border-color:var(--good)}.findings .open{border-color:var(--open)}
    .tag{font-size:.8rem;color:var(--faint)}
    figure{margin:0 0 1rem}svg{display:block;width:100%;height:auto;max-width:34rem}
    svg text{fill:var(--ink);font-size:13px}svg .axis{stroke:var(--line)}svg .frame{fill:none;stroke:var(--line)}svg .label{fill:var(--paper)}svg .soft{fill:var(--faint)}
    svg .good{fill:var(--good)}svg .bad{fill:var(--bad)}svg .dot{fill:var(--accent)}svg .shade{fill:var(--line);opacity:.35}
    progress{width:100%;max-width:24rem;accent-color:var(--accent)}
    @media print{body{max-width:none;padding:0;background:#fff;color:#000}.card,tr,li,figure{break-inside:avoid}h2{break-after:avoid}}
    """
}
