/** Forms of a briefing, and the endings of their files. */
export const formats = ['pdf', 'html', 'json', 'csv', 'xlsx', 'md'] as const
export type Format = (typeof formats)[number]

/** `pdf,html` or a list → a list without repetitions. */
export function formatsOf(value: string | readonly string[]): string[] {
  return [...new Set((typeof value === 'string' ? value.split(',') : value).map((each) => each.trim()))]
}

const endings = formats.map((format) => (format === 'html' ? 'html?' : format)).join('|')
const ending = new RegExp(`[.](${endings})$`, 'i')

/** The names of all forms, for messages. */
export const formatNames = `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`

/** `briefing.html` alone says which form is meant. */
export function formatOf(out: string): Format {
  const found = ending.exec(out)?.[1]?.toLowerCase()
  return formats.find((format) => format === found) ?? (found ? 'html' : 'pdf')
}

/** A page is not called `.pdf`: the only form that is written gives the file its ending, where another form's stands there. */
export function withEnding(out: string, written: readonly string[]): string {
  const [only, another] = written
  if (only === undefined || another !== undefined || formatOf(out) === only) return out
  return out.replace(ending, `.${only}`)
}

/** `briefing.pdf` without its ending, for the other forms beside it. */
export function withoutEnding(out: string): string {
  return out.replace(ending, '')
}
