/// Days of the calendar, in UTC.
package enum Day {
  /// `2026-11-26` for the seconds since 1970 that `SOURCE_DATE_EPOCH` holds; nil for what is no such number, or lies
  /// beyond the year 9999.
  package static func text(epoch: String) -> String? {
    guard let seconds = Int(epoch), (0..<253_402_300_800).contains(seconds) else { return nil }
    // Days since 1 March 0000, in eras of 400 years: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `2026-11-26T09:30:00Z` for so many seconds since 1970; what lies outside the years 1970 to 9999 becomes its nearest.
  package static func time(epoch seconds: Int) -> String {
    let seconds = min(max(seconds, 0), 253_402_300_799)
    let clock = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return (text(epoch: String(seconds)) ?? "1970-01-01") + "T" + clock.joined(separator: ":") + "Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
