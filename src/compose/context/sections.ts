import { z } from 'zod'
import { Figure, Reference, Words } from './words.js'

export const KeyFigure = z.strictObject({
  label: Words,
  unit: Words,
  organisation: Words,
  figure: Figure,
  short: Words.nullable(),
  /** The same measure of each other organisation, where there are few; a null figure was not reported. */
  others: z.array(z.strictObject({ organisation: Words, figure: Figure.nullable() })),
  /** Where the figure stands among those of many organisations. */
  standing: Words.nullable(),
})
export type KeyFigure = z.infer<typeof KeyFigure>

const Lead = z.strictObject({ words: Words, references: z.array(Reference) })

export const Cover = z.strictObject({
  title: Words,
  subject: Words,
  period: Words.nullable(),
  edition: Words.nullable(),
  /** `2 organisations · 2 sources · 48 figures`. */
  tally: Words,
  /** Said where there is no figure at all. */
  empty: Words.nullable(),
  keyFigures: z.array(KeyFigure),
  lead: z.array(Lead),
  cautions: z.array(z.strictObject({ words: Words, href: z.string() })),
  /** What differs from an earlier edition, in one line; null where none was given. */
  since: z.strictObject({ words: Words, href: z.string() }).nullable(),
})
export type Cover = z.infer<typeof Cover>

export const Contents = z.strictObject({
  entries: z.array(z.strictObject({ id: z.string(), href: z.string(), label: Words, nested: z.boolean() })),
})
export type Contents = z.infer<typeof Contents>

export const MatrixCell = z.strictObject({
  /** ● figures, ○ reported without figures, – not reported. */
  symbol: z.string(),
  level: z.enum(['figures', 'reported', 'none']),
  /** Number of figures, or share of the organisations that report; null where there is none. */
  count: z.string().nullable(),
  /** 0 (none) to 4: how dark the cell is. */
  heat: z.number().int().min(0).max(4),
})
export type MatrixCell = z.infer<typeof MatrixCell>

export const Matrix = z.strictObject({
  /** `across`: organisations are columns; `down`: they are rows; `kinds`: rows are kinds of organisations (many of them). */
  orientation: z.enum(['across', 'down', 'kinds']),
  /** True where each row ends with the page of its organisation. */
  paged: z.boolean(),
  /** What the marks, numbers and shades mean. */
  key: Words,
  columns: z.array(z.strictObject({ label: Words, href: z.string().nullable() })),
  rows: z.array(
    z.strictObject({
      label: Words,
      href: z.string().nullable(),
      /** Whose page number ends the row; null where the contents or an index gives it. */
      page: z.string().nullable(),
      cells: z.array(MatrixCell),
    }),
  ),
})
export type Matrix = z.infer<typeof Matrix>

/** Every organisation with its page, where there are too many for the contents and the matrix. */
export const Index = z.strictObject({
  entries: z.array(z.strictObject({ id: z.string(), href: z.string(), label: Words, figures: z.number().int() })),
})
export type Index = z.infer<typeof Index>

export const RowHead = z.strictObject({
  id: z.string(),
  label: Words,
  unit: Words.nullable(),
  part: z.boolean(),
  notes: z.array(z.strictObject({ number: z.number().int(), href: z.string() })),
})
export type RowHead = z.infer<typeof RowHead>

const Cell = z.strictObject({
  /** Empty: not reported (—). */
  figures: z.array(Figure),
  /** Widths of the column's longest number before and after its decimal point, in digits: for alignment. */
  whole: z.number(),
  fraction: z.number(),
})

/** One category: measures down, organisations across. */
export const Table = z.strictObject({
  id: z.string(),
  label: Words,
  rows: z.array(z.strictObject({ head: RowHead, cells: z.array(Cell) })),
})
export type Table = z.infer<typeof Table>

/** Measures of one category that a single organisation reports. */
export const Alone = z.strictObject({
  label: Words,
  organisations: z.array(
    z.strictObject({
      organisation: Words,
      href: z.string(),
      items: z.array(z.strictObject({ head: RowHead, figures: z.array(Figure) })),
    }),
  ),
})
export type Alone = z.infer<typeof Alone>

/** One category with many organisations: a ranked list for each measure. */
export const Ranking = z.strictObject({
  id: z.string(),
  label: Words,
  lists: z.array(
    z.strictObject({
      head: RowHead,
      /** How many organisations report it, their median and the middle half of them; null where few do. */
      summary: Words.nullable(),
      items: z.array(z.strictObject({ organisation: Words, figure: Figure, share: z.string() })),
      /** `9 more organisations: see their pages`. */
      rest: Words.nullable(),
    }),
  ),
})
export type Ranking = z.infer<typeof Ranking>

export const Comparison = z.strictObject({
  columns: z.array(z.strictObject({ label: Words, href: z.string() })),
  /** Columns with that of the measure. */
  span: z.number().int(),
  /** Width class of the tables: `few` (1–3 organisations), `several` (4–5), `many` (6–8). */
  width: z.enum(['few', 'several', 'many']),
  tables: z.array(Table),
  rankings: z.array(Ranking),
  /** What only one organisation reports: nothing to compare, set apart. */
  alone: z.array(Alone),
  /** The marks that occur, each with its meaning. */
  marks: z.array(z.strictObject({ mark: z.string(), meaning: Words })),
  /** The dates that letters beside figures stand for. */
  dates: z.array(z.strictObject({ letter: z.string(), words: Words })),
})
export type Comparison = z.infer<typeof Comparison>

