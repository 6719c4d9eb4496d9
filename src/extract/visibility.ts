import { attribute, type Element } from './dom.js'

/** Never shown as text, or controls of the page. */
const UNSEEN = new Set(
  'head script style noscript template iframe object embed svg math canvas audio video map select datalist button input textarea nav amp-sidebar amp-ad amp-embed amp-list'.split(
    ' ',
  ),
)

/**
 * True where readers see nothing of an element. `visibility: hidden` and `opacity: 0` do not count: pages that fade
 * their article in are saved so.
 */
export function isUnseen(element: Element, showHidden: boolean): boolean {
  if (UNSEEN.has(element.tagName)) return true
  if (showHidden) return false
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' && value !== 'until-found') return true
    if (
      name === 'style' &&
      /display\s*:\s*none|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)|text-indent\s*:\s*-\d{3,}/i.test(
        value.slice(0, 2000),
      )
    )
      return true
  }
  return false
}

/** What such a name stands for holds other texts, however it is wrapped. */
const OTHER_TEXTS =
  /comment|cmt-|reply|pinglun|gentie|related|relat|recommend|recomm|tuijian|xiangguan|copyright|disclaimer|statement|declare/i
const ASIDE =
  /sidebar|side-?bar|aside|footer|share|breadcrumb|crumb|position|advert|\bads?\b|banner|pagination|rank(?:ing)?|hot-?(?:news|list|article|topic)|qrcode|erweima|ewm|toolbar|subscribe|login|popup|dialog|mask|praise|reward|nextpage|prevnext|pre_next|keyword|taglist|article-?tags|live-?(?:blog|list)|app-?down/i
const LAYOUT = /with|has-|no-|wrap(?:per)?\b|container/i
const ARTICLE = /article|content|main|detail|editor|story|entry|post|text|body|zoom|zhengwen|news_?txt|cont\b/i

export type Role = 'aside' | 'article' | 'neutral'

/** What makers' names of an element say of it. Names of the page as a whole say nothing. */
export function roleOf(element: Element, names: string): Role {
  const { tagName } = element
  if (tagName === 'body' || tagName === 'html') return 'neutral'
  if (tagName === 'aside' || tagName === 'footer') return 'aside'
  if (attribute(element, 'itemprop').toLowerCase() === 'articlebody' || tagName === 'article') return 'article'
  // `article-comment` is a comment; `with-sidebar` and long lists of names tell about layout.
  if (OTHER_TEXTS.test(names) && !/with|has-|no-/i.test(names)) return 'aside'
  if (ASIDE.test(names) && !LAYOUT.test(names)) return 'aside'
  return ARTICLE.test(names) ? 'article' : 'neutral'
}
