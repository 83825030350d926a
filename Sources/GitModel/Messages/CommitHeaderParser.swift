/// Reads the header of a commit object line by line.
struct CommitHeaderParser {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  private static let parentKey = Array("parent ".utf8)
  private static let authorKey = Array("author ".utf8)
  private static let committerKey = Array("committer ".utf8)
  /// GitHub's own name and address as a committer; a company's has an address of its own.
  private static let gitHubKeys = [
    "committer GitHub <noreply@", "committer GitHub Enterprise <noreply@",
  ].map { Array($0.utf8) }
  private static let encodingKey = Array("encoding ".utf8)

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Returns the commit, `nil` where tree or parents cannot be read.
  mutating func parse() -> RawCommit? {
    guard let treeLine = nextLine(), starts(with: Array("tree ".utf8), treeLine),
      let tree = objectID(treeLine.dropFirst(5))
    else { return nil }
    var commit = RawCommit(tree: tree)
    var author: Range<Int>?
    var sawCommitter = false
    while let line = nextLine(), !line.isEmpty {
      switch bytes[line.lowerBound] {
      case UInt8(ascii: "p") where author == nil && starts(with: Self.parentKey, line):
        guard let parent = objectID(line.dropFirst(Self.parentKey.count)) else { return nil }
        commit.parents.append(parent)
      case UInt8(ascii: "a") where author == nil && starts(with: Self.authorKey, line):
        author = line.dropFirst(Self.authorKey.count)
        commit.authorTime = time(line)
        commit.authorOffset = offset(line)
      case UInt8(ascii: "c") where !sawCommitter && starts(with: Self.committerKey, line):
        sawCommitter = true
        commit.committerTime = time(line)
        commit.isCommittedByGitHub = Self.gitHubKeys.contains { starts(with: $0, line) }
      case UInt8(ascii: "e") where commit.encoding == nil && starts(with: Self.encodingKey, line):
        commit.encoding = text(line.dropFirst(Self.encodingKey.count), encoding: nil)
      default: break
      }
    }
    commit.messageRange = min(position, bytes.count)..<bytes.count
    if let author { readAuthor(author, into: &commit) }
    return commit
  }

  /// Splits `Name <address> …`. Names may be empty and addresses without a closing bracket.
  private func readAuthor(_ line: Range<Int>, into commit: inout RawCommit) {
    let open = index(of: UInt8(ascii: "<"), in: line) ?? line.upperBound
    var nameEnd = open
    while nameEnd > line.lowerBound, ASCII.isSpace(bytes[nameEnd - 1]) { nameEnd -= 1 }
    var nameStart = line.lowerBound
    while nameStart < nameEnd, ASCII.isSpace(bytes[nameStart]) { nameStart += 1 }
    commit.authorName = text(nameStart..<nameEnd, encoding: commit.encoding)
    guard open < line.upperBound else { return }
    let close = index(of: UInt8(ascii: ">"), in: (open + 1)..<line.upperBound) ?? line.upperBound
    commit.authorEmail = text((open + 1)..<close, encoding: commit.encoding)
  }

  /// Returns the number behind the last `>` of an identity line, 0 where there is none to be read.
  private func time(_ line: Range<Int>) -> Int {
    var position = line.upperBound
    while position > line.lowerBound, bytes[position - 1] != UInt8(ascii: ">") { position -= 1 }
    guard position > line.lowerBound else { return 0 }
    while position < line.upperBound, ASCII.isSpace(bytes[position]) { position += 1 }
    var seconds = 0
    while position < line.upperBound, ASCII.isDigit(bytes[position]) {
      let (tens, overflowsTens) = seconds.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = tens.addingReportingOverflow(Int(bytes[position] - 0x30))
      if overflowsTens || overflows { return 0 }
      seconds = sum
      position += 1
    }
    return seconds
  }

  /// Returns the seconds of the zone at the end of an identity line, `+0530`; 0 where there is none. Hours and
  /// minutes are digits, whatever day that makes.
  private func offset(_ line: Range<Int>) -> Int {
    guard line.count > 5 else { return 0 }
    let sign = bytes[line.upperBound - 5]
    let digits = bytes[(line.upperBound - 4)..<line.upperBound]
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.allSatisfy(ASCII.isDigit)
    else { return 0 }
    let numbers = digits.map { Int($0 - 0x30) }
    let minutes = (numbers[0] * 10 + numbers[1]) * 60 + numbers[2] * 10 + numbers[3]
    return minutes * (sign == UInt8(ascii: "-") ? -60 : 60)
  }

  /// Returns the next line without its line feed, `nil` at the end.
  private mutating func nextLine() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    let end =
      MessageText.firstIndex(of: ASCII.lineFeed, in: bytes, from: start, to: bytes.count)
      ?? bytes.count
    position = end + 1
    return start..<end
  }

  private func starts(with key: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= key.count else { return false }
    for index in key.indices where bytes[line.lowerBound + index] != key[index] { return false }
    return true
  }

  private func index(of byte: UInt8, in range: Range<Int>) -> Int? {
    MessageText.firstIndex(of: byte, in: bytes, from: range.lowerBound, to: range.upperBound)
  }

  private func objectID(_ range: Range<Int>) -> ObjectID? {
    ObjectID(hex: UnsafeRawBufferPointer(rebasing: bytes[range]))
  }

  private func text(_ range: Range<Int>, encoding: String?) -> String {
    MessageEncoding.text(UnsafeRawBufferPointer(rebasing: bytes[range]), encoding: encoding)
  }
}
