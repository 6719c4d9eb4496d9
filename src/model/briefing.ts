import { z } from 'zod'
import { AlsoAt, Article } from './article.js'
import { Approximation, Evidence, Fact, FactTime } from './fact.js'
import { Note } from './note.js'
import { Since } from './since.js'
import { Act, Organisation, Person } from './summary.js'
import { IsoDate, Text } from './text.js'

/** A fact of the briefing: its id is unique in the briefing, its number is its place in the evidence appendix (from 1). */
export const BriefingFact = Fact.extend({
  number: z.number().int().positive(),
  organisation: z.string(),
  source: z.string(),
  /** Heading it stands under; null in the lead or in an article without headings. */
  section: Text.nullable(),
})
export type BriefingFact = z.infer<typeof BriefingFact>

export const BriefingSource = Article.pick({
  source: true,
  title: true,
  publishedAt: true,
  publisher: true,
  author: true,
  credits: true,
}).extend({
  /** `s1`, `s2` … in input order. */
  id: z.string(),
  organisation: z.string(),
  /** Whether the article is on the lens's subject. */
  onSubject: z.boolean().default(true),
  /** Characters of the body that was read, and of what was dropped around it. */
  charactersRead: z.number().int().nonnegative(),
  charactersDropped: z.number().int().nonnegative(),
  facts: z.number().int().nonnegative(),
  /** Other sources of the same story; what only they say is of a source of its own. */
  alsoAt: z.array(AlsoAt).optional(),
  /** Uri of the source with the fuller text of the same story: the facts here are those that it has not. */
  addsTo: z.string().optional(),
})
export type BriefingSource = z.infer<typeof BriefingSource>

export const BriefingOrganisation = Organisation.extend({
  /** `o1`, `o2` … in input order of first appearance. */
  id: z.string(),
  sources: z.array(z.string()),
  people: z.array(Person),
  documents: z.array(Text),
})
export type BriefingOrganisation = z.infer<typeof BriefingOrganisation>

/** A value in a table, with all the facts it stands on. */
export const Entry = z.object({
  facts: z.array(z.string()).min(1),
  value: z.number(),
  upper: z.number().nullable(),
  approximation: Approximation,
  /** True where distinct additive facts were added by us (Σ). */
  sum: z.boolean(),
  /**
   * What sets it apart from its neighbours in the cell: giver, kind, `→ recipient`, joined by ` · `; of a sum the items,
   * joined by ` + `.
   */
  qualifier: Text.nullable(),
  /** Given where it differs within the row or is not the source's own date. */
  time: FactTime.nullable(),
  role: z.enum(['single', 'total', 'part']),
})
export type Entry = z.infer<typeof Entry>

export const Cell = z.object({ organisation: z.string(), /** Empty: not reported (—). */ entries: z.array(Entry) })
export type Cell = z.infer<typeof Cell>

export const Row = z.object({
  id: z.string(),
  measure: z.string().nullable(),
  label: Text,
  /** Unit in the row's head: pieces, RMB … ; zh empty where the text gave none. */
  unit: Text,
  /** Units that sources printed instead (`公斤` in a row of `吨`), and how many of the row's one of them is; absent where none. */
  converted: z.array(z.object({ unit: Text, factor: z.number() })).optional(),
  family: z.enum(['money', 'supplies', 'people', 'reach', 'activity', 'other']),
  /** What the values are per (天 …), for rates. */
  per: z.string().nullable(),
  /** The same in both languages, once it is localised; absent where `per` is null. */
  each: Text.optional(),
  /** 0 for a row of its own or a total, 1 for a part of the row above. */
  indent: z.number().int().min(0).max(1),
  /** One a organisation, in the order of `Briefing.organisations`. */
  cells: z.array(Cell),
  /** Indices into `Briefing.notes`. */
  notes: z.array(z.number().int().nonnegative()),
})
export type Row = z.infer<typeof Row>

/** Rows of one category. */
export const Comparison = z.object({ category: z.string().nullable(), label: Text, rows: z.array(Row) })
export type Comparison = z.infer<typeof Comparison>

export const MatrixCell = z.object({
  organisation: z.string(),
  category: z.string(),
  level: z.enum(['figures', 'reported', 'none']),
  figures: z.number().int().nonnegative(),
  acts: z.number().int().nonnegative(),
})
export const Category = z.object({ id: z.string(), label: Text })
export const Matrix = z.object({ categories: z.array(Category), cells: z.array(MatrixCell) })
export type Matrix = z.infer<typeof Matrix>

export const KeyFigure = z.object({ row: z.string(), label: Text, unit: Text, organisation: z.string(), entry: Entry })
export type KeyFigure = z.infer<typeof KeyFigure>

/** A dated event or a span; figures carry their facts. */
export const TimelineEntry = z.object({
  organisation: z.string(),
  source: z.string(),
  time: FactTime,
  text: Text,
  facts: z.array(z.string()),
  evidence: Evidence.nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** An act of an organisation that bore no figure, for the organisation's page. */
export const BriefingAct = Act.extend({ organisation: z.string(), source: z.string() })
export type BriefingAct = z.infer<typeof BriefingAct>

/** Everything the PDF shows, in no language and in both. */
export const Briefing = z.object({
  schemaVersion: z.literal(1),
  title: Text,
  /** Edition date: from `--date`, else the latest date of the sources; null where there is none. Never the clock. */
  date: IsoDate.nullable(),
  /** Earliest and latest date of what is reported. */
  period: z.object({
    from: IsoDate.nullable(),
    to: IsoDate.nullable(),
    basis: z.enum(['printed', 'inferred', 'unknown']),
  }),
  lens: z.object({ id: z.string(), version: z.number().int(), label: Text, subject: Text }),
  organisations: z.array(BriefingOrganisation),
  sources: z.array(BriefingSource),
  /** In evidence order: `facts[i].number === i + 1`. */
  facts: z.array(BriefingFact),
  acts: z.array(BriefingAct),
  keyFigures: z.array(KeyFigure),
  /** Lead sentences: each stands on facts whose figures it names. */
  lead: z.array(z.object({ text: Text, facts: z.array(z.string()) })),
  matrix: Matrix,
  comparison: z.array(Comparison),
  timeline: z.array(TimelineEntry),
  notes: z.array(Note),
  /** Categories that no organisation reported. */
  gaps: z.array(Category),
  /** Absent where no earlier edition was given. */
  since: Since.optional(),
})
export type Briefing = z.infer<typeof Briefing>

/** As much of an earlier edition as a later one is compared with. */
export const EarlierBriefing = Briefing.pick({
  schemaVersion: true,
  title: true,
  date: true,
  lens: true,
  organisations: true,
  sources: true,
  facts: true,
  comparison: true,
})
export type EarlierBriefing = z.infer<typeof EarlierBriefing>
