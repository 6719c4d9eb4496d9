import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ExitCode, messageOf, UserError } from '../../errors.js'
import type { Language } from '../../model/index.js'
import { compiledPath } from '../../resources.js'
import { Handlebars } from '../handlebars.js'
import type { TemplateFolder } from './folder.js'
import { helpersFor } from './helpers.js'

/** Helpers a template may use; there are no others, and none that runs code of a template's. */
export const helperNames = ['if', 'unless', 'each', 'with', 'lookup', 'words', 'refs', 'bi'] as const

/** The page that a template makes of `context`. A field that the context lacks throws: `checkTemplate` names it. */
export async function renderTemplate(
  folder: TemplateFolder,
  context: object,
  languages: readonly Language[],
): Promise<string> {
  const { engine, render } = (await compiledBefore(folder)) ?? (await import('./compile.js')).compileTemplate(folder)
  engine.registerHelper(helpersFor(languages))
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

interface Compiled {
  index: TemplateSpecification
  partials: Record<string, TemplateSpecification>
}

/** What the build made of a template that ships; undefined for one that is the user's, or was changed. */
async function compiledBefore(folder: TemplateFolder) {
  const path = compiledTemplatePath(folder)
  if (!existsSync(path)) return undefined
  const { index, partials } = (await import(pathToFileURL(path).href)) as Compiled
  const engine = Handlebars.create()
  for (const [name, specification] of Object.entries(partials)) {
    engine.registerPartial(name, engine.template(specification))
  }
  return { engine, render: engine.template(index) }
}

export function compiledTemplatePath({ index, partials }: TemplateFolder): string {
  const texts = [...partials].flatMap(([name, { text }]) => [name, text])
  return compiledPath([Handlebars.VERSION, index.text, ...texts], 'js')
}
