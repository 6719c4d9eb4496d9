import { Stream, textOf } from '../../../pdf/index.js'
import type { Reading } from '../../reading/index.js'
import { standardTypes } from '../../reading/roles.js'
import { type Condition, conformance } from './condition.js'

const onPages = (count: (page: Reading['pages'][number]) => number, what: string): Condition['failures'] => {
  return ({ pages }) => pages.flatMap((page, i) => (count(page) > 0 ? [`page ${i + 1}: ${count(page)} ${what}`] : []))
}

/** Checkpoints 01, 02 and 30. */
export const realContent = conformance(
  'pdf-ua-content',
  'all content is tagged or an artefact',
  'content is not tagged as it should be',
  [
    { number: '01-003', failures: onPages(({ nested }) => nested.artefacts, 'artefacts inside of content') },
    { number: '01-004', failures: onPages(({ nested }) => nested.contents, 'contents inside of an artefact') },
    { number: '01-005', failures: onPages(({ loose }) => loose, 'drawn neither as content nor as an artefact') },
    {
      number: '01-007',
      failures: ({ file }) =>
        file.resolve(file.dict(file.catalog.get('/MarkInfo'))?.get('/Suspects')) === 'true' ? ['suspects'] : [],
    },
    {
      number: '02-001',
      failures: ({ roles }, elements) =>
        distinct(elements.map(({ element }) => element.type).filter((type) => !standardTypes.has(type))).map((type) =>
          roles.has(type) ? `${type} leads to ${roles.get(type)}` : `${type} is no type of PDF 1.7`,
        ),
    },
    { number: '02-003', failures: ({ roles }) => [...roles.keys()].filter((type) => leadsToItself(type, roles)) },
    { number: '02-004', failures: ({ roles }) => [...roles.keys()].filter((type) => standardTypes.has(type)) },
    {
      number: '30-001',
      failures: ({ file }) =>
        formsOf(file).flatMap((form) => (form.dict.has('/Ref') ? ['a form refers to another file'] : [])),
    },
    { number: '30-002', failures: onPages(({ markedForms }) => markedForms, 'forms with marks of their own') },
  ],
)

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function leadsToItself(type: string, roles: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>()
  for (let next: string | undefined = type; next !== undefined; next = roles.get(next)) {
    if (seen.has(next)) return true
    seen.add(next)
  }
  return false
}

function formsOf(file: Reading['file']): Stream[] {
  return [...file.objects.values()].filter(
    (object): object is Stream => object instanceof Stream && textOf(object.dict.get('/Subtype')) === 'Form',
  )
}
