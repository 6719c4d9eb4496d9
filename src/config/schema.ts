import { z } from 'zod'
import { CrosscheckSettings, SecondReader, TranslateSettings, TranslatorChoice } from '../model/index.js'
import { checkPattern, cronProblem, timeZoneProblem } from '../schedule/index.js'
import { formatNames, formats, formatsOf } from './format.js'

const filled = (expected: string) => z.string({ error: expected }).trim().min(1, { error: expected })

/** What still stands on a cover in two lines or three. */
const LONGEST_TITLE = 120
const heading = filled('expected a text').max(LONGEST_TITLE, {
  error: `expected a text of at most ${LONGEST_TITLE} characters`,
})

const languages = ['zh,en', 'en,zh', 'zh', 'en'] as const
const language = z.enum(['zh', 'en'], { error: 'expected zh or en' })
const format = z.enum(formats, { error: `expected ${formatNames}` })

/** `2026-02-30` has the form of a date and is none. */
function isCalendarDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The keys of one briefing: flags of `generate`, keys of the file and of each schedule. */
export const keys = {
  sources: z
    .array(filled('expected a path, a glob or an address'), {
      error: 'expected a list of files, folders, globs or addresses, such as [articles/]',
    })
    .min(1, { error: 'expected at least one file, folder, glob or address' })
    .describe('What to read: files, folders, globs or addresses.'),
  out: filled('expected the path of the file to write').describe('File to write.'),
  lang: z
    .union([z.enum(languages), z.array(language).min(1).max(2)], { error: 'expected zh,en or en,zh or zh or en' })
    .describe('Languages of the briefing, the leading one first.'),
  title: z
    .union([heading, z.strictObject({ zh: heading, en: heading })], {
      error: `expected a text of at most ${LONGEST_TITLE} characters, or one each for zh and en`,
    })
    .describe('Title on the cover; without it one is composed.'),
  template: filled('expected the name or the folder of a template').describe('Name or folder of the template.'),
  lens: filled('expected the name or the file of a lens').describe('Name or YAML file of the lens.'),
  corrections: filled('expected the path of a file of corrections').describe(
    'Corrections by people; without it `corrections.yaml` beside the sources.',
  ),
  since: filled('expected the path of an earlier briefing, PDF or JSON').describe(
    'An earlier edition, its PDF or JSON: what is new, changed, confirmed or gone since then is told.',
  ),
  withoutSteps: z
    .array(z.union([z.int().min(1), filled('expected a number or a name')]), {
      error: 'expected a list of steps, such as [6, furniture]',
    })
    .describe('Steps of the extraction that are switched off, by number or name: what they take stays in the text.'),
  date: z
    .string({ error: 'expected a date as YYYY-MM-DD' })
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a date as YYYY-MM-DD' })
    .refine(isCalendarDate, { error: 'expected a day that the calendar has' })
    .describe('Date of the edition; without it the latest date of the sources.'),
  format: z
    .union([z.array(format).min(1), filled(`expected ${formatNames}`)], {
      error: `expected a list of ${formatNames}`,
    })
    .refine((value) => formatsOf(value).every((each) => format.safeParse(each).success), {
      error: `expected ${formatNames}, separated by commas`,
    })
    .describe('Forms to write; several bear the name of `out` with their own endings.'),
  browser: filled('expected the path of a Chromium or Chrome, or bundled').describe(
    'Browser that prints: its path, or `bundled`.',
  ),
  timeout: z
    .int({ error: 'expected whole seconds, such as 120' })
    .min(1, { error: 'expected at least 1 second' })
    .max(3600, { error: 'expected at most 3600 seconds' })
    .describe('Seconds that the browser may take to print; without it 120, and 60 for each MB of the page.'),
  userAgentContact: z
    .string({ error: 'expected an e-mail address or a web address' })
    .regex(/^(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,100}$|^https?:\/\/[!-'*-~]{1,200}$/, {
      error: 'expected an e-mail address or a web address',
    })
    .describe('E-mail or web address that is told to the sites that are read, in the User-Agent.'),
  allowPrivateNetwork: z
    .boolean({ error: 'expected true or false' })
    .describe('Whether addresses of this machine and of its own network may be read.'),
  layout: z
    .enum(['parallel', 'sequential'], { error: 'expected parallel or sequential' })
    .describe('Two languages side by side, or one after the other.'),
  paper: z.enum(['A4', 'Letter'], { error: 'expected A4 or Letter' }).describe('Paper size.'),
  translate: z
    .union([TranslatorChoice, TranslateSettings], {
      error: 'expected none, openai, anthropic, deepl, libretranslate or bergamot, or keys such as with and url',
    })
    .describe('Who translates what cannot be built; keys of services come from the environment only.'),
  crosscheck: z
    .union([SecondReader, CrosscheckSettings], { error: 'expected none, openai, or keys such as with and openai' })
    .describe('A language model that reads the articles too; where it reads other figures, a note says so.'),
}

