import Foundation
import RefractEngine
import Testing

@testable import RefractReport

@Suite("Rendering")
struct RenderTests {
  static func render(_ report: Report) throws -> [String: String] {
    let renderer = Renderer(templates: try Templates())
    let files = try renderer.render(report).get()
    return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { _, last in last }
  }

  @Test("All samples render in all formats; set REFRACT_SAMPLES to keep them")
  func samples() throws {
    let renderer = Renderer(templates: try Templates())
    let reports = [WorkedExample.report]
    var files: [OutputFile] = []
    for report in reports { files += try renderer.render(report).get() }
    files += try renderer.indexPages(reports.map(ReportSummary.init)).get()
    #expect(files.count > 3)
    if let folder = ProcessInfo.processInfo.environment["REFRACT_SAMPLES"] {
      for file in files {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    }
  }
}
