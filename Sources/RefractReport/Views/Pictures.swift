internal import RefractEngine

/// Small SVG pictures with fixed layout. Each has the same as text beside it on the page.
enum Pictures {
  /// A bar that is filled so far; decoration beside its number.
  static func bar(_ fraction: Double, isStrong: Bool = true) -> String {
    let width = Words.percent(fraction)
    return "<svg class=\"bar\(isStrong ? " strong" : "")\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" "
      + "aria-hidden=\"true\"><path d=\"M0 0h\(width)v1H0z\"/></svg>"
  }

  /// The part that is done and the part that is still to go, hatched.
  static func gap(_ toGo: Double) -> String {
    let done = (100 - Words.percent(toGo)) * 28 / 10
    return "<svg class=\"bar gap\" viewBox=\"0 0 280 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "<path class=\"strong\" d=\"M0 0h\(done)v12H0z\"/>"
      + "<path class=\"todo\" d=\"M\(done) .5h\(max(0, 279 - done))v11H\(done)z\"/></svg>"
  }

  static func effect(_ value: Double, unit: String?) -> String {
    let unit = unit ?? ""
    return Words.plain(value) + (unit.isEmpty || unit == "%" ? unit : " " + unit)
  }

  /// One step on the scale of all steps: the line ends at the quickest pace, the block at the slowest.
  static func span(low: ClosedRange<Double>, high: Double, deadline: Double?, scale: Double) -> String {
    func x(_ days: Double) -> Int { scale > 0 ? Int((min(max(days / scale, 0), 1) * 1000).rounded()) : 0 }
    var lines = "<path class=\"grid\" d=\"M1 0v8\"/>"
    if let deadline { lines += "<path class=\"due\" d=\"M\(x(deadline)) 0v8\"/>" }
    var drawing = ""
    if x(low.upperBound) > x(low.lowerBound) {
      drawing += "<path class=\"quick\" d=\"M\(x(low.lowerBound)) 4H\(x(low.upperBound))\"/>"
    }
    if x(high) > x(low.upperBound) {
      drawing += "<path d=\"M\(x(low.upperBound)) 0H\(x(high))v8H\(x(low.upperBound))z\"/>"
    }
    let size = "viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    return "<svg class=\"scale\" " + size + lines + "</svg><svg " + size + drawing + "</svg>"
  }
}
