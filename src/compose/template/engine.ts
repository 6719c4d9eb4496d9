import Handlebars from 'handlebars'
import { ExitCode, messageOf, UserError } from '../../errors.js'
import type { Language } from '../../model/index.js'
import type { TemplateFolder } from './folder.js'
import { helpersFor } from './helpers.js'

/** Helpers a template may use; there are no others, and none that runs code of a template's. */
export const helperNames = ['if', 'unless', 'each', 'with', 'lookup', 'words', 'refs', 'bi'] as const

const compileOptions = {
  strict: true,
  noEscape: false,
  knownHelpersOnly: true,
  preventIndent: true,
  knownHelpers: { words: true, refs: true, bi: true, log: false, helperMissing: false, blockHelperMissing: false },
} as unknown as CompileOptions

/** The page that a template makes of `context`. A field that the context lacks throws: `checkTemplate` names it. */
export function renderTemplate(folder: TemplateFolder, context: object, languages: readonly Language[]): string {
  const engine = Handlebars.create()
  engine.registerHelper(helpersFor(languages))
  for (const [name, { text }] of folder.partials) {
    engine.registerPartial(name, engine.compile(text, compileOptions))
  }
  const render = engine.compile(folder.index.text, compileOptions)
  try {
    return render(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false })
  } catch (cause) {
    // Handlebars compiles and looks up when it renders: whatever it throws stands in the template.
    throw new UserError({
      code: 'template-broken',
      exitCode: ExitCode.usage,
      message: `the template ${folder.directory} cannot be rendered: ${messageOf(cause)}`,
      next: [`jianbao template check ${folder.directory} names file and line`],
      cause,
    })
  }
}
