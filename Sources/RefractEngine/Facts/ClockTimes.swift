/// Bare numbers that are hours of the day ("opens at eight", "between six and eight in the evening", "half past one") or
/// versions ("since 5.3"), not amounts. "The wait is at 14" and "fell from 12 to 4" stay amounts.
struct ClockTimes {
  let sentence: SentenceTokens

  /// First token behind the hours at a place; nil if none stand there.
  func end(at index: Int) -> Int? {
    if ["half", "quarter"].contains(sentence.key(index)), ["past", "to"].contains(sentence.key(index + 1)),
      isHour(index + 2)
    {
      return index + 3
    }
    if isVersion(index) || isTimetabled(index) { return index + 1 }
    guard isHour(index) else { return nil }
    let before = sentence.key(index - 1)
    let after = sentence.key(index + 1)
    if Self.hourWords.contains(after) { return index + 2 }
    if let end = endOfNight(index) { return end }
    let isPair = (before == "between" && after == "and" || before == "from" && after == "to") && isHour(index + 2)
    let isOpening = Self.leads.contains(before) && !isCounted(index + 1)
    guard isPair && !isCounted(index + 3) || isOpening, !isLevel(before: index - 1) else { return nil }
    if isPair, isOfficeDay(index) { return index + 3 }
    let near = max(0, index - 14)..<min(sentence.count, index + 10)
    guard near.contains(where: { Self.cues.contains(sentence.key($0)) || Self.cues.contains(sentence.stem($0)) })
    else { return nil }
    if isPair { return index + 3 }
    // "Starting at four instead of two"
    if after == "instead", sentence.key(index + 2) == "of", isHour(index + 3), !isCounted(index + 4) {
      return index + 4
    }
    return index + 1
  }

  /// "From 9 to 5 every seat is taken": an afternoon hour behind a morning one opens the sentence.
  private func isOfficeDay(_ index: Int) -> Bool {
    guard index <= 2, sentence.key(index - 1) == "from", let start = Int(sentence.string(index)),
      let end = Int(sentence.string(index + 2))
    else { return false }
    return (7...12).contains(start) && (1...8).contains(end) && end < start
  }

  private func isHour(_ index: Int) -> Bool {
    if let value = NumberWords.small[sentence.key(index)] { return value <= 12 }
    guard sentence.isNumber(index), !sentence.isGlued(index) else { return false }
    guard !sentence.isGlued(index + 1) || sentence.kind(index + 1) == .punctuation && !sentence.isNumber(index + 2),
      let value = Int(sentence.string(index))
    else { return false }
    return (1...24).contains(value)
  }

  /// A unit or a counted noun follows.
  private func isCounted(_ index: Int) -> Bool {
    if UnitWords.isUnit(sentence, index) || sentence.kind(index) == .symbol || sentence.isNumber(index) { return true }
    if ["of", "out", "at", "or", "more", "to"].contains(sentence.key(index)) { return true }
    return sentence.isWord(index) && !NounRun.stops.contains(sentence.key(index))
      && NounRun.isPlural(sentence, index) && Verbs.entry(sentence.key(index))?.form != .third
  }

  /// "is at 14", "went from 12 to 4": a value stands there.
  private func isLevel(before place: Int) -> Bool {
    (max(0, place - 4)..<max(place, 0)).contains { Self.levels.contains(sentence.key($0)) }
      && !(max(0, place - 3)..<max(place, 0)).contains {
        ["turned", "back", "open", "closed"].contains(sentence.key($0))
      }
  }

  /// "between 22 and 2", "between midnight and 4", "who came at 3": no amount is between a larger and a smaller one.
  private func endOfNight(_ index: Int) -> Int? {
    let before = sentence.key(index - 1)
    let names: Set<WordKey> = ["midnight", "noon", "midday"]
    if ["and", "to"].contains(before), names.contains(sentence.key(index - 2)) { return index + 1 }
    if before == "between", sentence.key(index + 1) == "and", names.contains(sentence.key(index + 2)) {
      return index + 3
    }
    if before == "between", sentence.key(index + 1) == "and", isHour(index + 2), !isCounted(index + 3),
      let first = Int(sentence.string(index)), let last = Int(sentence.string(index + 2)), first > last
    {
      return index + 3
    }
    guard before == "at", !isCounted(index + 1), Self.calls.contains(sentence.key(index - 2)) else { return nil }
    return index + 1
  }

  /// "leaves at 5.40 and arrives in Harlow at 6.25": hours and minutes with a full stop.
  private func isTimetabled(_ index: Int) -> Bool {
    guard sentence.isNumber(index), Self.leads.contains(sentence.key(index - 1)),
      !UnitWords.isUnit(sentence, index + 1), sentence.kind(index + 1) != .symbol, !sentence.isGlued(index)
    else { return false }
    let parts = sentence.string(index).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 25,
      minute < 60
    else { return false }
    let near = max(0, index - 6)..<index
    return near.contains { Self.departures.contains(sentence.stem($0)) || Self.departures.contains(sentence.key($0)) }
  }

  /// A number with one decimal behind "since" or "before", or beside words of software.
  private func isVersion(_ index: Int) -> Bool {
    guard sentence.isNumber(index), !UnitWords.isUnit(sentence, index + 1), sentence.kind(index + 1) != .symbol,
      !sentence.isGlued(index), !sentence.isGlued(index + 1) || sentence.kind(index + 1) == .punctuation
    else { return false }
    let raw = sentence.raw(index)
    guard raw.count <= 4, let point = raw.firstIndex(of: UInt8(ascii: ".")), raw.endIndex - point == 2 else {
      return false
    }
    let before = sentence.key(index - 1)
    if ["since", "before", "until", "till"].contains(before) { return true }
    guard ["of", "for", "in", "at", "with", "on"].contains(before) else { return false }
    let near = max(0, index - 12)..<min(sentence.count, index + 8)
    return near.contains { Self.software.contains(sentence.key($0)) }
  }

  private static let leads: Set<WordKey> = ["at", "until", "till", "by", "before", "after", "from", "past", "towards"]
  private static let hourWords: Set<WordKey> = ["o'clock", "p.m", "a.m", "sharp"]
  private static let calls: Set<WordKey> = [
    "came", "come", "comes", "arrive", "arrives", "arrived", "leave", "leaves", "turned", "opens", "closes",
  ]
  private static let departures: Set<WordKey> = [
    "leaves", "leave", "left", "arrives", "arrive", "arrived", "departs", "depart", "opens", "open", "closes", "close",
    "starts", "start", "ends", "end", "begins", "begin", "runs", "comes", "goes", "train", "bus", "ferry", "van",
  ]
  private static let levels: Set<WordKey> = WordBook.words("level_verbs")
  private static let cues: Set<WordKey> = WordBook.words("clock_cues")
  private static let software: Set<WordKey> = WordBook.words("version_cues")
}
