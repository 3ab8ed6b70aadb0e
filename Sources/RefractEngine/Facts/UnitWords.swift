/// The words and symbols that stand for units.
enum UnitWords {
  /// Units that may stand apart from their number.
  static let apart: [WordKey: Quantity.Unit] = [
    "ms": .millisecond, "msec": .millisecond, "msecs": .millisecond, "millisecond": .millisecond,
    "milliseconds": .millisecond, "s": .second, "sec": .second, "secs": .second, "second": .second,
    "seconds": .second, "min": .minute, "mins": .minute, "minute": .minute, "minutes": .minute, "h": .hour,
    "hr": .hour, "hrs": .hour, "hour": .hour, "hours": .hour, "day": .day, "days": .day, "week": .week, "weeks": .week,
    "wk": .week, "wks": .week, "month": .month, "months": .month, "mo": .month, "mos": .month, "year": .year,
    "years": .year, "yr": .year, "yrs": .year, "percent": .percent, "pct": .percent, "prozent": .percent, "pp": .point,
    "points": .point, "point": .point, "dollars": .money("dollars"), "dollar": .money("dollars"),
    "bucks": .money("dollars"), "euros": .money("euros"), "euro": .money("euros"), "eur": .money("EUR"),
    "usd": .money("USD"), "gbp": .money("GBP"), "chf": .money("CHF"), "aud": .money("AUD"), "cad": .money("CAD"),
    "rupees": .money("rupees"), "yen": .money("yen"), "pesos": .money("pesos"), "francs": .money("francs"),
    "minuten": .minute, "stunden": .hour, "stunde": .hour, "tage": .day, "tagen": .day, "wochen": .week,
    "woche": .week, "monate": .month, "monaten": .month, "monat": .month, "jahre": .year, "jahren": .year,
    "heures": .hour, "heure": .hour, "jours": .day, "semaines": .week, "semaine": .week, "mois": .month,
    "minutos": .minute, "horas": .hour, "días": .day, "dias": .day, "semanas": .week, "meses": .month, "años": .year,
    "minuti": .minute, "giorni": .day, "settimane": .week, "mesi": .month, "anni": .year, "dagen": .day,
    "weken": .week, "maanden": .month,
    "cents": .money("cents"), "pence": .money("pence"), "dólares": .money("dólares"),
  ]
  /// Further units that count only when the number touches them.
  static let glued: [WordKey: Quantity.Unit] = ["d": .day, "w": .week, "wk": .week, "y": .year, "q": .quarter]
  /// Symbols printed as the author wrote them.
  static let other: Set<WordKey> = [
    "b", "kb", "mb", "gb", "tb", "pb", "kib", "mib", "gib", "tib", "bytes", "byte", "bit", "bits", "km", "cm", "mm",
    "kg", "mg", "lb", "lbs", "pounds", "tonnes", "tons", "litres", "liters", "ml", "hz", "khz", "mhz", "ghz", "kw",
    "kwh", "mw", "mph", "kmh", "rpm", "qps", "rps", "tps", "bps", "kbps", "mbps", "gbps", "metres", "meters", "miles",
    "kilometres", "kilometers", "feet", "hectares", "acres", "degrees", "g", "gallons", "watts", "fps", "dpi", "px",
    "gram",
    "grams", "kilogram", "kilograms", "kilo", "kilos", "kilometre", "kilometer", "metre", "meter", "litre", "liter",
    "decibels", "calories",
  ]
  static let currencySymbols: Set<WordKey> = ["$", "€", "£", "¥", "₹"]
  /// "euros", "€"
  static func isMoney(_ key: WordKey) -> Bool {
    if case .money? = apart[key] { return true }
    return currencySymbols.contains(key)
  }
  static let currencyPrefixes: Set<WordKey> = ["a", "us", "c", "ca", "au", "nz", "hk", "s", "r"]
  static let currencyCodes: Set<WordKey> = [
    "usd", "eur", "gbp", "chf", "aud", "cad", "nzd", "sek", "nok", "dkk", "inr",
  ]
  /// Periods after `per`, `a`, `/`.
  static let periods: [WordKey: Quantity.Unit] = [
    "second": .second, "sec": .second, "s": .second, "minute": .minute, "min": .minute, "hour": .hour, "hr": .hour,
    "h": .hour, "day": .day, "week": .week, "wk": .week, "w": .week, "month": .month, "mo": .month, "quarter": .quarter,
    "year": .year, "yr": .year, "y": .year, "annum": .year, "fortnight": .other("fortnight"),
    "sprint": .other("sprint"),
    "night": .other("night"), "weekend": .other("weekend"), "shift": .other("shift"), "season": .other("season"),
    "term": .other("term"), "semester": .other("semester"), "d": .day,
  ]
  static let adverbs: [WordKey: Quantity.Unit] = [
    "daily": .day, "weekly": .week, "monthly": .month, "quarterly": .quarter, "yearly": .year, "annually": .year,
    "hourly": .hour, "fortnightly": .other("fortnight"), "nightly": .other("night"),
  ]

  /// True if two units can be compared or subtracted once times are brought to one unit.
  static func comparable(_ left: Quantity.Unit, _ right: Quantity.Unit) -> Bool {
    if left == right { return true }
    if left.isTime, right.isTime { return true }
    switch (left, right) {
    case (.money(let one), .money(let two)): return currency(one) == currency(two)
    case (.other(let one), .other(let two)): return one.lowercased() == two.lowercased()
    default: return false
    }
  }

  /// The sign that stands for a currency however it is written: `dollars` and `$` are one.
  static func currency(_ name: String) -> String {
    switch name {
    case "dollars", "USD", "US$": "$"
    case "euros", "EUR": "€"
    case "GBP": "£"
    case "AUD", "AU$": "A$"
    case "CAD", "CA$": "C$"
    default: name
    }
  }

  /// Value in the other unit of time; the value itself for units that are no time.
  static func convert(_ value: Double, from unit: Quantity.Unit, to other: Quantity.Unit) -> Double {
    guard let from = unit.seconds, let into = other.seconds, from != into else { return value }
    return value * from / into
  }
}
