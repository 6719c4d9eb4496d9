import type { Article } from '../model/index.js'
import type { Credit } from './byline.js'
import type { Line } from './line.js'

/** What a reader of one kind of source hands on: the title, what was printed around the body, and the body's lines. */
export interface Page {
  title: string | null
  publishedAt: Article['publishedAt']
  publisher: string | null
  author: string | null
  credits: Credit[]
  lines: Line[]
  about?: About
}

/** What a web page tells of its place on its site. */
export interface About {
  /** As the page gives it; empty where it does not. */
  address: string
  breadcrumb: string[]
  column: string | null
  site: string | null
}

export const NO_DATE: Article['publishedAt'] = { value: null, basis: 'unknown' }
