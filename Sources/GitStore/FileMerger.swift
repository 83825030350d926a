import CLibgit2
import GitModel

/// Merges the contents of files.
struct FileMerger {
  private let repository: Repository
  private let reader: TreeReader

  init(_ repository: Repository, reader: TreeReader) {
    self.repository = repository
    self.reader = reader
  }

  /// Says whether each file comes out as expected; `nil` where attributes ask for a merge of their own kind.
  func merges(_ files: [MergedPaths.File]) throws(GitError) -> Bool? {
    for file in files {
      if try hasMergeAttribute(file.path) { return nil }
      guard try merges(file) else { return false }
    }
    return true
  }

  /// The corresponding C function is `git_merge_file`.
  private func merges(_ file: MergedPaths.File) throws(GitError) -> Bool {
    let limit = TreeReader.contentLimit
    guard let base = try reader.blob(file.base, limit: limit),
      let ours = try reader.blob(file.ours, limit: limit),
      let theirs = try reader.blob(file.theirs, limit: limit),
      let expected = try reader.blob(file.expected, limit: limit)
    else { return false }
    if [base, ours, theirs].contains(where: TreeReader.isBinary) { return false }
    var result = git_merge_file_result()
    let code = Self.withInput(base) { base in
      Self.withInput(ours) { ours in
        Self.withInput(theirs) { theirs in git_merge_file(&result, &base, &ours, &theirs, nil) }
      }
    }
    try check(code, "merge a file")
    defer { git_merge_file_result_free(&result) }
    guard result.automergeable != 0, result.len == expected.count else { return false }
    let merged = UnsafeRawBufferPointer(start: result.ptr, count: result.len)
    return expected.withUnsafeBytes { $0.elementsEqual(merged) }
  }

  private static func withInput(
    _ content: [UInt8], _ body: (inout git_merge_file_input) -> Int32
  ) -> Int32 {
    content.withUnsafeBytes { bytes in
      var input = git_merge_file_input()
      git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
      input.ptr = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      input.size = bytes.count
      return body(&input)
    }
  }

  /// Whether `.gitattributes` say how to merge a file. The corresponding C function is `git_attr_get`.
  private func hasMergeAttribute(_ path: [UInt8]) throws(GitError) -> Bool {
    var value: UnsafePointer<CChar>?
    let code = (path + [0]).withUnsafeBufferPointer { path in
      path.withMemoryRebound(to: CChar.self) { path in
        git_attr_get(&value, repository.handle.pointer, 0, path.baseAddress, "merge")
      }
    }
    try check(code, "read attributes")
    return git_attr_value(value) != GIT_ATTR_VALUE_UNSPECIFIED
  }
}
