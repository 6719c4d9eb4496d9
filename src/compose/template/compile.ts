import Handlebars from 'handlebars'
import type { TemplateFolder } from './folder.js'

const compileOptions = {
  strict: true,
  noEscape: false,
  knownHelpersOnly: true,
  preventIndent: true,
  knownHelpers: { words: true, refs: true, bi: true, log: false, helperMissing: false, blockHelperMissing: false },
} as unknown as CompileOptions

/** A template to be rendered: nothing of it is compiled before it is used. */
export function compileTemplate(folder: TemplateFolder) {
  const engine = Handlebars.create()
  for (const [name, { text }] of folder.partials) engine.registerPartial(name, engine.compile(text, compileOptions))
  return { engine, render: engine.compile(folder.index.text, compileOptions) }
}

/** The same as the source of a module, for the build: `engine.ts` reads it. */
export function compileToModule({ index, partials }: TemplateFolder): string {
  const specifications = [...partials].map(([name, { text }]) => `${JSON.stringify(name)}: ${precompiled(text)}`)
  return `export const index = ${precompiled(index.text)}\nexport const partials = {${specifications.join(',\n')}}\n`
}

function precompiled(text: string): string {
  return String(Handlebars.precompile(text, compileOptions))
}
