import Glibc
package import RefractEngine

/// A new project with one problem to start from.
package enum StarterProject {
  /// Creates the folder and its files.
  ///
  /// - Parameter further: More files by their path in the folder.
  /// - Throws: Why not: the folder is not empty, or the system refused.
  package static func create(at path: String, with further: [(path: String, text: String)] = []) throws(Diagnostic) {
    let occupant: String?
    do {
      let folder = try OutputFolder.created(path)
      occupant = try folder.firstName()
      if occupant == nil {
        for (path, text) in files + further { try folder.write(path, Array(text.utf8)) }
      }
    } catch {
      throw .batch(BatchCodes.outputRefused, "`\(error.path)` cannot be written: \(error.reason)")
    }
    guard let occupant else { return }
    throw .batch(
      BatchCodes.outputRefused, "the folder `\(path)` is not empty: it holds `\(occupant)`",
      help: "choose a new folder: `refract init my-problems`")
  }

  private static let files: [(path: String, text: String)] = [("inputs/slow-checkout.yaml", sample)]

  private static let sample = """
    # Only `problem` is required. Every other field makes the report sharper; `refract schema problem` lists them all.
    title: The checkout is slow and nobody knows why
    problem: |
      Our checkout page answers in 900ms on average and it has to be under 300ms before the sale in November. We cached
      the product data, which gave 10 %, and bought a bigger database machine, which changed nothing. Every team says
      that the time is lost in another team's part.
    metrics:
      - name: response time
        current: 900ms
        target: <300ms
    attempts:
      - action: cached the product data
        effect: 10%
      - action: bought a bigger database machine
        effect: no change
    constraints:
      - no change to the payment provider
      - at most two people for six weeks
    deadline: 6 weeks
    """ + "\n"
}
