import QuestionFlow
import WorkFit

extension Report {
  /// Puts the facts into blocks, worded by `words`.
  package init(_ facts: ReportFacts, words: ReportWords = ReportWords()) {
    let builder = ReportBuilder(facts: facts, words: words)
    title = words.title
    day = words.date(facts.day)
    language = words.language
    parts = facts.sections.map { section in
      let blocks = builder.blocks(of: section)
      return Part(
        section: section, heading: words.heading(section),
        blocks: blocks.isEmpty
          ? [.nothing(words.nothing(section), atTerminal: words.nothingAtTerminal(section))]
          : blocks)
    }
  }
}

/// Makes the blocks of each section; none where there is nothing to show.
private struct ReportBuilder {
  let facts: ReportFacts
  let words: ReportWords

  func blocks(of section: ReportSection) -> [ReportBlock] {
    switch section {
    case .profile: profile
    case .outline: outline
    case .energy: energy
    case .options: options
    case .postings: postings
    case .round: round
    case .trends: trends
    case .answers: answers
    }
  }

  // MARK: - What the person said

  private var profile: [ReportBlock] {
    Role.allCases.flatMap { role in
      let lines = facts.profile.filter { $0.role == role }
      // A strength that tires is none of what is good.
      return [
        group(words.heading(role), lines.filter { !$0.tires }),
        group(words.tires, lines.filter(\.tires)),
      ].compactMap(\.self)
    }
  }

  private func group(_ heading: String, _ lines: [ReportFacts.Line]) -> ReportBlock? {
    let items = lines.map { ReportList.Item(text: $0.text) }
    return items.isEmpty
      ? nil : .group(heading: heading, [.list(ReportList(isNumbered: true, items: items))])
  }

  private var outline: [ReportBlock] {
    guard let outline = facts.outline else { return [] }
    let paragraphs = (outline.shown ?? "").split(whereSeparator: \.isNewline).map(String.init)
    let pairs = [
      pair(words.leastSure, outline.openQuestion), pair(words.place, outline.setting),
      pair(words.mustBeThere, outline.mustHaves), pair(words.wouldRefuse, outline.dealBreakers),
      pair(words.restsOn, outline.strengths),
    ].compactMap(\.self)
    return (paragraphs.isEmpty ? [] : [.quotation(paragraphs)])
      + (pairs.isEmpty ? [] : [.pairs(pairs)])
  }

  private func pair(_ name: String, _ text: String?) -> ReportPair? {
    text.map { ReportPair(name: name, text: $0) }
  }

  private func pair(_ name: String, _ texts: [String]) -> ReportPair? {
    texts.isEmpty ? nil : ReportPair(name: name, text: texts.joined(separator: "; "))
  }

  private var energy: [ReportBlock] {
    guard !facts.energy.isEmpty else { return [] }
    let rows = facts.energy.map { entry -> [ReportTable.Cell] in
      [
        .init(text: words.date(entry.day)),
        .init(text: ReportWords.signed(entry.level), level: entry.level),
        .init(text: entry.text),
      ]
    }
    let columns: [ReportTable.Column] = [
      .init(name: words.day, kind: .day), .init(name: words.level, kind: .level),
      .init(name: words.moment, kind: .text),
    ]
    return [.table(ReportTable(columns: columns, rows: rows))]
  }

  private var options: [ReportBlock] {
    guard !facts.options.isEmpty else { return [] }
    func source(_ option: AnswerSheet.Option) -> String {
      option.source ?? (option.isFurther ? words.lookingFurther : words.notSaid)
    }
    let counts = Dictionary(grouping: facts.options, by: source).mapValues(\.count)
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    let chart = ReportChart(
      title: words.optionsChart,
      drawing: .bars(counts.map { ReportChart.Bar(name: $0.key, count: $0.value) }))
    let rows = facts.options.map { option -> [ReportTable.Cell] in
      [
        .init(text: option.text), .init(text: source(option)),
        .init(text: option.distance ?? (option.isFurther ? words.furtherOut : words.notSaid)),
      ]
    }
    return [.chart(chart), .table(table([words.option, words.cameFrom, words.howFar], rows))]
  }

