import type { Expectations } from '../model/index.js'
import { faces } from './font/faces.js'
import { numberText } from './view/figure.js'
import type { Studio } from './view/studio.js'
import { evidenceId } from './view/uses.js'

/** What the printed file must show again, read off the finished page where it can be. */
export function expectationsOf(
  { desk, expected, figures: others }: Studio,
  html: string,
  legible: (text: string) => string,
): Expectations {
  const { facts } = desk.briefing
  const stated = facts.map((fact) => ({
    fact: fact.id,
    anchor: evidenceId(fact),
    zh: legible(fact.quantity.surface),
    en: numberText(fact.quantity.value, fact.quantity.upper),
  }))
  return {
    languages: [...desk.languages],
    figures: [...stated, ...others],
    fonts: faces.map(({ postScriptName }) => postScriptName),
    charts: expected.map(({ id, labels }) => ({ id, labels: labels.map(legible) })),
    anchors: [...new Set([...html.matchAll(/\shref="#([^"]+)"/g)].map((match) => match[1] ?? ''))],
    headings: [...html.matchAll(/<h[1-6][^>]*\sid="([^"]+)"/g)].map((match) => match[1] ?? ''),
  }
}
