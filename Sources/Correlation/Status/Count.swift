/// A number with its noun: "1 commit", "2 commits".
package struct Count: CustomStringConvertible {
  package let description: String

  package init(_ number: Int, _ noun: String) {
    description = "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