const { date: _date, ...scheduled } = z.object(keys).partial().shape

export const ScheduleEntry = z.strictObject({
  name: z
    .string({ error: 'expected a name, such as weekly' })
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, {
      error: 'expected letters, digits, “-”, “_” and “.”: the name becomes part of file names',
    })
    .describe('Name of the schedule, unique in the file.'),
  cron: z
    .string({ error: 'expected a cron expression in quotes, such as "0 8 * * 1" for Mondays at 08:00' })
    .superRefine((value, context) => reportProblem(cronProblem(value), context))
    .describe('When: minute, hour, day of month, month, day of week.'),
  timeZone: z
    .string({ error: 'expected the IANA time zone that the cron expression is meant in, such as Asia/Shanghai' })
    .superRefine((value, context) => reportProblem(timeZoneProblem(value), context))
    .describe('IANA time zone of the cron expression, such as Asia/Shanghai.'),
  ...scheduled,
  out: filled('expected a pattern of file names, such as editions/{name}-{date}.pdf')
    .superRefine((value, context) => reportProblem(checkPattern(value), context))
    .default('editions/{name}-{date}.pdf')
    .describe('Pattern of the file to write: {name} {date} {time} {slot} {year} {month} {day} {week}.'),
  date: z.never({ error: 'a schedule takes no date: each edition bears the day of its slot' }).optional(),
  catchUp: z
    .enum(['latest', 'all', 'none'], { error: 'expected latest, all or none' })
    .default('latest')
    .describe('What is made of slots that were missed.'),
  sinceLast: z
    .boolean({ error: 'expected true or false' })
    .default(true)
    .describe('Whether each edition tells what differs from the last one of this schedule; `since` names another.'),
  attempts: z
    .int({ error: 'expected a whole number from 1 to 20' })
    .min(1, { error: 'expected a whole number from 1 to 20' })
    .max(20, { error: 'expected a whole number from 1 to 20' })
    .default(3)
    .describe('How often a slot is tried before it stays failed.'),
})
export type ScheduleEntry = z.infer<typeof ScheduleEntry>

/** The configuration file. */
export const Config = z.strictObject({
  ...z.object(keys).partial().shape,
  store: filled('expected the path of a SQLite file')
    .default('.jianbao/jianbao.sqlite')
    .describe('SQLite file that remembers which editions were made.'),
  schedules: z
    .array(ScheduleEntry, { error: 'expected a list of schedules, each with name, cron and timeZone' })
    .superRefine((schedules, context) => {
      schedules.forEach(({ name }, index) => {
        if (schedules.findIndex((other) => other.name === name) < index) {
          context.addIssue({
            code: 'custom',
            path: [index, 'name'],
            message: `another schedule is called “${name}” too`,
          })
        }
      })
    })
    .default([])
    .describe('Briefings that are made again, on time and exactly once.'),
})
export type Config = z.infer<typeof Config>

/** JSON Schema of the file, so that editors can complete and check it; kept in assets/schema/config.json. */
export function configJsonSchema(): unknown {
  return { ...z.toJSONSchema(Config, { io: 'input' }), title: 'jianbao.config' }
}

function reportProblem(problem: string | null, context: z.RefinementCtx<string>): void {
  if (problem) context.addIssue({ code: 'custom', message: problem })
}
