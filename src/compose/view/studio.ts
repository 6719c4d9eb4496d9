import type { Expectations, Text } from '../../model/index.js'
import type { Drawing } from '../chart/draw.js'
import type * as context from '../context/index.js'
import type { Typesetter } from '../font/measure.js'
import { Handlebars } from '../handlebars.js'
import type { Desk } from './desk.js'
import { longestName } from './names.js'
import { shortened } from './shorten.js'

/** Where charts are drawn, with the texts in them that must be found again in the PDF. */
export interface Studio {
  desk: Desk
  typesetter: Typesetter
  paper: 'A4' | 'Letter'
  expected: { id: string; labels: string[] }[]
  /** Figures that must be found again beside those of the evidence: of the earlier edition. */
  figures: Expectations['figures']
}

export function namesByOrganisation(desk: Desk): Map<string, Text> {
  return new Map(
    [...desk.shortNames].map(([id, name], index) => [
      id,
      name.zh || name.en
        ? shortened(name, longestName)
        : { zh: `未具名组织（${index + 1}）`, en: `Unnamed organisation (${index + 1})`, enBasis: 'terms' },
    ]),
  )
}

/** A drawing as the template may print it. */
export function asMarkup({ svg }: Drawing): context.Chart['panels'][number]['svg'] {
  return new Handlebars.SafeString(svg)
}
