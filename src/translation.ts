import type { GenerateOptions } from './config/index.js'
import { UserError } from './errors.js'
import { glossaryOf, partsOfSpeech, shippedTerms, type Term, type Vocabulary } from './localise/index.js'
import type { Briefing, Glossary, Note, Summary, TranslationMemory, TranslationUnit } from './model/index.js'
import { openExistingTranslationMemory, openTranslationMemory } from './store/index.js'
import type { Cost, Translated } from './translate/index.js'

export type { Cost } from './translate/index.js'

interface DeskContext {
  cwd: string
  signal?: AbortSignal
  now?: Date
}

/** Where memory and translator are at hand for one run. */
export interface TranslationDesk extends AsyncDisposable {
  /** Names and words as persons corrected them: they stand before all other terms. */
  terms: Term[]
  /** What could not be had. */
  notes: Note[]
  translate(
    briefing: Briefing,
    vocabulary: Vocabulary,
  ): Promise<Pick<Translated<Briefing>, 'value'> & { cost: Cost | null }>
  correct(summary: Summary, vocabulary: Vocabulary): Promise<Summary>
}

/** Nobody translates, and nobody has corrected anything. */
const nothingToDo: TranslationDesk = {
  terms: [],
  notes: [],
  translate: async (briefing) => ({ value: briefing, cost: null }),
  correct: async (summary) => summary,
  async [Symbol.asyncDispose]() {},
}

/** Opens the memory (made only where a translator fills it) and the translator. Throws a UserError where either cannot be had. */
export async function openTranslationDesk(
  { translate: settings, store }: { translate?: GenerateOptions['translate'] | undefined; store?: string | undefined },
  { cwd, signal, now = new Date(0) }: DeskContext,
): Promise<TranslationDesk> {
  const isOn = settings !== undefined && settings.with !== 'none'
  // Loaded only where there is something for it.
  const stage = () => import('./translate/index.js')
  const translator = isOn ? await (await stage()).createTranslator(settings, { environment: process.env, cwd }) : null
  const { memory, notes } = await openMemory(store, isOn)
  if (!translator && !memory) return { ...nothingToDo, notes }
  const { correctSummary, translateBriefing } = await stage()
  const options = {
    memory,
    translator,
    date: now.toISOString(),
    parts: (await import('./service/index.js')).realParts,
    ...(settings?.requestsPerMinute !== undefined && { requestsPerMinute: settings.requestsPerMinute }),
    ...(signal && { signal }),
  }
  return {
    notes,
    terms: memory
      ? correctedTerms(await memory.list({ uses: 'words', states: ['translated', 'reviewed', 'final'] }))
      : [],
    async translate(briefing, vocabulary) {
      const known = namesOf(briefing.organisations)
      const glossary = (zh: string) => glossaryOf(zh, vocabulary, known)
      const { value, cost } = await translateBriefing(briefing, { ...options, glossary })
      return { value, cost: translator || cost.fromPersons > 0 ? cost : null }
    },
    async correct(summary, vocabulary) {
      const glossary = (zh: string) => glossaryOf(zh, vocabulary)
      return memory ? await correctSummary(summary, { ...options, glossary }) : summary
    },
    async [Symbol.asyncDispose]() {
      await translator?.[Symbol.asyncDispose]()
      await memory?.[Symbol.asyncDispose]()
    },
  }
}

type OpenMemory = TranslationMemory & AsyncDisposable

/** A memory that cannot be read costs the run nothing but what is in it, unless a translator was to fill it. */
async function openMemory(
  store: string | undefined,
  isMade: boolean,
): Promise<{ memory: OpenMemory | null; notes: Note[] }> {
  if (store === undefined) return { memory: null, notes: [] }
  if (isMade) return { memory: await openTranslationMemory(store), notes: [] }
  try {
    return { memory: await openExistingTranslationMemory(store), notes: [] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { message, next } = error
    return { memory: null, notes: [{ severity: 'warning', code: 'memory-unread', message, hint: next.join(' ') }] }
  }
}

function namesOf(organisations: Briefing['organisations']): Glossary['names'] {
  return organisations.flatMap((organisation) => [
    { zh: organisation.zh, en: organisation.en, kind: 'organisation' as const },
    ...organisation.people.map(({ zh, en }) => ({ zh, en, kind: 'person' as const })),
  ])
}

/** A word keeps what the shipped terms know of its use; irregular forms are those of the English that was replaced. */
function correctedTerms(units: readonly TranslationUnit[]): Term[] {
  return units.flatMap(({ source: zh, target: en, use }) => {
    const pos = partsOfSpeech.find((known) => known === use)
    if (!pos) return []
    const shipped = shippedTerms().find((term) => term.zh === zh && term.pos === pos)
    return [{ zh, en, pos, forms: shipped?.en === en ? shipped.forms : '', domain: shipped?.domain ?? '' }]
  })
}
