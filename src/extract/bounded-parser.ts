import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, Parser, type Token, TokenizerMode } from 'parse5'

/** Elements a page may have. Beyond them tags are passed over and only their text is read. */
const MOST_ELEMENTS = 1_000_000
/** Formatting elements (font, b, a …) that were never closed are opened again in each block, by the standard. */
const MOST_REOPENED = 200_000

/** The standard's parser, held to memory linear in the page: unclosed `<font>` in many `<p>` would square it. */
class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  private elements = 0
  private reopened = 0

  override onStartTag(token: Token.TagToken): void {
    if (++this.elements > MOST_ELEMENTS) return
    super.onStartTag(token)
    const { state } = this.tokenizer
    if (state === TokenizerMode.SCRIPT_DATA) this.takeWhole(/<\/script[\s/>]/gi)
    else if (state === TokenizerMode.RAWTEXT && token.tagName === 'style') this.takeWhole(/<\/style[\s/>]/gi)
  }

  /** Scripts and styles are half of most pages: their text is taken in one piece, not a character at a time. */
  private takeWhole(end: RegExp): void {
    const { preprocessor } = this.tokenizer
    const start = preprocessor.pos + 1
    end.lastIndex = start
    const index = end.exec(preprocessor.html)?.index ?? -1
    const { current } = this.openElements
    if (index <= start || current === undefined) return
    const text = preprocessor.html.slice(start, index)
    // By the standard a script that is opened in a comment of a script hides the first end.
    if (text.includes('<!--') && /<script/i.test(text)) return
    this.treeAdapter.insertText(current, text)
    preprocessor.pos = index - 1
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
