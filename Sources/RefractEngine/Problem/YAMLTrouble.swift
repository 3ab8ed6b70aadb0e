/// What libyaml says about bad syntax, in words that help the author of a problem file.
struct YAMLTrouble {
  struct Words {
    var message: String
    var label: String?
    var help: String?
  }

  /// libyaml's own words: what is wrong, and what it was reading.
  let problem: String
  let context: String

  /// True if the place where reading of the whole construct began helps more than where it failed.
  var isAboutContext: Bool {
    context == "while scanning an alias" || context == "while scanning an anchor"
      || context.contains("quoted scalar") && problem.hasPrefix("found unexpected")
      || problem.hasPrefix("could not find expected")
      || (problem.contains("',' or") && context.hasPrefix("while parsing a flow"))
  }

  /// - Parameter found: the byte at the place.
  func words(found: UInt8?) -> Words {
    if let words = textTrouble(found: found) { return words }
    if let words = layoutTrouble(found: found) { return words }
    return Words(message: "this is not valid YAML: " + problem, label: nil, help: Self.quoteHint)
  }

  private static let quoteHint = "put the text in quotes, or write it below `key: |`, indented"

  private func textTrouble(found: UInt8?) -> Words? {
    if problem.hasPrefix("found a tab") || (problem.contains("cannot start any token") && found == 0x09) {
      return Words(message: "a tab cannot indent YAML", label: "found a tab", help: "indent with spaces")
    }
    if problem.contains("cannot start any token") || problem.contains("alphabetic or numeric character") {
      return Words(
        message: "a text without quotes cannot start with this sign", label: nil,
        help: "put the text in quotes, or write it below `key: |`, indented")
    }
    if problem == "mapping values are not allowed in this context" {
      return Words(
        message: "a text without quotes cannot hold a colon and a space", label: "found `:`",
        help: Self.quoteHint + "; or mend the indentation if this is a key")
    }
    if context.contains("quoted scalar") && problem.hasPrefix("found unexpected") {
      return Words(
        message: "this quote is never closed", label: "opened here", help: "close it, or double a quote inside")
    }
    if problem.hasPrefix("found unknown escape") || problem.contains("hexdecimal") || problem.contains("escape code") {
      return Words(
        message: "unknown escape in double quotes", label: nil, help: "double the `\\`, or use single quotes")
    }
    return nil
  }

  private func layoutTrouble(found: UInt8?) -> Words? {
    if problem.hasPrefix("could not find expected") {
      return Words(
        message: "this line has no `key:`", label: nil,
        help: "a text over several lines goes below `key: |`, indented")
    }
    if problem.hasPrefix("did not find expected key") {
      return Words(
        message: "a key was expected here", label: nil,
        help: "check the indentation, and the quotes of the text before it")
    }
    if problem.contains("',' or") {
      return Words(message: "this bracket is never closed", label: "opened here", help: "close it with `]` or `}`")
    }
    if problem.contains("'-' indicator") {
      return Words(message: "a `- ` was expected here", label: nil, help: "indent all entries of the list alike")
    }
    if problem.hasPrefix("block sequence entries") {
      return Words(
        message: "a `- ` entry cannot stand here", label: nil, help: "start the list on the line below its key")
    }
    if problem.contains("<document start>") {
      return Words(
        message: "the end was expected here", label: nil, help: "check the indentation and the brackets before it")
    }
    return nil
  }
}
