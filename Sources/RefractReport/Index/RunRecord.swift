import Foundation

/// What one run changed: a line of `history.jsonl`.
///
/// Only runs that changed something leave one, so that two runs over the same inputs leave the same bytes.
public struct RunRecord: Sendable, Equatable, Codable {
  /// Counts from 1.
  public var run: Int
  /// `2026-11-26`; nil unless the caller says what time it is (`SOURCE_DATE_EPOCH`).
  public var date: String?
  /// Problems after the run.
  public var problems: Int
  /// Median of the overall quality, 0 to 1, of reports that have one; nil if none has.
  public var quality: Double?
  /// Problems that were not there before; empty in the first run, to which all are new.
  public var new: [Problem]
  public var changed: [Change]
  /// Problems that are gone.
  public var resolved: [Problem]

  /// A problem with its overall quality.
  public struct Problem: Sendable, Equatable, Codable {
    public var id: String
    public var quality: Double?

    public init(id: String, quality: Double?) {
      self.id = id
      self.quality = quality.map(RunRecord.rounded)
    }
  }

  /// A problem whose report reads differently, with its overall quality before and after.
  public struct Change: Sendable, Equatable, Codable {
    public var id: String
    public var from: Double?
    public var to: Double?

    public init(id: String, from: Double?, to: Double?) {
      self.id = id
      self.from = from.map(RunRecord.rounded)
      self.to = to.map(RunRecord.rounded)
    }

    /// How much the quality rose; 0 if it is not known on one side.
    public var rise: Double { from.flatMap { from in to.map { $0 - from } } ?? 0 }
  }

  public init(
    run: Int = 1, date: String? = nil, qualities: [Double?] = [], new: [Problem] = [], changed: [Change] = [],
    resolved: [Problem] = []
  ) {
    self.run = run
    self.date = date
    problems = qualities.count
    // A report without a single lens applied scores 0: there is nothing to score.
    let rated = qualities.compactMap { $0.flatMap { $0 > 0 ? $0 : nil } }.sorted()
    quality = rated.isEmpty ? nil : Self.rounded((rated[(rated.count - 1) / 2] + rated[rated.count / 2]) / 2)
    self.new = new
    self.changed = changed
    self.resolved = resolved
  }

  /// True if nothing is new, changed or gone.
  public var isEmpty: Bool { new.isEmpty && changed.isEmpty && resolved.isEmpty }

  /// Three decimals, as reports show them.
  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

extension RunRecord {
  /// One line of JSON without its line break.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads ``json`` back; nil if it is something else.
  public init?(json: String) {
    guard let record = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else { return nil }
    self = record
  }

  /// The changes of a run and then those of this one, told as one: what came and went again is not told.
  public func following(_ earlier: RunRecord) -> RunRecord {
    var all = self
    let goneNow = Set(resolved.map(\.id))
    let newBefore = Set(earlier.new.map(\.id))
    let goneBefore = Dictionary(earlier.resolved.map { ($0.id, $0.quality) }) { first, _ in first }
    let changedNow = Dictionary(changed.map { ($0.id, $0.to) }) { first, _ in first }
    let comeBack = new.filter { goneBefore.keys.contains($0.id) }
    all.new = earlier.new.filter { !goneNow.contains($0.id) }
      .map { Problem(id: $0.id, quality: changedNow[$0.id] ?? $0.quality) }
    all.new += new.filter { !goneBefore.keys.contains($0.id) }
    let changedBefore = Dictionary(earlier.changed.map { ($0.id, $0) }) { first, _ in first }
    all.changed = earlier.changed.filter { !goneNow.contains($0.id) && changedNow[$0.id] == nil }
    all.changed += changed.filter { !newBefore.contains($0.id) }
      .map { Change(id: $0.id, from: changedBefore[$0.id].map(\.from) ?? $0.from, to: $0.to) }
    all.changed += comeBack.map { Change(id: $0.id, from: goneBefore[$0.id] ?? nil, to: $0.quality) }
    let back = Set(comeBack.map(\.id))
    all.resolved = earlier.resolved.filter { !back.contains($0.id) }
    all.resolved += resolved.filter { !newBefore.contains($0.id) }
      .map { gone in Problem(id: gone.id, quality: changedBefore[gone.id].map(\.from) ?? gone.quality) }
    all.new.sort { $0.id < $1.id }
    all.changed.sort { $0.id < $1.id }
    all.resolved.sort { $0.id < $1.id }
    return all
  }
}
