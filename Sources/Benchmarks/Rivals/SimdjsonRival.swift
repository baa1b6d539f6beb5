#if HAS_SIMDJSON
  import CSimdjsonRival

  /// simdjson with a workload's look-ups, a padded copy of its body, and parsers that are kept.
  @safe final class SimdjsonRival {
    private let rival: OpaquePointer?

    /// The look-ups of samples are in the order of their mapping files, all others in that of the body.
    convenience init(_ workload: Workload) {
      self.init(lookups: workload.lookups, isInOrder: workload.isExact, body: workload.body)
    }

    init(lookups: [Lookup], isInOrder: Bool, body: [UInt8]) {
      unsafe rival = respmap_simdjson_create(isInOrder ? 1 : 0)
      for lookup in lookups {
        unsafe respmap_simdjson_begin(rival)
        for step in lookup.steps {
          switch step {
          case .key(let key): unsafe respmap_simdjson_step_key(rival, key)
          case .index(let index): unsafe respmap_simdjson_step_index(rival, index)
          }
        }
        unsafe respmap_simdjson_end(rival)
      }
      unsafe body.withUnsafeBufferPointer {
        unsafe respmap_simdjson_set_body(rival, $0.baseAddress, $0.count)
      }
    }

    deinit { unsafe respmap_simdjson_destroy(rival) }

    static var version: String { unsafe String(cString: respmap_simdjson_version()) }
    static var implementation: String { unsafe String(cString: respmap_simdjson_implementation()) }

    /// Its three ways to read the body.
    var contenders: [Contender] {
      [
        unsafe contender(.onDemand) { unsafe respmap_simdjson_on_demand($0) },
        unsafe contender(.simdjsonTree) { unsafe respmap_simdjson_dom($0) },
        unsafe contender(.simdjsonTrie) { unsafe respmap_simdjson_dom_trie($0) },
      ]
    }

    /// Makes a part of the body that was set the body.
    func select(_ range: Range<Int>) {
      unsafe respmap_simdjson_select(rival, range.lowerBound, range.count)
    }

    private func contender(
      _ name: Contender.Name, _ read: @escaping (OpaquePointer?) -> Int
    ) -> Contender {
      Contender(name: name) {
        unsafe read(self.rival)
      } textBytes: {
        unsafe Int(respmap_simdjson_text_bytes(self.rival))
      }
    }
  }
#endif
