internal import RefractEngine

extension IndexView {
  /// The page of one thinking mode that was recommended somewhere.
  struct ModePage {
    var id: String
    var name: String
    /// How many problems it was recommended for.
    var problems: Int
    var record: Record

    /// One line for the front matter.
    var description: String { "Problems that call for \(name), and the lenses it offers them" }
  }

  private struct ModeUse {
    var problem: ReportSummary
    var mode: ReportSummary.Mode
    var isFirst: Bool
  }

  /// One page a mode, by name.
  var modePages: [ModePage] {
    var uses: [String: [ModeUse]] = [:]
    for one in summaries {
      for (rank, mode) in (one.common?.advice ?? []).enumerated() {
        uses[mode.id, default: []].append(ModeUse(problem: one, mode: mode, isFirst: rank == 0))
      }
    }
    let lenses = Dictionary(lensPages.map { ($0.name, $0.id) }) { first, _ in first }
    return uses.compactMap { id, uses in
      guard let name = uses.first?.mode.name else { return nil }
      // Worst first among the problems that begin with it, then those for which it stands second or third.
      let sorted = uses.filter(\.isFirst) + uses.filter { !$0.isFirst }
      let record: Record = [
        "id": .text(id), "name": .text(name),
        "count": .text(uses.count == 1 ? "One problem" : "\(uses.count) problems"),
        "lead": .text(Self.lead(uses)),
        "lenses": .list(Self.offered(uses, lenses)),
        "has_lenses": .flag(uses.contains { !$0.mode.lenses.isEmpty }), "problems": .list(sorted.map(Self.problem)),
        "version": .text(uses.first?.problem.version), "catalogue": .text(uses.first?.problem.catalogue),
      ]
      return ModePage(id: id, name: name, problems: uses.count, record: record)
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// "21 problems call for Systems Thinking; it stands first for twelve."
  private static func lead(_ uses: [ModeUse]) -> String {
    let name = uses.first?.mode.name ?? ""
    let first = uses.count(where: \.isFirst)
    if uses.count == 1 {
      return "One problem calls for \(name), " + (first == 1 ? "first of all." : "after another mode.")
    }
    let all = Words.capitalised(Words.count(uses.count)) + " problems call for \(name); it stands first for "
    return all + (first == 0 ? "none of them." : first == uses.count ? "each." : Words.count(first) + ".")
  }

  /// The lenses that the mode offered, most often offered first.
  private static func offered(_ uses: [ModeUse], _ pages: [String: String]) -> [Record] {
    var counts: [String: Int] = [:]
    for name in uses.lazy.flatMap(\.mode.lenses) { counts[name, default: 0] += 1 }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { name, count in
      [
        "id": .text(pages[name]), "name": .text(name), "count": .number(count),
        "is_linked": .flag(pages[name] != nil),
      ]
    }
  }

  private static func problem(_ use: ModeUse) -> Record {
    [
      "id": .text(use.problem.id), "title": .text(use.problem.title), "domain": .text(use.problem.domain),
      "reasoning": .text(Words.sentence(use.mode.reasoning)), "score": .text(Words.score(use.mode.score)),
      "bar": .markup(Pictures.bar(use.mode.score, isStrong: use.isFirst)), "is_first": .flag(use.isFirst),
    ]
  }
}
