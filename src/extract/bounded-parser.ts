import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, Parser, type Token } from 'parse5'

/** Elements a page may have. Beyond them tags are passed over and only their text is read. */
const MOST_ELEMENTS = 1_000_000
/** Formatting elements (font, b, a …) that were never closed are opened again in each block, by the standard. */
const MOST_REOPENED = 200_000

/** The standard's parser, held to memory linear in the page: unclosed `<font>` in many `<p>` would square it. */
class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  private elements = 0
  private reopened = 0

  override onStartTag(token: Token.TagToken): void {
    if (++this.elements <= MOST_ELEMENTS) super.onStartTag(token)
  }

  override _reconstructActiveFormattingElements(): void {
    if (this.reopened > MOST_REOPENED) {
      this.activeFormattingElements.clearToLastMarker()
      return
    }
    const before = this.openElements.depth
    super._reconstructActiveFormattingElements()
    this.reopened += this.openElements.depth - before
  }
}

export function parseBounded(html: string): DefaultTreeAdapterTypes.Document {
  const parser = new BoundedParser()
  parser.tokenizer.write(html, true)
  return parser.document
}
