extension Derivation {
  /// Every sum that ``Deriver`` may add, by id; a second one of a kind gets `.2` behind its id.
  static let names: Set<String> = [
    "V1.difference", "V1.required", "V1.ratio", "V1.margin", "V2.sum", "V2.compound", "V2.start", "V3.share", "V3.best",
    "V4.mean", "V4.atMean", "V4.tail", "V4.atTail", "V5.bound", "V6.load", "V7.sum", "V7.load", "V8.net", "V8.doubling",
    "V8.atDeadline", "V9.load", "V10.returns", "V10.growth", "V11.perHead", "V12.wait", "V13.revenue", "V14.perItem",
    "V15.ratio", "V16.contrast", "V17.slip", "V17.cost", "V18.links", "V18.linksBefore", "V19.perWeek", "V19.perYear",
    "V20.breakEven", "V21.difference", "V21.relative", "V21.ratio", "V22.downtime", "G.best", "G.worst", "G.first",
    "G.last",
  ]

  /// Whether an id is one of ``names``, with or without the number of a further one.
  static func isName(_ id: String) -> Bool {
    let parts = id.split(separator: ".")
    return names.contains(id) || parts.count == 3 && Int(parts[2]) != nil && names.contains("\(parts[0]).\(parts[1])")
  }
}
