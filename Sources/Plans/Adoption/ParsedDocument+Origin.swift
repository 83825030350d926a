import Markdown

extension ParsedDocument {
  /// The front matter's title, else the body's first heading, else the file's name.
  package var title: String {
    frontMatter?.text("title") ?? outline.headings.first?.text.nonEmpty ?? path.title
  }

  /// The day that the front matter records for the document's beginning, in the format's words or in those
  /// that other tools use.
  package var recordedDay: CalendarDate? {
    for key in ["created", "created_at", "date"] {
      if let node = self[key], let date = RecordedDate(node) { return date.day }
      // A time in quotes is a text.
      if let text = frontMatter?.text(key), let time = PythonTime(text) { return time.day }
    }
    return nil
  }
}
