import GitModel
import Testing

@Suite struct LineChangeTests {
  /// What becomes of a file, written as two texts.
  private func change(_ pairs: (String, String)...) -> LineChange {
    var counter = LineChange.Counter()
    for (old, new) in pairs {
      Array(old.utf8).withUnsafeBytes { old in
        Array(new.utf8).withUnsafeBytes { new in counter.add(from: old, to: new) }
      }
    }
    return counter.change
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let one: (String, String)
    let other: (String, String)
    var areEqual = true

    init(
      _ description: String, _ one: (String, String), _ other: (String, String), _ areEqual: Bool
    ) {
      testDescription = description
      self.one = one
      self.other = other
      self.areEqual = areEqual
    }
  }

  static let rows = [
    Row("elsewhere in the file", ("a\nb\n", "a\nx\nb\n"), ("c\n", "c\nx\n"), true),
    Row("other lines around", ("a\nb\nc\n", "a\nx\nc\n"), ("y\nb\nz\n", "y\nx\nz\n"), true),
    Row("blanks", ("a b\n", "x y\n"), ("ab\n", "x  y \r\n"), true),
    Row("no line end", ("a", "b"), ("a\n", "b\n"), true),
    Row("a line end alone", ("a", "a\n"), ("", ""), true),
    Row("from nothing", ("", "x\n"), ("a\n", "a\nx\n"), true),
    Row("a blank line counts", ("a\n", "a\n\n"), ("", ""), false),
    Row("how often", ("", "x\n"), ("", "x\nx\n"), false),
    Row("the other way round", ("x\n", ""), ("", "x\n"), false),
    Row("another line", ("a\n", "x\n"), ("a\n", "y\n"), false),
    Row("a longer line", ("ab\n", "abc\n"), ("b\n", "bc\n"), false),
  ]

  @Test("Changes are equal wherever they stand", arguments: rows)
  func equal(_ row: Row) {
    let (one, other) = (change(row.one), change(row.other))
    #expect((one == other) == row.areEqual)
    #expect((one.sum == other.sum) == row.areEqual)
  }

  @Test("A part is found under one of the keys of the whole")
  func parts() {
    let whole = change(("a\nb\n", "x\nb\ny\n"), ("", "z\nz\n"))
    for part in [
      change(("a\n", "x\n")), change(("", "z\n")), change(("", "")), whole,
      change(("", "y\nz\nz\n")),
    ] {
      #expect(part.isPart(of: whole))
      #expect(whole.keys.contains(part.mark))
    }
    for other in [change(("x\n", "a\n")), change(("", "z\nz\nz\n")), change(("a\n", "x\nw\n"))] {
      #expect(!other.isPart(of: whole))
    }
    #expect(change(("", "")).isEmpty && !whole.isEmpty)
  }

  @Test("What moves to another file changes nothing, and long changes are compared by their sums")
  func sums() {
    let text = (1...1000).map { "line \($0)\n" }.joined()
    #expect(change((text, ""), ("", text)).isEmpty)
    let long = change(("", text))
    #expect(!long.isEmpty && long.isPart(of: change(("a\n", "a\n" + text))))
    #expect(long.keys.contains(long.mark))
    #expect(!long.isPart(of: change(("", text + "more\n"))))
    #expect(!change(("", "line 1\n")).isPart(of: long))
    #expect(change(("", "")).isPart(of: long))
  }

  @Test("Files without lines count by their names")
  func names() {
    func named(_ old: ObjectID?, _ new: ObjectID?) -> LineChange {
      var counter = LineChange.Counter()
      counter.add(from: old, to: new)
      return counter.change
    }
    let id = ObjectID(CommitNameTests.whole)
    #expect(named(nil, id) == named(nil, id) && named(nil, id) != named(id, nil))
    #expect(named(id, id).isEmpty && !named(nil, id).isEmpty)
  }
}
