import type { Act, Fact, FactTime, Lens, LensMeasure, Summary } from '../../src/model/index.js'
import { Lens as LensSchema, zhOnly } from '../../src/model/index.js'

/** A small lens of its own, so that these tests speak of rules and not of the lens that ships. */
export const lens: Lens = LensSchema.parse({
  id: 'flood',
  version: 1,
  label: { zh: '防汛', en: 'Flood relief' },
  subject: { zh: '防汛救灾', en: 'flood relief' },
  categories: [
    { id: 'giving', label: { zh: '捐赠', en: 'Giving' }, cues: ['捐'] },
    { id: 'work', label: { zh: '救援', en: 'Rescue' }, cues: ['救援'] },
    { id: 'media', label: { zh: '宣传', en: 'Publicity' }, cues: ['宣传'] },
    { id: 'praise', label: { zh: '表彰', en: 'Recognition' }, cues: ['表彰'] },
  ],
  measures: [
    measure('total', '款物', ['元'], 'money'),
    measure('cash', '现金', ['元'], 'money'),
    measure('goods', '物资折价', ['元'], 'money'),
    measure('mask', '口罩', ['个', '只', '枚'], 'supplies'),
    measure('mask.n95', 'N95口罩', ['个', '只', '枚'], 'supplies'),
    { ...measure('mask.boxed', '口罩(盒)', ['盒', '箱'], 'supplies'), additive: false },
    measure('gloves', '手套', ['双', '副'], 'supplies'),
    measure('sand', '沙石', ['吨', '公斤'], 'supplies'),
    { ...measure('sand.fine', '细沙', ['斤'], 'supplies'), additive: false },
    measure('rescuers', '救援人员', ['名', '人', '人次'], 'people'),
    { ...measure('reads', '阅读', ['次', '人次'], 'reach'), category: 'media', additive: false },
    { ...measure('posts', '推文', ['篇', '条'], 'reach'), category: 'media' },
    { ...measure('share', '比例', ['%'], 'other'), additive: false },
  ],
})

function measure(id: string, noun: string, units: string[], family: LensMeasure['family']) {
  const unit = { zh: units[0] ?? '', en: 'unit', many: 'units' }
  return { id, label: { zh: noun, en: id }, nouns: [noun], units, unit, family }
}

export interface FactInput {
  measure?: string | null
  category?: string | null
  value: number
  unit?: string | null
  item?: string
  actor?: string
  recipient?: string
  asOf?: string
  on?: string
  from?: string
  role?: Fact['role']
  /** Index, in the same article, of the total that this is a part of. */
  partOf?: number
  /** Index, in the same article, of the fact that this repeats. */
  repeats?: number
  approximation?: Fact['quantity']['approximation']
  per?: string
  /** Facts with the same sentence number stand in one sentence; without it each has its own. */
  sentence?: number
  action?: string
  inferred?: boolean
}

/** An article whose text is written from its facts: `口罩300个、手套20双。` and so on, with true offsets. */
export function summary(organisation: string, inputs: FactInput[], extra: Partial<SummaryExtra> = {}): Summary {
  const { text, spans } = write(inputs)
  const uri = extra.uri ?? `${organisation || 'unnamed'}.txt`
  return {
    schemaVersion: 1,
    onSubject: true,
    article: {
      id: `sha256:${'0'.repeat(64)}`,
      source: { uri, mediaType: 'text/plain' },
      title: zhOnly(`${organisation}在行动`),
      publishedAt: { value: extra.publishedAt ?? null, basis: extra.publishedAt === undefined ? 'unknown' : 'printed' },
      publisher: null,
      author: null,
      credits: {},
      sections: [],
      text,
      removed: [],
    },
    organisation: { zh: organisation, en: '', enBasis: 'none', kind: 'other', place: null },
    facts: inputs.map((input, index) => toFact(input, index, spans[index])),
    acts: extra.acts ?? [],
    people: [],
    documents: [],
    notes: extra.notes ?? [],
  }
}

interface SummaryExtra {
  uri: string
  publishedAt: string
  acts: Act[]
  notes: Summary['notes']
}

type Span = Fact['evidence']

function write(inputs: FactInput[]): { text: string; spans: Span[] } {
  let text = ''
  const spans: Span[] = []
  for (let i = 0; i < inputs.length; ) {
    const sentenceStart = text.length
    const places: { start: number; end: number }[] = []
    do {
      const input = inputs[i] as FactInput
      const start = text.length
      text += `${input.value}${input.unit ?? ''}`
      places.push({ start, end: text.length })
      text += `${input.item ?? input.measure ?? ''}`
      i++
      text += sameSentence(inputs[i - 1], inputs[i]) ? '、' : '。'
    } while (sameSentence(inputs[i - 1], inputs[i]))
    const sentence = text.slice(sentenceStart)
    for (const place of places) spans.push({ ...place, sentence, sentenceStart })
  }
  return { text, spans }
}

function sameSentence(a: FactInput | undefined, b: FactInput | undefined): boolean {
  return b !== undefined && a?.sentence !== undefined && a.sentence === b.sentence
}

function toFact(input: FactInput, index: number, evidence: Span | undefined): Fact {
  if (evidence === undefined) throw new Error('a fact without a place')
  const { value, unit = null, approximation = 'exact', per = null } = input
  return {
    id: `f${index + 1}`,
    category: input.category === undefined ? 'giving' : input.category,
    measure: input.measure ?? null,
    item: zhOnly(input.item ?? input.measure ?? ''),
    quantity: { value, unit, approximation, upper: null, per, surface: `${value}${unit ?? ''}` },
    actor: input.actor === undefined ? null : zhOnly(input.actor),
    recipient: input.recipient === undefined ? null : zhOnly(input.recipient),
    action: input.action ?? null,
    time: timeOf(input),
    role: input.role ?? 'single',
    partOf: input.partOf === undefined ? null : `f${input.partOf + 1}`,
    repeats: input.repeats === undefined ? null : `f${input.repeats + 1}`,
    statement: zhOnly(evidence.sentence),
    evidence,
  }
}

function timeOf({ asOf, on, from, inferred }: FactInput): FactTime | null {
  const day = asOf ?? on
  if (day === undefined) return null
  const kind = from !== undefined ? 'span' : on !== undefined ? 'on' : 'asOf'
  return { kind, asOf: day, from: from ?? null, basis: inferred ? 'inferred' : 'printed', surface: day }
}
