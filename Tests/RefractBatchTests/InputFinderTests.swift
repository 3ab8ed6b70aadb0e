import Glibc
import RefractEngine
import Testing

@testable import RefractBatch

struct InputFinderTests {
  let shop = Workshop()

  private func find(_ paths: String...) -> FoundInputs { InputFinder.find(paths.map(shop.path)) }

  private func names(_ found: FoundInputs) -> [String] {
    found.inputs.map { String($0.shown.dropFirst(shop.root.count + 1)) }
  }

  @Test func findsProblemFilesAtAnyDepthSortedByBytes() {
    for name in ["b.yaml", "a.json", "C.YML", "sub/deep/x.yaml", "a-b.yaml", "é.yaml"] {
      shop.write("inputs/" + name, "")
    }
    for name in ["notes.md", ".hidden.yaml", ".git/x.yaml", "yaml", "x.yaml.bak"] { shop.write("inputs/" + name, "") }
    let found = find("inputs")
    #expect(
      names(found) == [
        "inputs/C.YML", "inputs/a-b.yaml", "inputs/a.json", "inputs/b.yaml", "inputs/sub/deep/x.yaml", "inputs/é.yaml",
      ])
    #expect(found.diagnostics.isEmpty)
    #expect(found.isComplete)
  }

  @Test func skipsWhatIsNoFileWithAWarning() {
    mkdir(shop.path("inputs/folder.yaml"), 0o755)
    shop.write("inputs/folder.yaml/inside.yaml", "")
    mkfifo(shop.path("inputs/pipe.yaml"), 0o644)
    mkfifo(shop.path("inputs/pipe"), 0o644)
    let socketNumber = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socketNumber) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: shop.path("inputs/socket.json").utf8) }
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(socketNumber, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    let found = find("inputs")
    #expect(found.inputs.isEmpty)
    #expect(found.diagnostics.map(\.code) == ["R0304", "R0304", "R0304"])
    #expect(found.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(found.isComplete)
  }

  @Test func followsNoLink() {
    shop.write("secret/s.yaml", "")
    symlink(shop.path("secret/s.yaml"), shop.path("inputs/link.yaml"))
    symlink(shop.path("secret"), shop.path("inputs/folder"))
    symlink("nowhere", shop.path("inputs/dangling.yml"))
    symlink("nowhere", shop.path("inputs/other"))
    symlink(".", shop.path("inputs/loop"))
    let found = find("inputs")
    #expect(found.inputs.isEmpty)
    #expect(found.diagnostics.map(\.code) == ["R0303", "R0303", "R0303", "R0303"])
  }

  @Test func aFolderThatTheUserNamesMayBeALink() {
    shop.write("elsewhere/a.yaml", "")
    symlink("elsewhere", shop.path("link"))
    let found = find("link")
    #expect(names(found) == ["link/a.yaml"])
    #expect(found.inputs.first?.path.text == Paths.absolute(shop.path("elsewhere")) + "/a.yaml")
  }

  @Test func namesThatAreNoTextAreErrors() {
    var name = Array(shop.path("inputs/").utf8) + [0xFF] + Array(".yaml".utf8) + [0]
    name.withUnsafeMutableBytes { bytes in
      if let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress { close(creat(base, 0o644)) }
    }
    let found = find("inputs")
    #expect(found.diagnostics.map(\.code) == ["R0305"])
    #expect(!found.isComplete)
    name.withUnsafeMutableBytes { bytes in
      if let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress { _ = unlink(base) }
    }
  }

  @Test func aFileNamedTwiceIsReadOnce() {
    shop.write("inputs/a.yaml", "")
    #expect(names(find("inputs", "inputs/a.yaml", "inputs/", "./inputs")).count == 1)
  }

  @Test func namesThatLookAlikeAreDifferentFiles() {
    shop.write("inputs/\u{E9}.yaml", "")
    shop.write("inputs/e\u{301}.yaml", "")
    #expect(find("inputs").inputs.count == 2)
  }

  @Test func aMissingPathIsAnError() {
    shop.write("inputs/a.yaml", "")
    let found = find("inputs", "gone")
    #expect(found.inputs.count == 1)
    #expect(found.diagnostics.map(\.code) == ["R0301"])
    #expect(!found.isComplete)
  }

  @Test func depthIsLimited() {
    let deep = (1...34).map { "d\($0)" }.joined(separator: "/")
    shop.write("inputs/\(deep)/x.yaml", "")
    shop.write("inputs/a.yaml", "")
    let found = find("inputs")
    #expect(names(found) == ["inputs/a.yaml"])
    #expect(found.diagnostics.map(\.code) == ["R0307"])
    #expect(!found.isComplete)
  }
}

struct InputReadingTests {
  let shop = Workshop()

  private func input(_ name: String) -> Input? { InputFinder.find([shop.path("inputs")]).inputs.first }

  private func code(_ input: Input?) -> String? {
    do throws(Diagnostic) {
      _ = try input?.read()
      return nil
    } catch {
      return error.code
    }
  }

  @Test func readsTheWholeFile() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    shop.write("inputs/a.yaml", bytes)
    #expect(try input("a.yaml")?.read() == bytes)
    shop.write("inputs/a.yaml", "")
    #expect(try input("a.yaml")?.read() == [])
  }

  @Test func readsNoMoreThanTheLimitAndOneByte() throws {
    shop.write("inputs/a.yaml", "x")
    truncate(shop.path("inputs/a.yaml"), 1 << 30)
    #expect(try input("a.yaml")?.read().count == (1 << 20) + 1)
  }

  @Test func aFileThatVanishesIsAnError() {
    shop.write("inputs/a.yaml", "x")
    let input = input("a.yaml")
    shop.remove("inputs/a.yaml")
    #expect(code(input) == "R0301")
  }

  @Test func aLinkOrPipeInItsPlaceIsNotRead() {
    shop.write("secret.yaml", "x")
    shop.write("inputs/sub/a.yaml", "x")
    let input = input("sub/a.yaml")
    shop.remove("inputs/sub/a.yaml")
    symlink("../../secret.yaml", shop.path("inputs/sub/a.yaml"))
    #expect(code(input) == "R0302")
    shop.remove("inputs/sub/a.yaml")
    mkfifo(shop.path("inputs/sub/a.yaml"), 0o644)
    #expect(code(input) == "R0302")
    shop.remove("inputs/sub")
    shop.write("other/a.yaml", "x")
    symlink("../other", shop.path("inputs/sub"))
    #expect(code(input) != nil)
  }
}
