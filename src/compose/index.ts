import { createHash } from 'node:crypto'
import {
  type Attachment,
  type Briefing,
  type Document,
  type Language,
  type Note,
  type Outcome,
  outcome,
} from '../model/index.js'
import { expectationsOf } from './expectations.js'
import { embedFonts, warmCutter } from './font/embed.js'
import { makeLegible } from './font/legible.js'
import { openTypesetter } from './font/measure.js'
import { Handlebars } from './handlebars.js'
import { pageRules } from './page.js'
import { inlineStyle } from './style.js'
import { renderTemplate } from './template/engine.js'
import { readTemplate } from './template/folder.js'
import { openDesk } from './view/desk.js'
import { type View, viewOf } from './view/index.js'
import type { Studio } from './view/studio.js'

export { ejectTemplate, listTemplates, resolveTemplate, type TemplateEntry } from './template/catalogue.js'
export { checkTemplate, type TemplateProblem } from './template/check.js'

export interface ComposeOptions {
  /** Folder of the template. */
  template: string
  /** In the order in which they are shown. */
  languages: readonly Language[]
  /** The template's own where it is not given. */
  paper?: 'A4' | 'Letter'
  /** Files that travel inside the PDF; the first is the model, whose digest the last page prints. */
  attachments: readonly Attachment[]
}

/** Begins to load what cuts fonts, while other work goes on; a failure is thrown by `compose`. */
export function warmComposer(): void {
  warmCutter().catch(() => undefined)
}

/**
 * Makes one self-contained HTML page of a briefing: fonts cut to its characters, charts drawn, every figure linked to
 * its evidence. Throws `UserError` where the template is none; what could not be shown as it was is a note.
 */
export async function compose(briefing: Briefing, options: ComposeOptions): Promise<Outcome<Document>> {
  const folder = await readTemplate(options.template)
  const { languages, paper = folder.manifest.paper, attachments } = options
  const typesetter = await openTypesetter()
  const studio: Studio = { desk: openDesk(briefing, languages), typesetter, expected: [], figures: [] }
  const view = viewOf(
    studio,
    digestOf(attachments[0]?.text ?? ''),
    attachments.map(({ name }) => name),
  )
  const [first = 'zh'] = languages
  const title = languages.map((language) => briefing.title[language]).find(Boolean) ?? briefing.title.zh
  const lang = first === 'zh' ? 'zh-Hans' : 'en'
  const style = new Handlebars.SafeString(`${fontsPlace}\n${inlineStyle(folder)}\n${pageRules(studio.desk, paper)}`)
  const document = {
    lang,
    title,
    bilingual: languages.length > 1,
    chinese: languages.includes('zh'),
    english: languages.includes('en'),
    paper,
    style,
  }
  const legible = makeLegible(await renderTemplate(folder, { document, ...view }, languages), typesetter)
  const html = legible.text.replace(fontsPlace, await embedFonts(new Set(legible.text)))
  const subject = languages
    .map((language) => briefing.lens.subject[language])
    .filter(Boolean)
    .join(' · ')
  const keywords = briefing.organisations
    .flatMap((organisation) => languages.map((language) => organisation[language]))
    .filter(Boolean)
  return outcome(
    {
      html,
      paper,
      lang,
      title,
      subject,
      keywords: [...new Set(keywords)],
      date: briefing.date,
      contents: pagedIds(view),
      attachments: [...attachments],
      expectations: expectationsOf(studio, html, (text) => makeLegible(text, typesetter).text),
    },
    missingNotes(legible.missing),
  )
}

/** What has its page number printed: the entries of the contents, and organisations in the matrix or the index. */
function pagedIds({ contents, matrix, index }: View): string[] {
  return [
    ...(contents?.entries.map(({ id }) => id) ?? []),
    ...(matrix?.rows.flatMap(({ page }) => page ?? []) ?? []),
    ...(index?.entries.map(({ id }) => id) ?? []),
  ]
}

// Fonts are cut once the page and all its characters are known; until then this stands for them.
const fontsPlace = '/*fonts*/'

function digestOf(model: string): string {
  return `sha256:${createHash('sha256').update(model).digest('hex')}`
}

function missingNotes(missing: readonly string[]): Note[] {
  if (!missing.length) return []
  const named = missing.map(
    (character) => `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()})`,
  )
  return [
    {
      severity: 'warning',
      code: 'glyph-missing',
      message: `No font has ${missing.length === 1 ? 'this character' : 'these characters'}, shown as 〓: ${named.slice(0, 12).join(', ')}`,
      hint: 'The attached briefing.json keeps them.',
    },
  ]
}
