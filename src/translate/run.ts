import { isUntranslated, type Note, type Text, type TranslationUnit } from '../model/index.js'
import { speaksToMachines } from '../service/index.js'
import { askAll, type Verdict } from './ask.js'
import { type Cost, noCost } from './cost.js'
import { numberProblems } from './guard.js'
import { type Findings, notesOf } from './notes.js'
import type { TranslateOptions } from './options.js'
import { Sender } from './send.js'
import type { Change, TextKind } from './texts.js'
import type { Question } from './translator.js'

interface Item {
  text: Text
  kind: TextKind
}

/** Kinds that a translator is asked for; names and labels are built, or stay as they are. */
const asked: ReadonlySet<TextKind> = new Set(['title', 'heading', 'act', 'document'])
const similarity = { least: 0.75, most: 2 }

/** One briefing's texts on their way: memory first, then the translator; what is found is told by the Chinese. */
export class Run {
  readonly cost: Cost
  readonly #english = new Map<string, Text>()
  readonly #machines = new Map<string, number>()
  readonly #withheld: string[] = []
  readonly #refused: string[] = []
  readonly #unfit: { zh: string; problem: string }[] = []
  #trouble: string | null = null

  private constructor(private readonly options: TranslateOptions) {
    this.cost = noCost(options.translator?.label ?? null)
  }

  static async over(items: readonly Item[], options: TranslateOptions): Promise<Run> {
    const run = new Run(options)
    const open: string[] = []
    for (const item of items) if (!(await run.#remembered(item)) && run.#isAsked(item)) open.push(item.text.zh)
    await run.#ask(open)
    return run
  }

  get found(): number {
    return this.#english.size
  }

  get notes(): Note[] {
    const findings: Findings = {
      machines: this.#machines,
      persons: this.cost.fromPersons,
      refused: this.#refused,
      withheld: this.#withheld,
      unanswered: this.cost.unanswered,
      trouble: this.#trouble,
      unfit: this.#unfit,
    }
    return notesOf(findings, this.cost)
  }

  readonly change: Change = (text) => {
    const found = this.#english.get(text.zh)
    if (!found) return text
    // A person's word stands over all; a machine's only where nothing was built.
    return found.enBasis === 'person' || isUntranslated(text) ? found : text
  }

  #isAsked({ text, kind }: Item): boolean {
    if (!this.options.translator || !asked.has(kind) || !isUntranslated(text) || !/\p{Script=Han}/u.test(text.zh)) {
      return false
    }
    if (!speaksToMachines(text.zh)) return true
    this.#withheld.push(text.zh)
    return false
  }

  /** True where the memory settles it. */
  async #remembered({ text, kind }: Item): Promise<boolean> {
    const units = (await this.options.memory?.find(text.zh, 'text')) ?? []
    const open = isUntranslated(text)
    for (const unit of units) {
      if (unit.state === 'reviewed' || unit.state === 'final' || (unit.state === 'translated' && open)) {
        if (this.#takePerson(unit)) return true
      } else if (unit.state === 'machine' && open && asked.has(kind) && this.#isOurs(unit, units)) {
        this.#takeMachine(text.zh, unit.target, unit.origin)
        this.cost.fromMemory++
        return true
      } else if (unit.state === 'refused' && open && unit.origin === this.options.translator?.origin) {
        this.#refused.push(text.zh)
        this.cost.refused++
        return true
      }
    }
    return false
  }

  /** The chosen translator's own English goes before another machine's. */
  #isOurs({ origin }: TranslationUnit, units: readonly TranslationUnit[]): boolean {
    const { translator } = this.options
    if (!translator) return false
    return origin === translator.origin || !units.some((unit) => unit.origin === translator.origin)
  }

  #takePerson({ source, target }: TranslationUnit): boolean {
    const [problem] = numberProblems(source, target)
    if (problem !== undefined) {
      this.#unfit.push({ zh: source, problem })
      return false
    }
    this.#english.set(source, { zh: source, en: target, enBasis: 'person' })
    this.cost.fromPersons++
    return true
  }

  #takeMachine(zh: string, en: string, origin: string): void {
    this.#english.set(zh, { zh, en, enBasis: 'machine' })
    const { translator } = this.options
    const label = origin === translator?.origin ? translator.label : origin
    this.#machines.set(label, (this.#machines.get(label) ?? 0) + 1)
  }

  async #ask(open: readonly string[]): Promise<void> {
    const { translator, parts, requestsPerMinute, signal } = this.options
    if (!translator || open.length === 0) return
    const questions = await Promise.all(open.map((zh, at) => this.#question(zh, `t${at + 1}`)))
    const sender = new Sender(translator, parts, this.cost, requestsPerMinute)
    const { verdicts, trouble } = await askAll(questions, translator, sender, signal)
    this.#trouble = trouble
    const units = questions.flatMap(({ id, zh }) => this.#settle(zh, verdicts.get(id) ?? { kind: 'none' }))
    await this.options.memory?.put(units)
  }

  async #question(zh: string, id: string): Promise<Question> {
    const similar = (await this.options.memory?.similar(zh, similarity)) ?? []
    return { id, zh, glossary: this.options.glossary(zh), similar, refused: [] }
  }

  /** What the memory keeps of an answer: passed or refused, not that there was none. */
  #settle(zh: string, verdict: Verdict): TranslationUnit[] {
    const { translator, date } = this.options
    const origin = translator?.origin ?? ''
    const unit = { source: zh, use: 'text', origin, date }
    if (verdict.kind === 'none') {
      this.cost.unanswered++
      return []
    }
    if (verdict.kind === 'refused') {
      this.cost.refused++
      this.#refused.push(zh)
      return [{ ...unit, target: '', state: 'refused' }]
    }
    this.cost.translated++
    this.#takeMachine(zh, verdict.en, origin)
    return [{ ...unit, target: verdict.en, state: 'machine' }]
  }
}
