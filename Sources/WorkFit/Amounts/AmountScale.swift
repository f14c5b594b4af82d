/// Amounts in the unit of their kind.
extension AmountReader {
  private static let nightsInWeek = 7.0

  func per(_ numeral: Numeral) -> String? {
    if let per = numeral.per { return per }
    if numeral.interval.high >= lexicon.yearlyFrom { return "year" }
    return side == .statement && numeral.interval.high >= lexicon.monthlyFrom ? "month" : nil
  }

  func unit(of numeral: Numeral, _ rule: AmountRule, _ spec: QuantityLexicon.Kind)
    -> String
  {
    guard rule.kind == .travel else { return spec.unit }
    if rule.scale == .weeksToTrips { return "trip" }
    switch numeral.unit {
    case "trip", "times": return "trip"
    case "night": return "night"
    default: return "share"
    }
  }

  func travelPer(
    _ numeral: Numeral, _ rule: AmountRule, _ spec: QuantityLexicon.Kind
  ) -> String? {
    rule.kind == .travel
      && (rule.scale == .weeksToTrips || ["trip", "times", "night"].contains(numeral.unit))
      ? "year" : spec.per
  }

  func scaled(
    _ numeral: Numeral, by rule: AmountRule, kind: AmountKind, words: Words
  ) -> Interval? {
    var interval = numeral.interval
    switch rule.scale {
    case .fullWeek:
      guard interval.high <= 1.2 else { return nil }
      let week = lexicon.fullWeek
      interval = Interval(interval.low * week.low, interval.high * week.high)
    case .fullWeekPercent:
      let week = lexicon.fullWeek
      interval = Interval(interval.low * week.low / 100, interval.high * week.high / 100)
    case .monthToYear: interval = interval.scaled(by: 12)
    case .hoursToDays:
      let day = lexicon.fullWeek.scaled(by: 1 / lexicon.workingWeek)
      interval = Interval(interval.low / day.high, interval.high / day.low)
    case .toWeekly:
      interval = interval.scaled(by: (lexicon.inAYear[numeral.per ?? ""] ?? 52) / 52)
    case .shareOfWeek:
      interval = interval.scaled(by: lexicon.workingWeek / (numeral.isRatio ? 1 : 100))
    case .daysOfWeek: interval = interval.scaled(by: 100 / lexicon.workingWeek)
    case .daysOf:
      let perWeek = (lexicon.inAYear[numeral.per ?? ""] ?? 52) / 52
      interval = interval.scaled(by: 100 * perWeek / lexicon.workingWeek)
    case .weeksToTrips:
      interval = interval.scaled(by: lexicon.inAYear[numeral.unit ?? "week"] ?? 52)
    case .toWeeks:
      interval = lengths(
        interval, numeral.unit, of: ["week": 1, "month": 52.0 / 12, "day": 1.0 / 7])
    case .toMonths:
      interval = lengths(
        interval, numeral.unit, of: ["month": 1, "year": 12, "week": 12.0 / 52, "day": 12.0 / 365])
    case .toYears:
      interval = lengths(
        interval, numeral.unit, of: ["year": 1, "month": 1.0 / 12, "week": 1.0 / 52])
    case .toMinutes: interval = lengths(interval, numeral.unit, of: ["minute": 1, "hour": 60])
    case .distance: interval = lengths(interval, numeral.unit, of: ["km": 1, "mile": 1.609344])
    case .percentOfWeeks:
      interval = interval.scaled(by: (lexicon.inAYear[numeral.per ?? ""] ?? 52) / 52 * 100)
    case .shareOfWeeks:
      if !numeral.isRatio {
        interval = interval.scaled(by: (lexicon.inAYear[numeral.per ?? ""] ?? 52) / 52)
        // Of so many nights a week the share of all nights.
        if numeral.unit == "night" || numeral.unit == "evening" {
          interval = interval.scaled(by: 1 / Self.nightsInWeek)
        }
      }
    case nil:
      if kind == .travel {
        if numeral.isRatio {
          interval = interval.scaled(by: 100)
        } else if let per = numeral.per, numeral.unit != "share" {
          interval = interval.scaled(by: lexicon.inAYear[per] ?? 1)
        }
      }
      if kind == .holiday, numeral.unit == "week" {
        interval = interval.scaled(by: lexicon.leaveWeek)
      }
      if kind == .holiday, numeral.unit == "month" {
        interval = interval.scaled(by: lexicon.leaveWeek * 52 / 12)
      }
    }
    if rule.isInverted {
      interval = interval.taken(from: rule.units.contains("weekend") ? 1 : lexicon.workingWeek)
    }
    return interval
  }

  private func lengths(_ interval: Interval, _ unit: String?, of lengths: [String: Double])
    -> Interval
  {
    interval.scaled(by: lengths[unit ?? ""] ?? 1)
  }
}
