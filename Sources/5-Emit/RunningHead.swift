/// The style that puts a running head and the page's number on each printed page.
///
/// The margin boxes are those of CSS Paged Media Module Level 3; a browser that lacks them prints the page without.
///
/// - Parameters:
///   - words: What stands at the head, part by part.
///   - isDraft: Whether each page says that it is a draft.
func runningHead(_ words: [String], isDraft: Bool) -> String {
  let head = quotedInStyle(words.joined(separator: " · "))
  let mark = isDraft ? quotedInStyle(Words.draft) : quotedInStyle(Words.network)
  return """
    @media print {
      @page {
        font: 8pt/1.3 "Noto Sans", "Helvetica Neue", Arial, sans-serif;
        color: #404040;
        @top-left { content: \(head); }
        @top-right { content: \(mark); }
        @bottom-right { content: "Page " counter(page) " of " counter(pages); }
      }
      @page :first { @top-left { content: none; } @top-right { content: \(isDraft ? mark : "none"); } }
    }

    """
}

/// Words as a string of a style sheet: whatever is not a plain letter, digit or blank stands as its number, so that no
/// title can end the string or the element that it stands in (CSS Syntax Module Level 3, 4.3.7).
private func quotedInStyle(_ words: String) -> String {
  var text = "\""
  for scalar in words.unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ".", ":": text.unicodeScalars.append(scalar)
    default: text += "\\" + String(scalar.value, radix: 16) + " "
    }
  }
  return text + "\""
}
