/// Names joined for a sentence, three at most: "a", "a and b", "a, b and c", "a, b and 2 more".
package struct NameList: CustomStringConvertible {
  package let description: String

  package init(_ names: [String]) {
    description =
      switch names.count {
      case 0: ""
      case 1: names[0]
      case 2, 3: names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
      default: names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
      }
  }
}
