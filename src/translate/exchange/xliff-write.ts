import { escapeXml } from '../../markup.js'
import { digest, type ExchangeUnit } from './units.js'

const groups: Record<ExchangeUnit['kind'], string> = {
  title: 'Titles',
  heading: 'Headings',
  document: 'Publications',
  act: 'What was reported',
  statement: 'Statements',
  name: 'Names',
  role: 'Posts',
  label: 'Labels',
  term: 'Terms',
}

/** The state of XLIFF for where the English came from: a person's was read, a machine's or built English was not. */
function stateOf({ en, basis }: ExchangeUnit): 'initial' | 'translated' | 'reviewed' {
  if (en === '') return 'initial'
  return basis === 'person' ? 'reviewed' : 'translated'
}

/** XLIFF 2.1 (OASIS, 2018) of the units, one group a kind; candidates of the memory by its matches module. */
export function toXliff(units: readonly ExchangeUnit[], original: string): string {
  const kinds = (Object.keys(groups) as ExchangeUnit['kind'][]).filter((kind) =>
    units.some((unit) => unit.kind === kind),
  )
  const body = kinds.map((kind) => {
    const own = units.filter((unit) => unit.kind === kind).map(unitElement)
    return `<group id="g-${kind}" name="${groups[kind]}">\n${own.join('\n')}\n</group>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="zh-Hans" trgLang="en-GB">
<file id="briefing" original="${escapeXml(original)}">
${body.join('\n')}
</file>
</xliff>
`
}

function unitElement(unit: ExchangeUnit): string {
  const { id, kind, use, zh, en, basis, remarks, similar } = unit
  const state = stateOf(unit)
  const notes = remarks.map((remark) => `<note>${escapeXml(remark)}</note>`).join('')
  const target = en === '' ? '' : `<target xml:space="preserve">${escapeXml(en)}</target>`
  return [
    `<unit id="${id}" name="${kind}" canResegment="no">`,
    ...(similar.length > 0 ? [`<mtc:matches>${similar.map(match).join('')}</mtc:matches>`] : []),
    `<mda:metadata><mda:metaGroup category="jianbao">${meta('use', use)}${meta('exported', digest(en))}</mda:metaGroup></mda:metadata>`,
    ...(notes === '' ? [] : [`<notes>${notes}</notes>`]),
    `<segment id="s1" state="${state}" subState="jianbao:${basis}">`,
    `<source xml:space="preserve">${escapeXml(zh)}</source>${target}`,
    '</segment>',
    '</unit>',
  ].join('\n')
}

function meta(type: string, value: string): string {
  return `<mda:meta type="${type}">${escapeXml(value)}</mda:meta>`
}

function match({ source, target, similarity, origin }: ExchangeUnit['similar'][number]): string {
  const percent = (similarity * 100).toFixed(1)
  return `<mtc:match ref="#s1" similarity="${percent}" origin="${escapeXml(origin)}"><source>${escapeXml(source)}</source><target>${escapeXml(target)}</target></mtc:match>`
}
