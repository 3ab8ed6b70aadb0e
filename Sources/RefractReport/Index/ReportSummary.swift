import Foundation
public import RefractEngine

/// What the pages over all problems keep of one report.
public struct ReportSummary: Sendable, Equatable {
  public var id: String
  public var title: String
  public var domain: String?
  public var tags: [String]
  /// The author's words.
  public var deadline: String?
  /// Working days until the deadline; nil if they are not known.
  public var workingDays: Double?
  /// Name of the first thinking mode.
  public var topMode: String?
  /// The lenses that were applied, and those that fit at least by half, best first: what the pages show.
  public var lenses: [Lens]
  public var reframe: String
  public var rootCause: Root?
  public var firstStep: String?
  /// 0 to 1.
  public var quality: Double
  /// Value of the headline "Gap to target", with its note.
  public var gap: String?
  public var gapNote: String?
  /// 0 to 1: how much of the way is still to go.
  public var gapFraction: Double?
  public var evidence: String
  public var isThin: Bool
  public var attempts: Int
  public var version: String
  public var catalogue: String
  /// What can be compared with other problems; nil in a record of an older version.
  public var common: Common?

  /// True if a lens was applied, so that there is something to score.
  var isRated: Bool { lenses.contains(where: \.isApplied) }

  /// One lens and how it fits the problem.
  public struct Lens: Sendable, Equatable, Codable {
    public var id: String
    public var name: String
    /// 0 to 1.
    public var score: Double
    public var isApplied: Bool
    /// What the lens page tells; nil if it was not applied.
    public var definition: String?
    public var source: String?
    /// Its firmest belief with its number; nil if it was not applied or found nothing.
    public var belief: String?
    public var beliefNumber: Int?
    /// Confidence of that belief.
    public var confidence: Double?
  }

  public struct Root: Sendable, Equatable, Codable {
    public var lens: String
    public var statement: String
    public var confidence: Double
  }

  /// What the synthesis over all problems is made from.
  public struct Common: Sendable, Equatable, Codable {
    /// Lens and rule of the root cause: "queueing.full_means_waiting".
    public var rootRule: String?
    public var questions: [String]
    public var limits: [Report.Limit]
    /// Names of the recommended modes, and of all there are.
    public var modes: [String]
    public var allModes: [String]
    public var steps: [Step]
    /// The recommended modes, best first; nil in a record of an older version.
    public var advice: [Mode]?
    /// What is said in place of a quality where no report was made of the text.
    public var outside: String?
  }

  /// A recommended thinking mode.
  public struct Mode: Sendable, Equatable, Codable {
    public var id: String
    public var name: String
    /// 0 to 0.95.
    public var score: Double
    public var reasoning: String
    /// Names of the lenses it offers.
    public var lenses: [String]
  }

  /// An action of the plan.
  public struct Step: Sendable, Equatable, Codable {
    /// Equal in all reports that give the same advice.
    public var source: String
    public var text: String
    public var lens: String?
  }

  public init(_ report: Report) {
    let problem = report.problem
    id = problem.id
    title = problem.title
    domain = report.domain
    tags = problem.tags
    deadline = problem.deadline
    workingDays = report.solution.path?.available
    topMode = report.thinkingMode.recommended.first?.name
    lenses = Self.lenses(report)
    reframe = report.brief.reframe
    rootCause = report.solution.rootCause.map {
      Root(lens: $0.lens, statement: $0.statement, confidence: $0.confidence)
    }
    firstStep = report.brief.firstStep
    quality = report.solution.quality.overall
    let headline = report.headlines.first { $0.label.hasPrefix("Gap") }
    gap = headline?.value
    gapNote = headline?.note
    gapFraction = headline?.fraction
    evidence = report.brief.evidence
    isThin = report.brief.isThin
    attempts = report.solution.autopsies.count
    version = report.provenance.version
    catalogue = report.provenance.catalogue
    common = Self.common(report)
  }

  private static func common(_ report: Report) -> Common {
    let root = report.solution.rootCause?.belief
    return Common(
      rootRule: report.analyses.lazy.flatMap(\.beliefs).first { $0.number == root }?.rule,
      questions: report.common.questions, limits: report.common.limits,
      modes: report.thinkingMode.recommended.map(\.name), allModes: report.common.modes,
      steps: report.solution.actions.filter { !$0.source.isEmpty }.map {
        Step(source: $0.source, text: $0.text, lens: $0.lenses.first)
      },
      advice: report.thinkingMode.recommended.map {
        Mode(id: $0.id, name: $0.name, score: $0.matchScore, reasoning: $0.reasoning, lenses: $0.lenses)
      },
      outside: report.brief.outside.map { _ in report.brief.isThin ? "No problem told" : "A person’s own matter" })
  }

  /// A lens that fits less is no news, and a batch of thousands would remember eighty lenses for each problem.
  private static let leastScore = 0.5

  private static func lenses(_ report: Report) -> [Lens] {
    let unranked = report.analyses.filter { analysis in !report.lensRanking.contains { $0.id == analysis.id } }
    let ranked = report.lensRanking.map { lens($0.id, $0.name, score: $0.score, in: report) }
    return ranked.filter { $0.isApplied || $0.score >= leastScore }
      + unranked.map { lens($0.id, $0.name, score: 0, in: report) }
  }

  private static func lens(_ id: String, _ name: String, score: Double, in report: Report) -> Lens {
    let analysis = report.analyses.first { $0.id == id }
    let best = analysis?.beliefs.max { ($0.confidence, $1.number) < ($1.confidence, $0.number) }
    return Lens(
      id: id, name: name, score: score, isApplied: analysis != nil, definition: analysis?.definition,
      source: analysis?.source, belief: best?.belief, beliefNumber: best?.number,
      confidence: best?.confidence)
  }

  /// Order of the index: lowest quality first, then thin evidence, then the nearest deadline, then by name.
  static func isWorse(_ left: ReportSummary, _ right: ReportSummary) -> Bool {
    let one = (Words.percent(left.quality), left.isThin ? 0 : 1, left.workingDays ?? .infinity)
    let two = (Words.percent(right.quality), right.isThin ? 0 : 1, right.workingDays ?? .infinity)
    return one == two ? left.id < right.id : one < two
  }
}

extension ReportSummary: Codable {
  /// One line of JSON with sorted keys, as the manifest keeps it.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads ``json`` back; nil if an older version wrote it in another shape.
  public init?(json: String) {
    guard let summary = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else { return nil }
    self = summary
  }
}
