/** Forms of a briefing, and the endings of their files. */
export const formats = ['pdf', 'html', 'json'] as const
export type Format = (typeof formats)[number]

/** `pdf,html` or a list → a list without repetitions. */
export function formatsOf(value: string | readonly string[]): string[] {
  return [...new Set((typeof value === 'string' ? value.split(',') : value).map((each) => each.trim()))]
}

/** `briefing.html` alone says which form is meant. */
export function formatOf(out: string): Format {
  const ending = /\.(html?|json)$/i.exec(out)?.[1]?.toLowerCase()
  return ending === 'json' ? 'json' : ending ? 'html' : 'pdf'
}

/** A page is not called `.pdf`: the only form that is written gives the file its ending, where another form's stands there. */
export function withEnding(out: string, written: readonly string[]): string {
  const [only, another] = written
  if (only === undefined || another !== undefined || formatOf(out) === only) return out
  return out.replace(/\.(pdf|html?|json)$/i, `.${only}`)
}
