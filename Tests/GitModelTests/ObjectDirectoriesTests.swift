import GitModel
import Testing

@Suite struct ObjectDirectoriesTests {
  @Test(
    "The list of alternate object directories, as git writes and reads it",
    arguments: [
      ("", []), ("/a", ["/a"]), ("/a:/b", ["/a", "/b"]), ("/a::/b:", ["/a", "/b"]),
      (#""/co:lon/objects""#, ["/co:lon/objects"]), (#""/a:b":/c"#, ["/a:b", "/c"]),
      (#"/a:"/b:c""#, ["/a", "/b:c"]),
      (#""/tab\tnewline\nquote\"back\\slash""#, ["/tab\tnewline\nquote\"back\\slash"]),
      (#""/\303\266""#, ["/\u{F6}"]), ("# no path:/a", ["/a"]),
      (#""/open:/b"#, ["\"/open", "/b"]), (#""/bad\x":/b"#, [#""/bad\x""#, "/b"]),
      (#""/bad\9":/b"#, [#""/bad\9""#, "/b"]), (#""\"#, [#""\"#]), ("\"", ["\""]),
    ] as [(String, [String])])
  func paths(_ list: String, _ expected: [String]) {
    #expect(ObjectDirectories.paths(in: list) == expected)
  }
}