  private func table(_ names: [String], _ rows: [[ReportTable.Cell]]) -> ReportTable {
    ReportTable(columns: names.map { .init(name: $0, kind: .text) }, rows: rows)
  }

  // MARK: - Postings

  private var postings: [ReportBlock] {
    guard !facts.postings.isEmpty else { return [] }
    let points = facts.postings.enumerated().map { place, posting in
      ReportMap.Point(
        number: place + 1, title: title(of: posting), text: words.verdict(posting.fit.verdict),
        x: max(-1, min(1, posting.fit.energy)), y: max(0, min(1, posting.fit.impressiveness)))
    }
    let map = ReportChart(
      title: words.postingsMap, drawing: .map(ReportMap(corners: words.corners, points: points)))
    return [.chart(map)]
      + facts.postings.enumerated().map { place, posting in
        .group(
          heading: "\(place + 1). \(title(of: posting))",
          [.paragraph(words.steps(posting.history))] + blocks(of: posting.fit))
      }
  }

  private func title(of posting: ReportFacts.Posting) -> String {
    posting.title.isEmpty ? words.untitled : posting.title
  }

  private func blocks(of fit: FitReport) -> [ReportBlock] {
    let items = fit.findings.filter { !$0.evidence.isEmpty }.map { finding in
      ReportList.Item(
        text: finding.answer.text, note: words.finding(finding.kind, of: finding.answer.role),
        tone: tone(of: finding.stance ?? finding.kind.stance(tires: false)),
        quotes: finding.evidence.map {
          ReportList.Quote(text: $0.quote, source: words.line($0.line))
        })
    }
    return [.paragraph(fit.sentence)]
      + (items.isEmpty ? [] : [.list(ReportList(isNumbered: false, items: items))])
  }

  private func tone(of stance: Stance) -> ReportList.Tone {
    switch stance {
    case .for: .good
    case .against: .bad
    case .open: .open
    }
  }

  // MARK: - People

  private var round: [ReportBlock] {
    var blocks: [ReportBlock] = []
    if let round = facts.round {
      let done = facts.conversations
      blocks.append(
        .progress(
          ReportProgress(
            done: min(done, round.goal), goal: round.goal,
            text: words.standing(of: round, done: done, on: facts.day))))
    }
    if !facts.people.isEmpty {
      blocks.append(
        .table(table([words.who, words.relation, words.status, words.next], facts.people.map(row))))
    }
    return blocks + facts.debriefs.compactMap(debrief)
  }

  private func row(of person: Contact) -> [ReportTable.Cell] {
    let next = [person.nextStep, person.due.map { words.due($0) }].compactMap(\.self)
    return [
      .init(text: person.name), .init(text: words.relation(to: person)),
      .init(text: words.status(person.status)), .init(text: next.joined(separator: " ")),
    ]
  }

  private func debrief(_ debrief: AnswerSheet.Debrief) -> ReportBlock? {
    let items = [debrief.surprise, debrief.dots, debrief.change].compactMap(\.self)
      .map { ReportList.Item(text: $0) }
    return items.isEmpty
      ? nil
      : .group(
        heading: words.talk(with: debrief.name),
        [.list(ReportList(isNumbered: false, items: items))])
  }

  // MARK: - Answers

  private var trends: [ReportBlock] {
    facts.trends.map { trend in
      let title = "\(trend.script): \(trend.label)"
      let points = trend.last.map { point in
        ReportLine.Point(
          day: point.day.map(words.date), value: point.value,
          text: AnsweredValue.Datum.words(for: point.value, in: words.language))
      }
      let line = ReportLine(
        points: points, low: trend.low, high: trend.high, language: words.language)
      return .chart(ReportChart(title: title, drawing: .line(line)))
    }
  }

  private var answers: [ReportBlock] {
    facts.answers.map { script in
      .group(
        heading: words.heading(of: script),
        [.pairs(script.lines.map { ReportPair(name: $0.question, text: $0.answer) })])
    }
  }
}
