/// The choices above the list of all problems. They work by style alone: each is a radio button, each row bears the keys
/// of the choices that it belongs to, and a rule of the style sheet hides the others.
extension IndexView {
  /// Most choices of a group; the style sheet has a rule for each of them.
  static let maximumChoices = 8

  /// What problems can be chosen by.
  private struct Group {
    var id: String
    var title: String
    /// Words with the rows that they hold for.
    var choices: [(words: String, rows: Set<Int>)]
  }

  private var groups: [Group] {
    let states = runStates
    func rows(_ test: (ReportSummary) -> Bool) -> Set<Int> {
      Set(summaries.indices.filter { test(summaries[$0]) })
    }
    func byName(_ name: (ReportSummary) -> String?) -> [(words: String, rows: Set<Int>)] {
      var found: [String: Set<Int>] = [:]
      for (index, one) in summaries.enumerated() {
        if let name = name(one) { found[name, default: []].insert(index) }
      }
      return found.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.map { ($0.key, $0.value) }
    }
    return [
      Group(
        id: "state", title: "State",
        choices: [
          ("New", rows { states[$0.id] == "new" }), ("Changed", rows { states[$0.id] == "changed" }),
          ("Unchanged", states.isEmpty ? [] : rows { states[$0.id] == nil }), ("Thin evidence", rows(\.isThin)),
          ("With a root cause", rows { $0.rootCause != nil }), ("With a deadline", rows { $0.deadline != nil }),
          ("With a gap", rows { $0.gap != nil }),
        ]),
      Group(id: "mode", title: "First mode", choices: byName(\.topMode)),
      Group(id: "field", title: "Field", choices: byName(\.domain)),
    ]
  }

  /// Groups with the choices that part the list: neither nobody nor everybody.
  private var useful: [Group] {
    groups.map { group in
      var group = group
      let parting = group.choices.filter { !$0.rows.isEmpty && $0.rows.count < summaries.count }
      group.choices = Array(parting.prefix(Self.maximumChoices))
      return group
    }.filter { !$0.choices.isEmpty }
  }

  /// The groups as templates see them; none where there is little to choose from.
  var filters: [Record] {
    guard summaries.count > 3 else { return [] }
    return useful.map { group in
      [
        "id": .text(group.id), "title": .text(group.title),
        "choices": .list(
          group.choices.enumerated().map { index, choice in
            [
              "key": .text("\(group.id)-\(index)"), "words": .text(choice.words),
              "count": .number(choice.rows.count),
            ]
          }),
      ]
    }
  }

  /// The keys of each row.
  var filterKeys: [[String]] {
    let groups = useful
    return summaries.indices.map { row in
      groups.flatMap { group in
        group.choices.indices.filter { group.choices[$0].rows.contains(row) }.map { "\(group.id)-\($0)" }
      }
    }
  }

  /// What the last run did to a problem, by id: "new" or "changed".
  var runStates: [String: String] {
    guard runs.count > 1, let last = runs.last else { return [:] }
    let changed = last.changed.map { ($0.id, "changed") }
    return Dictionary(changed + last.new.map { ($0.id, "new") }) { _, last in last }
  }
}
