import { describe, expect, it } from 'vitest'
import { Config, editionOptions, type LoadedConfig, resolveOptions, ScheduleEntry } from '../../src/config/index.js'

const loaded = (config: object, folder = '/home/mei'): LoadedConfig => ({
  path: `${folder}/jianbao.config.yaml`,
  folder,
  config: Config.parse(config),
  store: `${folder}/.jianbao/jianbao.sqlite`,
})

describe('flags, file and defaults', () => {
  it('fills in what nobody said', () => {
    expect(resolveOptions({ sources: ['a.txt'] }, loaded({}), '/home/mei')).toEqual({
      sources: ['a.txt'],
      out: 'briefing.pdf',
      languages: ['zh', 'en'],
      template: 'briefing',
      lens: 'public-response',
      formats: ['pdf'],
      translate: { with: 'none', timeout: 60 },
      crosscheck: { with: 'none', timeout: 60 },
      store: '/home/mei/.jianbao/jianbao.sqlite',
    })
  })

  it('asks a second reader only where a flag or the file says so, and keeps a key out of the file', () => {
    const file = loaded({ sources: ['a'], crosscheck: { with: 'openai', openai: { model: 'small' } } })
    expect(resolveOptions({}, file, '/home/mei').crosscheck?.with).toBe('openai')
    expect(resolveOptions({ crosscheck: 'none' }, file, '/home/mei').crosscheck).toMatchObject({
      with: 'none',
      openai: { model: 'small' },
    })
    expect(() => resolveOptions({ crosscheck: 'gogle' }, file, '/home/mei')).toThrow('expected none, openai')
  })

  it('lets the flag choose among the translators that the file sets up, and keeps its settings', () => {
    const file = loaded({ sources: ['a'], translate: { with: 'deepl', openai: { model: 'small' }, timeout: 5 } })
    expect(resolveOptions({ translate: 'openai' }, file, '/home/mei').translate).toEqual({
      with: 'openai',
      openai: { model: 'small' },
      timeout: 5,
    })
    expect(resolveOptions({ translate: 'none' }, file, '/home/mei').translate?.with).toBe('none')
    expect(() => resolveOptions({ translate: 'gogle' }, file, '/home/mei')).toThrow('expected none')
  })

  it('lets flags win over the file, and the file over the defaults', () => {
    const file = loaded({ sources: ['articles/'], lang: 'en', paper: 'Letter', title: '周报', format: ['pdf', 'json'] })
    const options = resolveOptions({ lang: 'en,zh', sources: [], title: undefined }, file, '/home/mei')
    expect(options).toMatchObject({
      sources: ['articles/'],
      languages: ['en', 'zh'],
      paper: 'Letter',
      title: { zh: '周报', en: '周报' },
      formats: ['pdf', 'json'],
    })
  })

  it('leaves the paper to the template where nobody names one', () => {
    expect(resolveOptions({ sources: ['a'] }, loaded({}), '/')).not.toHaveProperty('paper')
    expect(resolveOptions({ sources: ['a'] }, loaded({ paper: 'Letter' }), '/').paper).toBe('Letter')
    expect(resolveOptions({ sources: ['a'], paper: 'A4' }, loaded({ paper: 'Letter' }), '/').paper).toBe('A4')
  })

  it('takes the form from the name of the file where no form is given', () => {
    expect(resolveOptions({ sources: ['a'], out: 'x.html' }, loaded({}), '/').formats).toEqual(['html'])
    expect(resolveOptions({ sources: ['a'], out: 'x.html', format: 'pdf,html' }, loaded({}), '/').formats).toEqual([
      'pdf',
      'html',
    ])
  })

  it('never calls a file what it is not', () => {
    const out = (flags: object, file = {}): string =>
      resolveOptions({ sources: ['a'], ...flags }, loaded(file), '/home/mei').out
    expect(out({ format: 'json' })).toBe('briefing.json')
    expect(out({ format: 'html' }, { out: 'week.7.pdf' })).toBe('week.7.html')
    expect(out({ format: 'html', out: 'page.htm' })).toBe('page.htm')
    expect(out({ format: 'html', out: 'week.7' })).toBe('week.7')
    expect(out({ format: 'pdf,html', out: 'week.pdf' })).toBe('week.pdf')
  })

  it('finds the paths of a file that lies elsewhere', () => {
    const file = loaded(
      {
        sources: ['articles/', '!articles/old/*.txt', 'https://example.org/a', '/data/b.txt', '-'],
        out: 'out/briefing.pdf',
        template: './house',
        lens: 'flood-relief',
      },
      '/home/mei/desk',
    )
    expect(resolveOptions({}, file, '/home/mei')).toMatchObject({
      sources: ['desk/articles/', '!desk/articles/old/*.txt', 'https://example.org/a', '/data/b.txt', '-'],
      out: 'desk/out/briefing.pdf',
      template: 'desk/house',
      lens: 'flood-relief',
    })
  })

  it.each([
    [{ lang: 'fr' }, '--lang: expected zh,en or en,zh or zh or en, found “fr”'],
    [{ format: 'pdf,doc' }, '--format: expected pdf, html, json, csv, xlsx or md'],
    [{ date: '2 March' }, '--date: expected a date as YYYY-MM-DD, found “2 March”'],
    [{ paper: 'a4' }, '--paper: expected A4 or Letter, found “a4”; did you mean “A4”?'],
  ])('refuses %o', (flags, message) => {
    expect(() => resolveOptions({ sources: ['a'], ...flags }, loaded({}), '/')).toThrow(message)
  })

  it('says so where there is nothing to read', () => {
    expect(() => resolveOptions({}, loaded({}), '/')).toThrow('no source was named')
  })
})

describe('an edition of a schedule', () => {
  const entry = (more: object): ScheduleEntry =>
    ScheduleEntry.parse({ name: 'weekly', cron: '0 8 * * 1', timeZone: 'Asia/Shanghai', ...more })

  it('takes what the schedule says, else the file, and bears the day of its slot', () => {
    const file = loaded({ sources: ['a/'], lens: 'flood-relief', lang: 'zh', date: '2020-01-01', out: 'now.pdf' })
    const edition = { out: '/home/mei/editions/weekly-2026-03-02.pdf', date: '2026-03-02' }
    expect(editionOptions(entry({ lang: ['en'], format: 'pdf,json' }), file, edition, '/home/mei')).toMatchObject({
      ...edition,
      sources: ['a/'],
      lens: 'flood-relief',
      languages: ['en'],
      formats: ['pdf', 'json'],
    })
  })
})
