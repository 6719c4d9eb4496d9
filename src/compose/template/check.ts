import Handlebars from 'handlebars'
import { messageOf } from '../../errors.js'
import { styleReferences } from '../style.js'
import { readTemplate, type TemplateFile, type TemplateFolder } from './folder.js'
import { rootShape } from './shape.js'
import { type Place, Walker } from './walk.js'

export interface TemplateProblem {
  /** Path below the template's folder. */
  file: string
  line: number
  message: string
}

/**
 * What would go wrong with a template, without a briefing: unknown fields, helpers and partials, text that is printed
 * unescaped, files that the style sheet names and the folder lacks. Throws `UserError` where the folder is no template.
 */
export async function checkTemplate(directory: string): Promise<TemplateProblem[]> {
  const folder = await readTemplate(directory)
  const problems: TemplateProblem[] = []
  const report = (place: Place, message: string) => problems.push({ ...place, message })
  const programs = new Map<string, hbs.AST.Program>()
  for (const [name, file] of [...folder.partials, ['', folder.index] as const]) {
    const program = parseFile(file, problems)
    if (program) programs.set(name, program)
  }
  const files = new Map([...folder.partials].map(([name, { file }]) => [name, file]))
  const walker = new Walker(programs, files, report)
  const index = programs.get('')
  if (index) walker.walk(index, folder.index.file, rootShape)
  return distinct([...problems, ...styleProblems(folder)])
}

function parseFile({ file, text }: TemplateFile, problems: TemplateProblem[]): hbs.AST.Program | null {
  try {
    return Handlebars.parse(text)
  } catch (error) {
    const message = messageOf(error)
    const line = Number(message.match(/line (\d+)/)?.[1] ?? message.match(/- (\d+):/)?.[1] ?? 1)
    problems.push({ file, line, message: `cannot be parsed: ${message.split('\n').at(-1)}` })
    return null
  }
}

function styleProblems(folder: TemplateFolder): TemplateProblem[] {
  const { file, text } = folder.style
  const missing = styleReferences(folder)
    .filter(({ path }) => path === null)
    .map(({ target, line }) => ({ file, line, message: whyNot(target) }))
  const imports = [...text.matchAll(/@import\b/g)].map(({ index }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    message: '@import is not followed: put the rules into style.css',
  }))
  return [...missing, ...imports]
}

function whyNot(target: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target))
    return `url(${target}): a page is made without a network; put the file into the folder`
  return `url(${target}): no such picture or font in the template's folder`
}

function distinct(problems: TemplateProblem[]): TemplateProblem[] {
  const seen = new Set<string>()
  return problems
    .filter(({ file, line, message }) => {
      const key = `${file}:${line}:${message}`
      return seen.has(key) ? false : seen.add(key)
    })
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
}
