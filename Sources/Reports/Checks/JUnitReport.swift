/// Results as JUnit writes them in XML, which CI services read.
struct JUnitReport {
  struct Failure {
    let rule: String
    let message: String
  }

  struct Case {
    let name: String
    let failures: [Failure]
  }

  let name: String
  let cases: [Case]

  /// Returns the document with a final line end.
  func render() -> String {
    let failing = cases.count { !$0.failures.isEmpty }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let counts = "tests=\"\(cases.count)\" failures=\"\(failing)\""
    text += "<testsuites \(counts)>\n"
    text += "  <testsuite name=\"\(Self.escaped(name))\" \(counts)>\n"
    for each in cases {
      let start = "    <testcase classname=\"commits\" name=\"\(Self.escaped(each.name))\""
      if each.failures.isEmpty {
        text += start + "/>\n"
        continue
      }
      text += start + ">\n"
      for failure in each.failures {
        text += "      <failure type=\"\(Self.escaped(failure.rule))\""
        text += " message=\"\(Self.escaped(failure.message))\"/>\n"
      }
      text += "    </testcase>\n"
    }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  /// Returns text for an attribute; characters that XML cannot hold become U+FFFD.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "\t", "\n", "\r": safe += " "
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value):
        safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
