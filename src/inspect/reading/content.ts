/** What a content stream does, as far as its text goes. */
export type Operation =
  | { kind: 'font'; name: string }
  | { kind: 'show'; codes: string }
  | { kind: 'begin'; mcid: number | null; actualText: string | null }
  | { kind: 'end' }
  | { kind: 'object'; name: string }
  | { kind: 'picture' }

const operations = new RegExp(
  [
    String.raw`\/\w+\s*(?<properties><<(?:[^<>]|<[^<>]*>)*>>|\/\w+)\s*BDC\b`,
    String.raw`\/(?<font>[^\s/<>[\]()]+)\s+[\d.+-]+\s+Tf\b`,
    String.raw`<(?<codes>[0-9A-Fa-f\s]*)>`,
    String.raw`(?<literal>\((?:\\[\s\S]|[^\\()])*\))`,
    String.raw`\/(?<object>[^\s/<>[\]()]+)\s+Do\b`,
    String.raw`\b(?<begin>BMC)\b`,
    String.raw`\b(?<end>EMC)\b`,
    String.raw`\bBI\s(?<picture>[\s\S]*?)\bEI\b`,
  ].join('|'),
  'g',
)

/** The text operations of a content stream (ISO 32000-1 §9.4, §14.6) in their order. */
export function* readContent(content: string): Generator<Operation> {
  for (const { groups = {} } of content.matchAll(operations)) {
    const { properties, font, codes, literal, object, begin, end, picture } = groups
    if (properties !== undefined) yield beginOf(properties)
    else if (font !== undefined) yield { kind: 'font', name: font }
    else if (codes !== undefined) yield { kind: 'show', codes: codes.replace(/\s/g, '').toUpperCase() }
    else if (literal !== undefined) yield { kind: 'show', codes: hexOf(literal) }
    else if (object !== undefined) yield { kind: 'object', name: object }
    else if (begin !== undefined) yield { kind: 'begin', mcid: null, actualText: null }
    else if (end !== undefined) yield { kind: 'end' }
    else if (picture !== undefined) yield { kind: 'picture' }
  }
}

function beginOf(properties: string): Operation {
  const mcid = /\/MCID\s+(\d+)/.exec(properties)?.[1]
  const actual = /\/ActualText\s*<([0-9A-Fa-f\s]*)>/.exec(properties)?.[1]
  return { kind: 'begin', mcid: mcid === undefined ? null : Number(mcid), actualText: actual ?? null }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }

/** The bytes of a literal string (ISO 32000-1 §7.3.4.2) as hex. */
function hexOf(literal: string): string {
  const text = literal
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    )
  return Buffer.from(text, 'latin1').toString('hex').toUpperCase()
}
