import { hanValue } from '../language/han-numerals.js'
import type { Article, Fact, Note, Organisation } from '../model/index.js'
import { type Mention, mostCharacters, mostFigures, type Reading } from './reading.js'
import { conflicts, reconcile } from './reconcile.js'
import type { YearGuess } from './year-guess.js'

export interface Findings {
  article: Article
  reading: Reading
  facts: Map<Mention, Fact>
  organisation: Organisation
  year: YearGuess | null
  /** A time of some fact or act rests on the guessed year. */
  yearUsed: boolean
  /** Words for times that were read from the day of publication. */
  told: string[]
}

/** What a reader of the figures should know, in text order of kinds; codes and params are listed in docs/notes.md. */
export function findNotes(findings: Findings): Note[] {
  const { article, organisation, facts } = findings
  const list = [...facts.values()]
  return [
    ...unreadFigures(findings),
    ...unreadText(findings),
    ...damagedDates(findings),
    ...lostUnits(findings),
    ...reconcile(list),
    ...announcedCounts(findings),
    ...implausibleJumps(list),
    ...conflicts(list),
    ...inferredYear(findings),
    ...toldTimes(findings),
    ...missing(article, organisation, list),
  ].map((note) => ({ ...note, source: article.source.uri }))
}

function unreadFigures({ reading: { unreadFrom, text } }: Findings): Note[] {
  if (unreadFrom === null) return []
  const message = `The article states more than ${mostFigures} figures; the first ${mostFigures} are read.`
  const params = { most: mostFigures }
  return [{ severity: 'warning', code: 'figures-unread', message, start: unreadFrom, end: text.length, params }]
}

function unreadText({ reading: { plain, text } }: Findings): Note[] {
  if (plain.length === text.length) return []
  const message = `The article has more than ${mostCharacters} characters; figures and deeds are read of the first ${mostCharacters}.`
  const params = { most: mostCharacters }
  return [{ severity: 'warning', code: 'text-unread', message, start: plain.length, end: text.length, params }]
}

function damagedDates({ reading }: Findings): Note[] {
  return reading.dates.flatMap(({ start, end, reading: reads }) => {
    if (reads === null) return []
    const surface = reading.text.slice(start, end)
    const message = `The date “${surface}” is damaged; it can only be ${reads} and is read so.`
    return [
      { severity: 'warning', code: 'damaged-date', message, start, end, params: { surface, reading: reads } } as const,
    ]
  })
}

function lostUnits({ facts, reading }: Findings): Note[] {
  const notes: Note[] = []
  for (const [{ quantity }, fact] of facts) {
    const plainCount = fact.quantity.unit !== null || quantity.multiplied || quantity.unitKind === 'share'
    const next = reading.plain.slice(quantity.end, quantity.end + 2)
    if (plainCount || !/^(?:[，。；、,;]|$|分别|均|都|已|被|获)/.test(next)) continue
    const { surface } = fact.quantity
    const { start, end } = fact.evidence
    const message = `The text lost the unit of ${surface} (${fact.item.zh || 'what is counted is not said'}).`
    const params = { surface, item: fact.item.zh }
    notes.push({ severity: 'warning', code: 'unit-lost', message, start, end, facts: [fact.id], params })
  }
  return notes
}

const announcement =
  /([二两三四五六七八九十]|\d{1,2})(?:措并举|(?:大|项|条|个|方面|类)(?:具体|重点|主要|有力|工作|重要)?(?:措施|举措|方面|行动|抓手)(?:并举)?|招并举|个“[^”]{1,8}”(?:并举)?)/

/** 五措并举 in the lead against the headings that follow. */
function announcedCounts({ article, reading }: Findings): Note[] {
  const found = article.sections.length
  if (found < 2) return []
  const lead = reading.plain.slice(0, article.sections[0]?.start ?? 0)
  const match = announcement.exec(lead)
  if (!match) return []
  const figure = match[1] ?? ''
  const announced = /\d/.test(figure) ? Number(figure) : hanValue(figure).value
  const [start, end] = [match.index, match.index + match[0].length]
  const agree = announced === found
  const message = `The article announces ${announced} measures (${match[0]}) and has ${found} sections${agree ? '' : ': they differ'}.`
  const params = { surface: reading.text.slice(start, end), announced, found }
  return [{ severity: agree ? 'info' : 'warning', code: 'count-announced', message, start, end, params }]
}

/** One sum of money far above every other of its category and printed in 万 where 亿 is usual: a decimal point may have slipped. */
function implausibleJumps(facts: Fact[]): Note[] {
  const money = facts.filter(
    ({ quantity, repeats }) => quantity.unit === '元' && quantity.per === null && repeats === null,
  )
  if (money.length < 3) return []
  const [most, ...others] = [...money].sort((a, b) => b.quantity.value - a.quantity.value)
  const second = others.find(({ category }) => category === most?.category)
  if (!most || !second) return []
  const times = most.quantity.value / second.quantity.value
  const mantissa = Number(/([\d.]+)万/.exec(most.quantity.surface.replace(/,/g, ''))?.[1] ?? 0)
  if (times < 5 || mantissa < 10_000) return []
  const { start, end } = most.evidence
  const params = {
    surface: most.quantity.surface,
    value: most.quantity.value,
    other: second.quantity.surface,
    times: Math.round(times),
  }
  const message = `${params.surface} is ${params.times} times the next largest sum (${params.other}); it stands as printed.`
  return [{ severity: 'warning', code: 'implausible-jump', message, start, end, facts: [most.id, second.id], params }]
}

function inferredYear({ year, yearUsed }: Findings): Note[] {
  if (!year || !yearUsed) return []
  const from = {
    text: 'other dates of the text',
    publication: 'the date of publication',
    lens: 'what the article is about',
  }
  const message = `The year ${year.year} is not printed with every date; it was inferred from ${from[year.from]}.`
  return [{ severity: 'info', code: 'year-inferred', message, params: { year: year.year, from: year.from } }]
}

function toldTimes({ told }: Findings): Note[] {
  if (told.length === 0) return []
  const words = told.join('、')
  const message = `Times told from the day of publication or by a festival (${words}) were turned into dates.`
  return [{ severity: 'info', code: 'time-inferred', message, params: { words } }]
}

function missing({ publishedAt }: Article, { zh }: Organisation, facts: Fact[]): Note[] {
  const notes: Note[] = []
  if (publishedAt.value === null) {
    notes.push({
      severity: 'info',
      code: 'publication-date-missing',
      message: 'The article shows no date of publication.',
    })
  }
  if (zh === '') {
    notes.push({
      severity: 'warning',
      code: 'organisation-unknown',
      message: 'No organisation could be named for this article.',
    })
  }
  if (facts.length === 0)
    notes.push({ severity: 'warning', code: 'no-facts', message: 'The article states no figure.' })
  return notes
}
