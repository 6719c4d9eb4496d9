import Handlebars from 'handlebars'
import type { Language } from '../../model/index.js'
import type { TemplateFolder } from './folder.js'

/** Helpers a template may use; there are no others, and none that runs code of a template's. */
export const helperNames = ['if', 'unless', 'each', 'with', 'lookup', 'bi'] as const

export const compileOptions = {
  strict: true,
  noEscape: false,
  knownHelpersOnly: true,
  preventIndent: true,
  knownHelpers: { bi: true, log: false, helperMissing: false, blockHelperMissing: false },
} as unknown as CompileOptions

/** The page that a template makes of `context`. A field that the context lacks throws: `checkTemplate` names it. */
export function renderTemplate(folder: TemplateFolder, context: object, languages: readonly Language[]): string {
  const engine = Handlebars.create()
  engine.registerHelper('bi', (options: Handlebars.HelperOptions) => bilingual(options.hash, languages))
  for (const [name, { text }] of folder.partials) {
    engine.registerPartial(name, engine.compile(text, compileOptions))
  }
  return engine.compile(folder.index.text, compileOptions)(context, {
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  })
}

/** `{{bi zh="比较" en="Comparison"}}`: words of the template's own, in the languages of the document. */
function bilingual(words: Record<string, unknown>, languages: readonly Language[]): Handlebars.SafeString {
  const runs = languages.flatMap((language) => {
    const text = words[language]
    if (typeof text !== 'string' || !text) return []
    return [`<span lang="${language === 'zh' ? 'zh-Hans' : 'en'}">${Handlebars.escapeExpression(text)}</span>`]
  })
  return new Handlebars.SafeString(runs.join(' '))
}
