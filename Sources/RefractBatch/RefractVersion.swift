/// The version of the program, which every report names.
package enum RefractVersion {
  package static let current = "0.1.0"
}
