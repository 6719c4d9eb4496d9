import { z } from 'zod'
import { Article } from './article.js'
import { Evidence, Fact, FactTime } from './fact.js'
import { Note } from './note.js'
import { Text } from './text.js'

export const OrganisationKind = z.enum([
  'party',
  'massOrganisation',
  'government',
  'media',
  'company',
  'school',
  'hospital',
  'charity',
  'military',
  'community',
  'other',
])

export const Organisation = z.object({
  /** The full name; the zh is empty where no organisation could be named. */
  zh: z.string(),
  en: z.string().default(''),
  enBasis: Text.shape.enBasis,
  kind: OrganisationKind,
  place: Text.nullable(),
})
export type Organisation = z.infer<typeof Organisation>

/** Something the organisation did, with or without figures: one sentence of the article that a category's cue is in. */
export const Act = z.object({
  category: z.string(),
  text: Text,
  time: FactTime.nullable(),
  /** Ids of facts in the same sentence and category. */
  facts: z.array(z.string()),
  evidence: Evidence,
})
export type Act = z.infer<typeof Act>

export const Person = Text.extend({ role: Text.nullable() })
export type Person = z.infer<typeof Person>

/** What `analyse` found in one article; with `localise` behind it, an entry of the contract of `parse --json`. */
export const Summary = z.object({
  schemaVersion: z.literal(1),
  article: Article,
  /** Whether the article is on the lens's subject; what is not told of one is never called it. */
  onSubject: z.boolean().default(true),
  organisation: Organisation,
  facts: z.array(Fact),
  acts: z.array(Act),
  people: z.array(Person),
  /** Publications, letters and campaigns named in 《》. */
  documents: z.array(Text),
  notes: z.array(Note),
})
export type Summary = z.infer<typeof Summary>
