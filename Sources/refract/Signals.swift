import Dispatch
import Glibc
import RefractBatch

/// Turns SIGINT and SIGTERM into a request to finish what is in hand; a second signal ends the process at once.
struct Signals {
  private let sources: [any DispatchSourceSignal]

  /// Listens for as long as the value lives.
  init(_ stop: StopFlag) {
    sources = [SIGINT, SIGTERM].map { number in
      // The default action would come first.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if stop.signal != nil { _exit(128 + number) }
        stop.raise(signal: number)
      }
      source.resume()
      return source
    }
  }

  /// Ends the process as the signal would have, so that the caller sees why: shells show 128 and the number.
  static func die(of number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    exit(128 + number)
  }
}
