internal import CStructuralScan

/// One of the forms of the scan, for one kind of processor.
@safe
package struct ScanKernel: Sendable {
  /// `AVX-512`, `AVX2`, `NEON` or `portable`.
  package let name: String
  let scan:
    @convention(c) (
      UnsafePointer<UInt8>?, Int, Int, Int, UnsafeMutablePointer<respmap_scan_state>?,
      UnsafeMutablePointer<respmap_window>?
    ) -> Void

  private init(_ kernel: respmap_kernel) {
    name = unsafe String(cString: kernel.name)
    unsafe scan = unsafe kernel.scan
  }

  /// Those that this processor can run, the fastest first, the portable one last.
  package static let all = (0..<respmap_kernel_count()).map { index in
    unsafe ScanKernel(respmap_kernel_at(index))
  }

  package static let fastest = unsafe ScanKernel(respmap_kernel_at(0))
}
