import type { HelperDeclareSpec, HelperOptions } from 'handlebars'
import type { Language } from '../../model/index.js'
import type { Part, Reference, Words } from '../context/index.js'
import { Handlebars } from '../handlebars.js'

const { escapeExpression: escaped, SafeString } = Handlebars

/** The helpers of templates, for a document in `languages`. */
export function helpersFor(languages: readonly Language[]): HelperDeclareSpec {
  return {
    words: (words: Words) => new SafeString(wordsMarkup(words)),
    refs: (references: readonly Reference[]) => new SafeString(referencesMarkup(references)),
    bi: (options: HelperOptions) => new SafeString(bilingualMarkup(options.hash, languages)),
  }
}

/** `{{words cover.title}}`: each language in an element with its `lang`; figures are links to their evidence. */
function wordsMarkup({ runs }: Words): string {
  return runs
    .map(({ lang, parts, machine }) => {
      const dagger = machine ? '<span class="dagger">†</span>' : ''
      return `<span lang="${lang}">${parts.map(partMarkup).join('')}${dagger}</span>`
    })
    .join(' ')
}

function partMarkup({ text, href, id, keep, marked, number }: Part): string {
  const shown = escaped(text)
  if (href !== null) return `<a class="fig" href="${escaped(href)}"${idAttribute(id)}>${shown}</a>`
  if (marked) return markMarkup(shown, keep, number)
  return keep ? `<span class="keep">${shown}</span>` : shown
}

/** A figure in a sentence of evidence, its number after it; two facts of the same words share the mark. */
function markMarkup(shown: string, keep: boolean, number: number | null): string {
  const figure = shown && `<mark${keep ? ' class="keep"' : ''}>${shown}</mark>`
  return number === null ? figure : `${figure}<sup>${number}</sup>`
}

/**
 * `{{refs references}}`: small numbers that lead to the evidence; nothing where there are none. A number without an id
 * stands beside its figure, which is the link already.
 */
function referencesMarkup(references: readonly Reference[]): string {
  if (!references.length) return ''
  const links = references.map(({ number, href, id }) =>
    id === null ? String(number) : `<a href="${escaped(href)}"${idAttribute(id)}>${number}</a>`,
  )
  return ` <span class="refs">${links.join(' ')}</span>`
}

/** `{{bi zh="比较" en="Comparison"}}`: words of the template's own, in the languages of the document. */
function bilingualMarkup(words: Record<string, unknown>, languages: readonly Language[]): string {
  return languages
    .flatMap((language) => {
      const text = words[language]
      if (typeof text !== 'string' || !text) return []
      return [`<span lang="${language === 'zh' ? 'zh-Hans' : 'en'}">${escaped(text)}</span>`]
    })
    .join(' ')
}

function idAttribute(id: string | null): string {
  return id === null ? '' : ` id="${escaped(id)}"`
}
