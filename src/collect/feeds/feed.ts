/** One entry of a feed, as far as it says. */
export interface FeedEntry {
  title?: string
  /** Address of the page, perhaps relative. */
  link?: string
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
  publishedAt?: string
  author?: string
  /** Where the entry was taken from, as the feed names it. */
  publisher?: string
  /** HTML. */
  content?: string
}

export interface Feed {
  title: string
  entries: FeedEntry[]
}

export const MOST_ENTRIES = 500
