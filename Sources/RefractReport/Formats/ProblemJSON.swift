internal import RefractEngine

/// The problem as it was read; parts that the author left out are left out.
struct ProblemJSON {
  let problem: Problem
  /// True for a problem file that reads back as this very problem: no title that the author did not give, and plain
  /// texts where the author wrote plain texts.
  var isProblemFile = false

  /// Whether an entry of a list was typed as a plain text, which then has the list's path.
  private func isPlain(_ path: String) -> Bool { isProblemFile && problem.fields.contains { $0.name == path } }

  func write(to json: inout JSONWriter) {
    json.field("id", problem.id)
    if problem.hasOwnTitle || !isProblemFile { json.field("title", problem.title) }
    json.optional("domain", problem.domain)
    json.field("problem", problem.problem)
    if isPlain("context") {
      json.optional("context", problem.context.first)
    } else if !problem.context.isEmpty {
      json.field("context", problem.context)
    }
    lists(to: &json)
    json.optional("deadline", problem.deadline)
    if !problem.successCriteria.isEmpty { json.field("success_criteria", problem.successCriteria) }
    if !problem.tags.isEmpty { json.field("tags", problem.tags) }
    json.optional("mode", problem.mode)
    json.key("lenses")
    switch problem.lenses {
    case .count(let count): json.number(count)
    case .named(let names): json.list(names) { $0.string($1) }
    }
    focus(to: &json)
    if let meta = problem.meta {
      json.key("meta")
      Self.write(meta, to: &json)
    }
  }

  private func focus(to json: inout JSONWriter) {
    guard !problem.focus.isEmpty else { return }
    json.key("focus")
    if isProblemFile {
      json.object { json in
        for focus in problem.focus { json.field(focus.lens, focus.text) }
      }
    } else {
      json.list(problem.focus) { json, focus in
        json.object { json in
          json.field("lens", focus.lens)
          json.field("text", focus.text)
        }
      }
    }
  }

  private func lists(to json: inout JSONWriter) {
    entries("metrics", problem.metrics, plain: \.name, to: &json) { json, metric in
      json.field("name", metric.name)
      json.optional("current", metric.current)
      json.optional("target", metric.target)
      json.optional("baseline", metric.baseline)
      json.optional("unit", metric.unit)
    }
    entries("attempts", problem.attempts, plain: \.action, to: &json) { json, attempt in
      json.field("action", attempt.action)
      json.optional("effect", attempt.effect)
      json.optional("note", attempt.note)
    }
    if !problem.constraints.isEmpty { json.field("constraints", problem.constraints) }
    entries("stakeholders", problem.stakeholders, plain: \.name, to: &json) { json, party in
      json.field("name", party.name)
      json.optional("wants", party.wants)
      json.optional("concern", party.concern)
    }
    entries("options", problem.options, plain: \.name, to: &json) { json, option in
      json.field("name", option.name)
      json.optional("for", option.pro)
      json.optional("against", option.con)
    }
  }

  private func entries<Entry>(
    _ name: String, _ entries: [Entry], plain lead: ((Entry) -> String)? = nil, to json: inout JSONWriter,
    _ write: (inout JSONWriter, Entry) -> Void
  ) {
    guard !entries.isEmpty else { return }
    json.key(name)
    json.list(Array(entries.enumerated())) { json, entry in
      if let lead, isPlain("\(name)[\(entry.offset)]") {
        json.string(lead(entry.element))
      } else {
        json.object { write(&$0, entry.element) }
      }
    }
  }

  /// A key that stands twice in the author's map is written once.
  private static func write(_ value: Problem.MetaValue, to json: inout JSONWriter) {
    switch value {
    case .text(let text): json.string(text)
    case .list(let values): json.list(values) { write($1, to: &$0) }
    case .map(let entries):
      json.object { json in
        var written: Set<String> = []
        for entry in entries where written.insert(entry.key).inserted {
          json.key(entry.key)
          write(entry.value, to: &json)
        }
      }
    }
  }
}
