import { ServiceTrouble } from '../service/index.js'
import { judge } from './guard.js'
import type { Sender } from './send.js'
import type { Answer, Question, Translator } from './translator.js'

/** What became of one text. `none`: it was not answered, which says nothing about the text. */
export type Verdict = { kind: 'passed'; en: string } | { kind: 'refused'; reasons: string[] } | { kind: 'none' }

export interface Asked {
  /** By the question's id. */
  verdicts: Map<string, Verdict>
  /** Why the service was not asked further. */
  trouble: string | null
}

/**
 * Puts all texts to the translator: in batches first, then each that was refused or not answered once more by itself,
 * with the reason. A text that spoils the answers to its neighbours so costs them nothing.
 */
export async function askAll(
  questions: readonly Question[],
  translator: Translator,
  sender: Sender,
  signal: AbortSignal | undefined,
): Promise<Asked> {
  const asked = new Asking(sender, signal)
  for (const batch of batches(questions, translator.most)) await asked.ask(batch)
  for (const question of questions) {
    const again = asked.again(question)
    if (again) await asked.ask([again])
  }
  return { verdicts: asked.verdicts, trouble: asked.trouble }
}

class Asking {
  readonly verdicts = new Map<string, Verdict>()
  readonly #reasons = new Map<string, string[]>()
  trouble: string | null = null

  constructor(
    private readonly sender: Sender,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async ask(questions: readonly Question[]): Promise<void> {
    if (this.trouble !== null) return
    const answers = await this.#answers(questions)
    for (const question of questions) this.#take(question, answers.get(question.id))
  }

  /** The question as it is put the second time; null where one answer is enough. */
  again(question: Question): Question | null {
    const verdict = this.verdicts.get(question.id)
    const reasons = this.#reasons.get(question.id) ?? []
    if (verdict?.kind === 'passed' && reasons.length === 0) return null
    return { ...question, refused: reasons }
  }

  #take(question: Question, en: string | undefined): void {
    const { id, zh, glossary } = question
    const before = this.verdicts.get(id)
    if (en === undefined) {
      if (!before) this.verdicts.set(id, { kind: 'none' })
      return
    }
    const { refusals, wishes } = judge(zh, en, glossary)
    this.#reasons.set(id, [...refusals, ...wishes])
    // A second answer that is worse does not replace a first that stands.
    if (refusals.length > 0 && before?.kind === 'passed') return
    this.verdicts.set(id, refusals.length > 0 ? { kind: 'refused', reasons: refusals } : { kind: 'passed', en })
  }

  async #answers(questions: readonly Question[]): Promise<Map<string, string>> {
    try {
      const { answers } = await this.sender.send(questions, this.signal)
      return new Map(answers.map(({ id, en }: Answer) => [id, en.trim()]))
    } catch (error) {
      if (!(error instanceof ServiceTrouble)) throw error
      if (error.kind === 'service') this.trouble = error.message
      return new Map()
    }
  }
}

function batches(questions: readonly Question[], most: Translator['most']): Question[][] {
  const made: Question[][] = []
  let characters = 0
  for (const question of questions) {
    const last = made.at(-1)
    characters += question.zh.length
    if (last && last.length < most.texts && characters <= most.characters) last.push(question)
    else {
      made.push([question])
      characters = question.zh.length
    }
  }
  return made
}
