/** A figure as somebody marked it in a text: where it stands and how it is to be read. */
export interface Marked {
  start: number
  end: number
  optional: boolean
  value: number
  unit: string | null
  item: string
  approximation: string
  upper: number | null
  per: string | null
  role: string
  day: string | null
  /** Who did it, to whom, in which category; null in texts where they are not marked, empty where nobody is named. */
  who: string | null
  whom: string | null
  category: string | null
}

/** A text whose figures are marked (test/fixtures/figures/README.md), without the marks and with them apart. */
export function readMarked(source: string): { text: string; figures: Marked[] } {
  const sides = source.includes('#sides=marked\n') ? '' : null
  const plain = source.replace(/^#.*\n/gm, '').trimEnd()
  const figures: Marked[] = []
  let text = ''
  let last = 0
  for (const match of plain.matchAll(/⟦(\??)([^⟧]*)⟧/g)) {
    text += plain.slice(last, match.index)
    last = match.index + match[0].length
    const [surface = '', value = '', unit = '-', item = '', more = ''] = (match[2] ?? '').split('|')
    const said = new Map(more.split(',').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]))
    const start = text.length
    text += surface
    figures.push({
      start,
      end: text.length,
      optional: match[1] === '?',
      value: Number(value),
      unit: unit === '-' ? null : unit,
      item,
      approximation: said.get('a') ?? 'exact',
      upper: said.has('u') ? Number(said.get('u')) : null,
      per: said.get('p') ?? null,
      role: said.get('r') ?? 'single',
      day: said.get('t') ?? null,
      who: said.get('w') ?? sides,
      whom: said.get('b') ?? sides,
      category: said.get('c') ?? null,
    })
  }
  return { text: text + plain.slice(last), figures }
}
