import { digestOf } from '../digest.js'
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
import { openTypesetter, type Typesetter } from './font/measure.js'
import { Handlebars } from './handlebars.js'
import { pageRules } from './page.js'
import { inSequence, type Part } from './sequence.js'
import { inlineStyle } from './style.js'
import { renderTemplate } from './template/engine.js'
import { readTemplate, type TemplateFolder } from './template/folder.js'
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
  /** Two languages side by side, or one after the other; side by side where it is not given. */
  layout?: 'parallel' | 'sequential'
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
  const { languages, paper = folder.manifest.paper, attachments, layout = 'parallel' } = options
  const bench: Bench = {
    folder,
    paper,
    typesetter: await openTypesetter(),
    attachments,
    shown: languages,
    missing: new Set(),
  }
  const [first = 'zh', second] = languages
  const sequential = layout === 'sequential' && second !== undefined
  const whole = sequential
    ? inSequence([await part(briefing, [first], bench), await part(briefing, [second], bench)], second)
    : await part(briefing, languages, bench)
  const html = whole.html.replace(fontsPlace, await embedFonts(new Set(whole.html)))
  const subject = languages
    .map((language) => briefing.lens.subject[language])
    .filter(Boolean)
    .join(' · ')
  const keywords = briefing.organisations
    .flatMap((organisation) => languages.map((language) => organisation[language]))
    .filter(Boolean)
  return outcome(
    {
      ...whole,
      html,
      paper,
      lang: tagOf(first),
      title: titleIn(briefing, languages),
      subject,
      keywords: [...new Set(keywords)],
      date: briefing.date,
      attachments: [...attachments],
    },
    missingNotes([...bench.missing]),
  )
}

interface Bench {
  folder: TemplateFolder
  paper: 'A4' | 'Letter'
  typesetter: Typesetter
  attachments: readonly Attachment[]
  /** All languages of the document, for its running heads. */
  shown: readonly Language[]
  /** Characters that no font has. */
  missing: Set<string>
}

/** The briefing in these languages, side by side; its fonts are still to be put in. */
async function part(briefing: Briefing, languages: readonly Language[], bench: Bench): Promise<Part> {
  const { folder, paper, typesetter, attachments, missing, shown } = bench
  const studio: Studio = { desk: openDesk(briefing, languages), typesetter, paper, expected: [], figures: [] }
  const names = attachments.map(({ name }) => name)
  const view = viewOf(studio, digestOf(attachments[0]?.text ?? ''), names)
  const style = new Handlebars.SafeString(
    `${fontsPlace}\n${inlineStyle(folder)}\n${pageRules({ briefing, languages: shown }, paper)}`,
  )
  const document = {
    lang: tagOf(languages[0]),
    title: titleIn(briefing, languages),
    bilingual: languages.length > 1,
    chinese: languages.includes('zh'),
    english: languages.includes('en'),
    paper,
    style,
  }
  const legible = makeLegible(await renderTemplate(folder, { document, ...view }, languages), typesetter)
  for (const character of legible.missing) missing.add(character)
  const expectations = expectationsOf(studio, legible.text, (text) => makeLegible(text, typesetter).text)
  return { html: legible.text, contents: pagedIds(view), expectations }
}

function tagOf(language: Language | undefined): 'zh-Hans' | 'en' {
  return language === 'en' ? 'en' : 'zh-Hans'
}

function titleIn({ title }: Briefing, languages: readonly Language[]): string {
  return languages.map((language) => title[language]).find(Boolean) ?? title.zh
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
