/// Which constraints an action touches, by the closed vocabulary that actions and constraints share.
package enum Feasibility {
  /// The constraints that forbid an action; a possible touch (`schema?`) forbids nothing.
  package static func violated(by touches: [String], in view: CaseView) -> [Constraint] {
    view.facts.constraints.filter { constraint in
      constraint.isHard && constraint.kind != .preserve && touches.contains { forbids(constraint, $0) }
    }
  }

  /// The constraints that an action touches softly or perhaps.
  package static func endangered(by touches: [String], in view: CaseView) -> [Constraint] {
    view.facts.constraints.filter { constraint in
      touches.contains { touch in
        let plain = touch.hasSuffix("?") ? String(touch.dropLast()) : touch
        return forbids(constraint, plain)
          && (touch.hasSuffix("?") || !constraint.isHard || constraint.kind == .preserve)
      }
    }
  }

  private static func forbids(_ constraint: Constraint, _ touch: String) -> Bool {
    // A small sum does not break a limit on money, only a ban on it.
    if touch == "money-small" { return constraint.touches.contains("money-small") }
    return constraint.touches.contains(touch)
  }

  static func touchesHardConstraint(_ rule: Rule, in view: CaseView) -> Bool {
    rule.actions.contains { !violated(by: $0.touches, in: view).isEmpty }
  }

  /// True if a date in working days is known and the rule's actions, at the far end, end by it.
  static func fitsDeadline(_ rule: Rule, in view: CaseView) -> Bool {
    guard let daysLeft = view.daysLeft else { return false }
    return rule.actions.reduce(0) { $0 + $1.days.high } <= daysLeft
  }
}
