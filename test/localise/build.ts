import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Fact, Lens, type Summary, type Text, zhOnly } from '../../src/model/index.js'
import { resourcePath } from '../../src/resources.js'

export const lens = Lens.parse(parse(readFileSync(resourcePath('assets', 'lenses', 'public-response.yaml'), 'utf8')))

export interface FactInput {
  item: string
  value: number
  unit?: string | null
  approximation?: Fact['quantity']['approximation']
  upper?: number
  per?: string
  measure?: string
  category?: string
  actor?: string
  recipient?: string
  action?: string
  time?: Fact['time']
  role?: Fact['role']
  partOf?: string
  id?: string
}

/** A fact whose figure is marked in the sentence: `捐赠口罩【300只】`. */
export function factOf(marked: string, input: FactInput): Fact {
  const start = marked.indexOf('【')
  const surface = /【(.*?)】/u.exec(marked)?.[1] ?? ''
  const sentence = marked.replace(/[【】]/gu, '')
  const text = (zh: string | undefined): Text | null => (zh === undefined ? null : zhOnly(zh))
  return {
    id: input.id ?? 'f1',
    category: input.category ?? null,
    measure: input.measure ?? null,
    item: zhOnly(input.item),
    quantity: {
      value: input.value,
      unit: input.unit ?? null,
      approximation: input.approximation ?? 'exact',
      upper: input.upper ?? null,
      per: input.per ?? null,
      surface,
    },
    actor: text(input.actor),
    recipient: text(input.recipient),
    action: input.action ?? null,
    time: input.time ?? null,
    role: input.role ?? 'single',
    partOf: input.partOf ?? null,
    repeats: null,
    statement: zhOnly(''),
    evidence: { start, end: start + surface.length, sentence, sentenceStart: 0 },
  }
}

export function summaryOf(organisation: string, facts: Fact[], rest: Partial<Summary> = {}): Summary {
  return {
    schemaVersion: 1,
    onSubject: true,
    article: {
      id: 'sha256:1',
      source: { uri: 'a.txt', mediaType: 'text/plain' },
      title: zhOnly('春到江城，同心向前'),
      publishedAt: { value: '2020-02-20', basis: 'printed' },
      publisher: null,
      author: null,
      credits: {},
      sections: [],
      text: '',
      removed: [],
    },
    organisation: { zh: organisation, en: '', enBasis: 'none', kind: 'massOrganisation', place: null },
    facts,
    acts: [],
    people: [],
    documents: [],
    notes: [],
    ...rest,
  }
}
