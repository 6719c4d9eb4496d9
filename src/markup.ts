const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Everything but what XML 1.0 can hold (§2.2): most control characters, and halves of surrogate pairs. */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Text as it stands in an element or a quoted attribute of HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)
}

/** The same for XML; a character that XML cannot hold is shown as U+FFFD. */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(unwritable, '\uFFFD'))
}
