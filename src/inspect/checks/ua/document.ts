import { type Dict, textOf } from '../../../pdf/index.js'
import type { Reading } from '../../reading/index.js'
import { type Condition, conformance } from './condition.js'

const asked = (failed: (reading: Reading) => boolean, what: string): Condition['failures'] => {
  return (reading) => (failed(reading) ? [what] : [])
}

const preferences = ({ file }: Reading): Dict | undefined => file.dict(file.catalog.get('/ViewerPreferences'))
const form = ({ file }: Reading): Dict | undefined => file.dict(file.catalog.get('/AcroForm'))

/** Checkpoints 06, 07, 20, 21, 25 and 26. */
export const documentSays = conformance(
  'pdf-ua-document',
  'the document says what it is',
  'the document does not say what it is',
  [
    { number: '06-001', failures: asked(({ xmp }) => xmp === null, 'no XMP') },
    {
      number: '06-002',
      failures: asked(
        ({ xmp }) => xmp !== null && !/<pdfuaid:part>1<|pdfuaid:part="1"/.test(xmp),
        'no PDF/UA identifier',
      ),
    },
    {
      number: '06-003',
      failures: asked(
        ({ xmp }) => xmp !== null && !/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*[^<\s]/.test(xmp),
        'no dc:title',
      ),
    },
    {
      number: '07-001',
      failures: asked(
        (reading) => !preferences(reading)?.has('/DisplayDocTitle'),
        'not said whether the title is shown',
      ),
    },
    {
      number: '07-002',
      failures: asked((reading) => preferences(reading)?.get('/DisplayDocTitle') === 'false', 'the title is not shown'),
    },
    {
      number: '20-001',
      failures: layers(({ configurations }) => configurations.slice(1).some(isNameless), 'a set of layers has no name'),
    },
    {
      number: '20-002',
      failures: layers(
        ({ configurations: [first] }) => first !== undefined && isNameless(first),
        'the first set of layers has no name',
      ),
    },
    {
      number: '20-003',
      failures: layers(
        ({ configurations }) => configurations.some((set) => set.has('/AS')),
        'layers change by themselves',
      ),
    },
    {
      number: '21-001',
      failures: ({ file }) =>
        [...file.objects.values()].flatMap((object) => {
          if (!(object instanceof Map) || !object.has('/EF')) return []
          const missing = ['/F', '/UF'].filter((key) => !object.has(key))
          return missing.map((key) => `a file inside has no ${key.slice(1)}`)
        }),
    },
    {
      number: '25-001',
      failures: asked((reading) => form(reading)?.has('/XFA') === true, 'a form that is drawn anew'),
    },
  ],
)

interface Layers {
  configurations: Dict[]
}

function layers(failed: (layers: Layers) => boolean, what: string): Condition['failures'] {
  return ({ file }) => {
    const properties = file.dict(file.catalog.get('/OCProperties'))
    if (properties === undefined) return []
    const sets = [properties.get('/D'), ...file.array(properties.get('/Configs'))]
    return failed({ configurations: sets.flatMap((set) => file.dict(set) ?? []) }) ? [what] : []
  }
}

function isNameless(set: Dict): boolean {
  return (textOf(set.get('/Name')) ?? '') === ''
}

const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/

/** Checkpoint 11: what has no language of its own is in that of the document. */
export const languagesKnown = conformance(
  'pdf-ua-language',
  'the language of every text is known',
  'a language is not known',
  [
    { number: '11-001', failures: asked(({ lang }) => !languageTag.test(lang), 'of the pages') },
    {
      number: '11-002',
      failures: (reading, elements) =>
        languageTag.test(reading.lang)
          ? []
          : elements.flatMap(({ element: { type, dict } }) =>
              dict.has('/Alt') && !dict.has('/Lang') ? [`of what stands for a ${type}`] : [],
            ),
    },
    {
      number: '11-003',
      failures: asked(({ lang, outline }) => !languageTag.test(lang) && outline.length > 0, 'of the outline'),
    },
    {
      number: '11-004',
      failures: asked(({ lang, links }) => !languageTag.test(lang) && links.length > 0, 'of what links are called'),
    },
    {
      number: '11-006',
      failures: asked(
        ({ lang, xmp }) => !languageTag.test(lang) && !/<dc:language>/.test(xmp ?? ''),
        'of the metadata',
      ),
    },
    {
      number: '11-007',
      failures: ({ file }, elements) =>
        elements.flatMap(({ element: { type, dict } }) => {
          const lang = dict.has('/Lang') ? (textOf(file.resolve(dict.get('/Lang'))) ?? '') : null
          return lang === null || languageTag.test(lang) ? [] : [`a ${type} is in "${lang}"`]
        }),
    },
  ],
)
