import { SaxesParser } from 'saxes'
import { escapeXml } from '../markup.js'
import { type PartOfSpeech, partsOfSpeech, type Term } from './terms.js'

/** TBX-Basic (ISO 30042:2019, DCA style) of a list of terms; what only we know of a term stands in its note. */
export function termsToTbx(terms: readonly Term[]): string {
  const entries = terms.map((term, index) => entry(term, index + 1))
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="zh" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Terms of jianbao</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${entries.join('\n')}
</body></text>
</tbx>
`
}

/** Parts of speech that TBX-Basic names; every other is `other`. */
const basic: Partial<Record<PartOfSpeech, string>> = {
  noun: 'noun',
  verb: 'verb',
  adjective: 'adjective',
  name: 'properNoun',
  place: 'properNoun',
}

function entry({ zh, en, pos, forms, note, domain }: Term, id: number): string {
  const field = domain === '' ? '' : `<descrip type="subjectField">${escapeXml(domain)}</descrip>`
  const own = [`pos=${pos}`, ...(forms === '' ? [] : [`forms=${forms}`]), ...(note ? [`note=${note}`] : [])].join('; ')
  const speech = `<termNote type="partOfSpeech">${basic[pos] ?? 'other'}</termNote>`
  const english = en === '' ? '' : section('en', en, speech)
  return `<conceptEntry id="c${id}">${field}<note>${escapeXml(own)}</note>${section('zh', zh, speech)}${english}</conceptEntry>`
}

function section(language: string, term: string, more: string): string {
  return `<langSec xml:lang="${language}"><termSec><term>${escapeXml(term)}</term>${more}</termSec></langSec>`
}

interface Entry {
  zh: string
  en: string
  speech: string
  field: string
  note: string
}

/**
 * The terms of a TBX file, version 3 (conceptEntry, langSec) or 2 (termEntry, langSet); the first term of each language
 * of an entry counts, entries without Chinese are left out. Throws where it is not well-formed XML.
 */
export function parseTbx(text: string): Term[] {
  const terms: Term[] = []
  let current: Entry | null = null
  let language = ''
  let kind = ''
  let content = ''
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    content = ''
    kind = attributes.type ?? ''
    if (/^(?:conceptEntry|termEntry)$/.test(name)) current = { zh: '', en: '', speech: '', field: '', note: '' }
    if (/^(?:langSec|langSet)$/.test(name)) language = (attributes['xml:lang'] ?? '').slice(0, 2).toLowerCase()
  })
  parser.on('text', (piece) => {
    content += piece
  })
  parser.on('closetag', ({ name }) => {
    if (current === null) return
    const value = content.trim()
    if (name === 'term' && language === 'zh' && current.zh === '') current.zh = value
    else if (name === 'term' && language === 'en' && current.en === '') current.en = value
    else if (kind === 'partOfSpeech') current.speech ||= value
    else if (kind === 'subjectField') current.field ||= value
    else if (name === 'note') current.note ||= value
    else if (/^(?:conceptEntry|termEntry)$/.test(name)) {
      if (current.zh !== '') terms.push(termOf(current))
      current = null
    }
    content = ''
    if (name !== 'term') kind = ''
  })
  parser.write(text).close()
  return terms
}

/** Our own note says the part of speech exactly; a foreign file's is taken from its `partOfSpeech`, else a noun. */
function termOf({ zh, en, speech, field, note }: Entry): Term {
  const own = /^pos=(\w+)(?:; forms=(.*?))?(?:; note=(.*))?$/su.exec(note)
  const said = own?.[1] ?? (speech === 'properNoun' ? 'name' : speech)
  const pos = partsOfSpeech.find((known) => known === said) ?? 'noun'
  const remark = own ? own[3] : note
  return { zh, en, pos, forms: own?.[2] ?? '', ...(remark && { note: remark }), domain: field }
}
