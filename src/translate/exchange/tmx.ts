import { SaxesParser } from 'saxes'
import { escapeXml } from '../../markup.js'
import { TranslationState, type TranslationUnit } from '../../model/index.js'
import { ExchangeProblem } from './xliff-read.js'

/** TMX 1.4b (LISA OSCAR, 2005) of a memory; what only we know stands in properties. */
export function toTmx(units: readonly TranslationUnit[], version: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="jianbao" creationtoolversion="${escapeXml(version)}" segtype="block" o-tmf="jianbao" adminlang="en" srclang="zh" datatype="plaintext"/>
<body>
${units.map(unitElement).join('\n')}
</body>
</tmx>
`
}

function unitElement({ source, target, use, state, origin, date }: TranslationUnit): string {
  const properties = Object.entries({ use, state, origin }).map(
    ([type, value]) => `<prop type="x-jianbao-${type}">${escapeXml(value)}</prop>`,
  )
  const tuv = (lang: string, text: string): string => `<tuv xml:lang="${lang}"><seg>${escapeXml(text)}</seg></tuv>`
  return `<tu changedate="${tmxDate(date)}">${properties.join('')}${tuv('zh', source)}${tuv('en', target)}</tu>`
}

/** `2026-03-02T08:00:00.000Z` → `20260302T080000Z`. */
function tmxDate(iso: string): string {
  return iso.replace(/\.\d+/, '').replace(/[-:]/g, '')
}

interface Open {
  line: number
  texts: Map<string, string>
  properties: Map<string, string>
  date: string
}

/** A unit of a file and the line it begins at. */
export type PlacedUnit = TranslationUnit & { line: number }

/**
 * The Chinese–English pairs of a TMX file. Pairs of other tools are a person's, `translated`; `date` stands for those
 * without one. Inline codes are left out, the text in them stays. Throws an `ExchangeProblem`.
 */
export function readTmx(text: string, { origin, date }: { origin: string; date: string }): PlacedUnit[] {
  const units: PlacedUnit[] = []
  const path: string[] = []
  let open: Open | null = null
  let language = ''
  let property = ''
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new ExchangeProblem(parser.line, error.message.replace(/^\d+:\d+: /, ''))
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === 0 && name !== 'tmx') throw new ExchangeProblem(parser.line, 'this is no TMX file')
    path.push(name)
    if (name === 'tu') {
      const changed = attributes.changedate ?? attributes.creationdate
      open = { line: parser.line, texts: new Map(), properties: new Map(), date: isoDate(changed) ?? date }
    }
    if (name === 'tuv') language = (attributes['xml:lang'] ?? attributes.lang ?? '').slice(0, 2).toLowerCase()
    if (name === 'prop') property = attributes.type ?? ''
  })
  parser.on('text', (piece) => {
    if (!open) return
    const last = path.at(-1)
    if (last === 'prop') append(open.properties, property, piece)
    // Codes of other tools: bpt, ept, it, ph, ut; what stands in hi and sub is text.
    else if (path.includes('seg') && !/^(?:bpt|ept|it|ph|ut)$/.test(last ?? '')) append(open.texts, language, piece)
  })
  parser.on('closetag', () => {
    if (path.pop() !== 'tu' || !open) return
    const made = toUnit(open, origin)
    if (made) units.push(made)
    open = null
  })
  parser.write(text.replace(/^\ufeff/, '')).close()
  return units
}

function append(into: Map<string, string>, name: string, piece: string): void {
  into.set(name, (into.get(name) ?? '') + piece)
}

function toUnit({ line, texts, properties, date }: Open, origin: string): PlacedUnit | null {
  const [source = '', target = ''] = [texts.get('zh')?.trim(), texts.get('en')?.trim()]
  if (source === '' || target === '') return null
  const state = TranslationState.safeParse(properties.get('x-jianbao-state'))
  return {
    line,
    source,
    target,
    use: properties.get('x-jianbao-use') ?? 'text',
    state: state.data && state.data !== 'refused' ? state.data : 'translated',
    origin: properties.get('x-jianbao-origin') ?? origin,
    date,
  }
}

function isoDate(text: string | undefined): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '')
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}
