import type { Summary } from './model/index.js'
import { problemOf, type Reading } from './reading.js'

/** What `parse --json` prints. */
export interface ParsedArticles {
  articles: (Summary | { source: { uri: string }; error: { code: string; message: string; hint: string | null } })[]
}

export function toContract(readings: Reading[]): ParsedArticles {
  return {
    articles: readings.map((reading) => {
      if (reading.summary) return reading.summary
      const { code = 'no-article', message = 'no article found', hint = null } = problemOf(reading) ?? {}
      return { source: { uri: reading.uri }, error: { code, message, hint } }
    }),
  }
}
