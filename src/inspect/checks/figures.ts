import { plainText } from '../reading/plain.js'
import { type CheckOf, check } from './check.js'

/** Every figure stands, in each language, where its evidence is: on the page of its anchor or, run over, on the next. */
export const figuresPresent: CheckOf = ({ plain, destinations }, { figures, languages }) => {
  const failures = figures.flatMap((figure) => {
    const page = destinations.get(figure.anchor)
    if (page === undefined) return [`${figure.fact}: nothing leads to its evidence "${figure.anchor}"`]
    const near = (plain[page - 1] ?? '') + (plain[page] ?? '')
    return languages
      .filter((language) => !near.includes(plainText(figure[language])))
      .map((language) => `${figure.fact}: "${figure[language]}" (${language}) is not on page ${page}`)
  })
  return check(
    'figures-present',
    `all ${figures.length} figures stand beside their evidence`,
    'figures are missing from the evidence',
    failures,
  )
}
