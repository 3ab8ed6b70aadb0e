/// Tells why a rule keeps silent on a text, for those who write rules.
struct Silence: Sendable {
  let view: CaseView

  /// One clause, such as "`when: [signal QUEUE]` does not hold".
  func reason(of rule: Rule) -> String {
    let firing = RuleFiring(view: view)
    if let failing = rule.when.first(where: { !firing.holds($0) }) {
      return "the condition `\(failing.source)` of `when` does not hold"
    }
    if let holding = rule.unless.first(where: { firing.holds($0) }) {
      return "the condition `\(holding.source)` of `unless` holds"
    }
    guard let about = rule.about else { return missing(rule, binding: nil) }
    guard let binding = Binding.candidates(for: about, in: view).first else { return "nothing fits its `about`" }
    return missing(rule, binding: binding)
  }

  /// What the text gives, for comparison.
  var read: String {
    var parts: [String] = []
    let situations = Set(view.facts.situations.map(\.situation)).sorted()
    if !situations.isEmpty { parts.append(situations.joined(separator: " ")) }
    let signals = view.facts.signals.filter { $0.strength > 0 }.map(\.name)
    if !signals.isEmpty { parts.append(signals.joined(separator: " ")) }
    let counts = ["attempts", "stakeholders", "constraints", "options", "trends", "causes"]
    parts += counts.compactMap { name in
      view.count(name).flatMap { $0 > 0 ? "\($0) \($0 == 1 ? String(name.dropLast()) : name)" : nil }
    }
    return parts.isEmpty ? "nothing is read in the text" : "read in the text: " + parts.joined(separator: ", ")
  }

  /// What the variant that comes nearest lacks; of equals the last one, which should need least.
  private func missing(_ rule: Rule, binding: Binding?) -> String {
    let lacks = rule.say.map { lacking($0, binding: binding) }
    guard let fewest = lacks.map(\.count).min(), let nearest = lacks.last(where: { $0.count == fewest }) else {
      return "it has no variant"
    }
    if nearest.isEmpty { return "its grounds rest on no place in the text" }
    var seen: Set<String> = []
    let names = nearest.filter { seen.insert($0).inserted }.map { "{\($0)}" }
    return "no variant can be filled: the nearest lacks " + names.joined(separator: ", ")
  }

  /// The slots of a variant that the text leaves empty, in those forms that lack least.
  private func lacking(_ variant: Rule.Variant, binding: Binding?) -> [String] {
    [variant.belief, variant.because, variant.grounds].flatMap { forms -> [String] in
      forms.map { form in form.required.filter { !isFilled($0, binding: binding) }.map(\.written) }
        .min { $0.count < $1.count } ?? []
    }
  }

  private func isFilled(_ slot: Template.Slot, binding: Binding?) -> Bool {
    var renderer = TemplateRenderer(view: view, binding: binding)
    return renderer.render(Template(parts: [.slot(slot)], source: "")) != nil
  }
}

extension Template {
  /// The slots outside optional parts, with those that only number agreement reads.
  var required: [Slot] {
    parts.compactMap { part in
      switch part {
      case .slot(let slot): slot
      case .agreement(let operand, _, _): Slot(alternatives: [operand], filters: [])
      case .literal, .optional, .hedge: nil
      }
    }
  }
}

extension Template.Slot {
  /// As an author would write it, without filters; of many alternatives the first two.
  var written: String {
    let all = alternatives.map { operand in
      switch operand {
      case .path(let path): path.text
      case .words(let words): "'\(words)'"
      }
    }
    return (all.count > 3 ? all.prefix(2) + ["…"] : all[...]).joined(separator: " ?? ")
  }
}
