/// Fills the roles of the rules: the author's words first, then the facet and the domain pack.
package enum RoleResolver {
  /// Roles that a detector or a pack fills. The general pack fills none: a sentence made of its words could stand in any
  /// report.
  package static func roles(in view: CaseView, catalogue: Catalogue) -> [String: CaseView.RoleFill] {
    var roles: [String: CaseView.RoleFill] = [:]
    for pack in view.packs.prefix(1) {
      for (name, words) in pack.roles { roles[name] = fill(words) }
      for (name, words) in view.facet?.roles ?? [:] { roles[name] = fill(words) }
    }
    for (role, paths) in catalogue.roleDetectors {
      for path in paths {
        guard let value = view.value(RulePath(path)), !value.text.isEmpty, value.text.utf8.count <= 60 else { continue }
        roles[role] = CaseView.RoleFill(value: value, isFromPack: false, pace: roles[role]?.pace)
        break
      }
    }
    return roles
  }

  private static func fill(_ words: RoleWords) -> CaseView.RoleFill {
    CaseView.RoleFill(
      value: SlotValue(words.text, isPlural: words.isPlural, origin: .pack, short: words.short), isFromPack: true,
      pace: words.pace)
  }
}
