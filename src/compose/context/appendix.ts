import { z } from 'zod'
import { Reference, Words } from './words.js'

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
  /** Where its organisation tells it: what its number leads back to; null where nothing tells it. */
  back: z.string().nullable(),
  /** Where else it is used, each a link back. */
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
