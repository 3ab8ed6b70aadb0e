import ArgumentParser
import Glibc
import RefractEngine

/// Reads mutated problem files until something breaks. `.ci/fuzz` runs it and keeps what it finds.
///
/// A case depends on the seed and its number alone, so that a crash can be made again with `--show NUMBER`.
@main
struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refract-fuzz", abstract: "Read mutated problem files and check that nothing breaks.")

  @Option(help: "What all cases are derived from.")
  var seed: UInt64 = 1

  @Option(help: "The number of the first case.")
  var from = 0

  @Option(help: "How many cases to run.")
  var count = 10_000

  @Option(help: "Seconds of processor time that one case may take.")
  var limit = 2

  @Option(help: "A file that holds the number of the case in hand, for whoever looks after a crash.")
  var progress: String?

  @Option(help: "Print the case of this number and run none.")
  var show: Int?

  @Argument(help: "Files to mutate.")
  var files: [String]

  func run() throws {
    let seeds = try files.sorted().map { try Self.bytes(of: $0) }.filter { !$0.isEmpty }
    guard !seeds.isEmpty else { throw ValidationError("no file to mutate") }
    if let show {
      let input = FuzzCase(seed: seed, number: show, seeds: seeds)
      FileOutput.standard.write(input.bytes)
      return
    }
    let (catalogue, diagnostics) = Catalogue.builtIn()
    guard diagnostics.isEmpty else { throw ValidationError("the catalogue has faults") }
    let target = FuzzTarget(engine: Engine(catalogue: catalogue, version: "fuzz"))
    let current = try progress.map { try FileOutput(path: $0) }
    var read = 0
    for number in from..<from + count {
      current?.overwrite(String(number) + "\n")
      Self.allow(seconds: limit)
      let input = FuzzCase(seed: seed, number: number, seeds: seeds)
      switch target.run(input) {
      case .refused: break
      case .read: read += 1
      case .broken(let what):
        FileOutput.standard.write(Array("case \(number): \(what)\n".utf8))
        throw ExitCode(1)
      }
    }
    Self.allow(seconds: 0)
    FileOutput.standard.write(Array("\(count) cases, \(read) of them read as problems\n".utf8))
  }

  /// Sets the timer whose default action ends the process, which tells the driver of a case that hangs.
  ///
  /// Time of the processor counts, so that a busy machine makes no case slow.
  private static func allow(seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ValidationError("cannot read \(path)") }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let size = read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, size)))
  }
}

/// A file to write to, without buffers: what was said before a crash must be there after it.
struct FileOutput {
  static let standard = FileOutput(descriptor: 1)
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  init(path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw ValidationError("cannot write \(path)") }
  }

  func write(_ bytes: [UInt8]) { _ = Glibc.write(descriptor, bytes, bytes.count) }

  /// Numbers only grow, so a later one covers an earlier one.
  func overwrite(_ text: String) { _ = pwrite(descriptor, text, text.utf8.count, 0) }
}
