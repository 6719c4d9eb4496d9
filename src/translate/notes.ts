import type { Note, Text } from '../model/index.js'
import type { Cost } from './cost.js'

/** What the reader must know of the English that nobody here built. */
export interface Findings {
  /** By whose label, how many texts are a machine's. */
  machines: ReadonlyMap<string, number>
  persons: number
  refused: readonly string[]
  withheld: readonly string[]
  unanswered: number
  trouble: string | null
  /** Texts of persons that state other numbers than their source. */
  unfit: readonly { zh: string; problem: string }[]
}

export function notesOf(findings: Findings, { translator }: Pick<Cost, 'translator'>): Note[] {
  const by = translator ?? ''
  return [
    ...[...findings.machines].map(([label, count]) => machineNote(label, count)),
    ...(findings.persons > 0 ? [personNote(findings.persons)] : []),
    ...(findings.refused.length > 0 ? [refusedNote(by, findings.refused)] : []),
    ...(findings.withheld.length > 0 ? [withheldNote(findings.withheld)] : []),
    ...(findings.trouble !== null ? [troubleNote(by, findings.trouble, findings.unanswered)] : []),
    ...(findings.trouble === null && findings.unanswered > 0 ? [unansweredNote(by, findings.unanswered)] : []),
    ...findings.unfit.map(unfitNote),
  ]
}

type Params = NonNullable<Note['params']>

function note(severity: Note['severity'], code: string, params: Params, text: Omit<Text, 'enBasis'>): Note {
  return {
    severity,
    code,
    message: text.en,
    params,
    text: { ...text, enBasis: 'composed' },
  }
}

function texts(count: number): string {
  return count === 1 ? '1 text' : `${count} texts`
}

function machineNote(by: string, count: number): Note {
  return note(
    'info',
    'machine-translated',
    { by, texts: count },
    {
      zh: `标†的英文共${count}条，由${by}机器翻译；其中的数字、日期和名称已与原文核对。`,
      en: `† The English of ${texts(count)} is a machine translation by ${by}; numbers, dates and names in it were checked against the Chinese.`,
    },
  )
}

function personNote(count: number): Note {
  return note(
    'info',
    'person-translated',
    { texts: count },
    {
      zh: `${count}条英文由人工翻译或更正。`,
      en: `The English of ${texts(count)} was written or corrected by a person.`,
    },
  )
}

function refusedNote(by: string, refused: readonly string[]): Note {
  return note(
    'info',
    'translation-refused',
    { by, texts: refused.length, first: refused[0] ?? '' },
    {
      zh: `${by}对${refused.length}条文字的译文未通过数字、日期和名称核对，未予采用。`,
      en: `${texts(refused.length)} stand as without a translator: the English by ${by} did not keep their numbers, dates or names.`,
    },
  )
}

function withheldNote(withheld: readonly string[]): Note {
  return note(
    'warning',
    'translation-withheld',
    { texts: withheld.length, first: withheld[0] ?? '' },
    {
      zh: `${withheld.length}条文字形似对机器的指令，未送交翻译。`,
      en: `${texts(withheld.length)} ${withheld.length === 1 ? 'was' : 'were'} not sent to the translator: what stands there looks like an instruction to a machine.`,
    },
  )
}

function troubleNote(by: string, reason: string, count: number): Note {
  return note(
    'warning',
    'translator-failed',
    { by, reason, texts: count },
    {
      zh: `${by}未能翻译${count}条文字，从缺。`,
      en: `${by} did not translate ${texts(count)}: ${reason}.`,
    },
  )
}

function unansweredNote(by: string, count: number): Note {
  return note(
    'warning',
    'translation-missing',
    { by, texts: count },
    {
      zh: `${by}未就${count}条文字给出可用的译文。`,
      en: `${by} gave no usable answer for ${texts(count)}.`,
    },
  )
}

function unfitNote({ zh, problem }: { zh: string; problem: string }): Note {
  return note(
    'warning',
    'correction-numbers',
    { zh, problem },
    {
      zh: `人工更正的译文与原文数字不符，未予采用：${zh}`,
      en: `An English text by a person was not used: its numbers are not those of the Chinese. ${problem}`,
    },
  )
}
