#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The exponential function; one door to the C library, whose results are the same on every x86-64 and arm64 glibc to
/// far more digits than are printed.
package func exponential(_ value: Double) -> Double { exp(value) }

/// The natural logarithm.
package func logarithm(_ value: Double) -> Double { log(value) }