const Panel = z.strictObject({
  title: Words.nullable(),
  /** Width in CSS pixels. */
  width: z.number(),
  /** The drawing: an `<svg>` of ours, safe to print as it is. */
  svg: z.custom<{ toHTML(): string }>(),
})

export const Chart = z.strictObject({
  id: z.string(),
  title: Words,
  unit: Words.nullable(),
  /** Panels one below the other, in two columns, or beside each other on one scale. */
  layout: z.enum(['stacked', 'columns', 'row']),
  panels: z.array(Panel),
  note: Words.nullable(),
  references: z.array(Reference),
})
export type Chart = z.infer<typeof Chart>

export const Charts = z.strictObject({
  items: z.array(Chart),
  /** Why a figure was not drawn. */
  omitted: z.array(Words),
})
export type Charts = z.infer<typeof Charts>

export const TimelineItem = z.strictObject({
  number: z.number().int(),
  when: Words,
  organisation: Words,
  href: z.string(),
  words: Words,
  references: z.array(Reference),
})
export type TimelineItem = z.infer<typeof TimelineItem>

export const Statement = z.strictObject({
  words: Words,
  references: z.array(Reference),
  part: z.boolean(),
  /** False for an act that was reported without a figure (○). */
  figure: z.boolean(),
})
export type Statement = z.infer<typeof Statement>

export const Organisation = z.strictObject({
  id: z.string(),
  name: Words,
  kind: Words,
  place: Words.nullable(),
  sources: z.array(z.strictObject({ label: Words, href: z.string() })),
  tally: Words,
  categories: z.array(
    z.strictObject({
      label: Words,
      /** Statements of one date, which stands above them; null above the others. */
      blocks: z.array(z.strictObject({ time: Words.nullable(), statements: z.array(Statement) })),
      /** How many more sentences without a figure there are. */
      rest: Words.nullable(),
      /** Lines that its name takes in the shipped style sheet's column. */
      lines: z.number().int(),
    }),
  ),
  people: z.array(z.strictObject({ name: Words, role: Words.nullable() })),
  documents: z.array(Words),
  /** What is dated, each with its date. */
  timeline: z.array(z.strictObject({ words: Words, references: z.array(Reference) })),
  doubts: z.array(z.strictObject({ words: Words, href: z.string() })),
})
export type Organisation = z.infer<typeof Organisation>

export const Timeline = z.strictObject({ items: z.array(TimelineItem) })
export type Timeline = z.infer<typeof Timeline>

export const NoteItem = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  words: Words,
  hint: z.string().nullable(),
  source: z.strictObject({ label: Words, href: z.string() }).nullable(),
  references: z.array(Reference),
})
export type NoteItem = z.infer<typeof NoteItem>

export const Notes = z.strictObject({
  groups: z.array(z.strictObject({ label: Words, items: z.array(NoteItem) })),
  gaps: z.array(Words),
})
export type Notes = z.infer<typeof Notes>

export const Source = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  title: Words,
  organisation: Words,
  organisationHref: z.string(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  published: Words,
  address: z.string(),
  /** Null for a file of the user's: only web addresses are links. */
  addressHref: z.string().nullable(),
  credits: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  read: Words,
  /** Other places where the same story stands; null where there is none. */
  alsoAt: z
    .strictObject({
      label: Words,
      places: z.array(z.strictObject({ name: z.string(), address: z.string(), addressHref: z.string().nullable() })),
    })
    .nullable(),
})
export type Source = z.infer<typeof Source>

/** A figure of a sentence, beside it. */
export const Proof = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  /** English statement, or the Chinese one in a Chinese document. */
  statement: Words,
  value: z.string(),
  unit: Words.nullable(),
  /** Where it is used, each a link back. */
  uses: z.array(
    z.strictObject({
      href: z.string(),
      /** Letter of the place (`Evidence.places`); empty for a further use of the same place. */
      letter: z.string(),
      /** From 2 on: which use of the place it is; null for the first. */
      nth: z.number().int().nullable(),
    }),
  ),
  repeats: Reference.nullable(),
})
export type Proof = z.infer<typeof Proof>

/** A sentence of a source, once, with all its figures. */
export const EvidenceItem = z.strictObject({
  /** The Chinese sentence in parts, its figures marked and numbered. */
  sentence: Words,
  section: Words.nullable(),
  figures: z.array(Proof),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

export const Evidence = z.strictObject({
  /** The letters of the links back. */
  places: z.array(z.strictObject({ letter: z.string(), label: Words })),
  groups: z.array(z.strictObject({ source: Words, href: z.string(), items: z.array(EvidenceItem) })),
})
export type Evidence = z.infer<typeof Evidence>

export const Method = z.strictObject({
  lens: Words,
  lensVersion: z.number().int(),
  attachments: z.array(z.string()),
  machine: z.boolean(),
  /** `sha256:` of the attached model. */
  digest: z.string(),
})
export type Method = z.infer<typeof Method>
