import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { TemplateContext } from '../../src/compose/context/index.js'
import { checkTemplate, compose, ejectTemplate, listTemplates, resolveTemplate } from '../../src/compose/index.js'
import { resourcePath } from '../../src/resources.js'
import { sampleBriefing } from '../fixtures/briefings/build.js'

const shipped = resourcePath('templates', 'briefing')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-template-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the shipped template with some files changed; line numbers count in what is given. */
function changed(files: Record<string, string>): string {
  cpSync(shipped, folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error
  }
  return null
}

describe('checkTemplate', () => {
  it('finds nothing to mend in what ships', async () => {
    for (const { directory } of await listTemplates()) expect(await checkTemplate(directory)).toEqual([])
  })

  it('names an unknown field with its file and line, and the one that was meant', async () => {
    const directory = changed({
      'partials/cover.hbs': '<h1>\n{{words cover.titl}}\n</h1>\n{{#each cover.lead}}\n{{words word}}{{/each}}',
    })
    expect(await checkTemplate(directory)).toEqual([
      { file: 'partials/cover.hbs', line: 2, message: 'there is no field titl (cover.titl); did you mean title?' },
      { file: 'partials/cover.hbs', line: 5, message: 'there is no field word; did you mean words?' },
    ])
  })

  it('follows lists, nested objects, parents and block parameters', async () => {
    const directory = changed({
      'partials/sources.hbs':
        '{{#each sources as |source|}}\n{{source.nummer}} {{../cover.empy}} {{@root.document.langg}}\n{{#each credits}}{{name}} {{vlaue}} {{../author}}{{/each}}\n{{#with title}}{{runs.length}}{{/with}}{{/each}}',
    })
    expect((await checkTemplate(directory)).map(({ line, message }) => [line, message.split(';')[0]])).toEqual([
      [2, 'there is no field nummer (source.nummer)'],
      [2, 'there is no field empy (../cover.empy)'],
      [2, 'there is no field langg (@root.document.langg)'],
      [3, 'there is no field vlaue'],
    ])
  })

  it('names an unknown helper and an unknown partial', async () => {
    const directory = changed({
      'partials/method.hbs': '{{uppercase document.title}}\n{{#eech sources}}{{/eech}}\n{{> chrt charts}}',
    })
    const messages = await checkTemplate(directory)
    expect(messages.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(messages.map(({ message }) => message).join('\n')).toMatch(
      /no helper uppercase.*\n.*eech; did you mean each\?\n.*partial chrt; did you mean chart\?/,
    )
  })

  it('checks a partial against what it is called with', async () => {
    const directory = changed({ 'partials/method.hbs': '{{> row-head cover}}\n{{words document.title}}' })
    expect(await checkTemplate(directory)).toEqual([
      {
        file: 'partials/method.hbs',
        line: 2,
        message: 'document.title is not words: print it with {{document.title}}',
      },
      { file: 'partials/row-head.hbs', line: 1, message: expect.stringContaining('there is no field label') },
      { file: 'partials/row-head.hbs', line: 1, message: expect.stringContaining('there is no field unit') },
      { file: 'partials/row-head.hbs', line: 1, message: expect.stringContaining('there is no field notes') },
    ])
  })

  it('refuses text that would be printed unescaped, and objects printed as text', async () => {
    const directory = changed({
      'partials/method.hbs': '{{{document.title}}}\n{{cover.title}}\n{{sources}}\n{{document.style}}',
    })
    expect((await checkTemplate(directory)).map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringContaining('1 {{{document.title}}} prints text unescaped'),
      '2 cover.title is not a text: print it with {{words cover.title}}',
      expect.stringContaining('3 sources is a list'),
    ])
  })

  it('gives the line of what cannot be parsed', async () => {
    const directory = changed({ 'partials/method.hbs': '<p>\n{{#if cover}}\n</p>' })
    expect(await checkTemplate(directory)).toEqual([
      { file: 'partials/method.hbs', line: 3, message: expect.stringContaining('cannot be parsed') },
    ])
  })

  it('names files that the style sheet asks for in vain', async () => {
    const directory = changed({
      'style.css':
        'h1{}\n.a{background:url("logo.svg")}\n.b{background:url(https://example.org/x.png)}\n@import "x.css";\n.c{background:url(../../secret.svg)}',
    })
    expect((await checkTemplate(directory)).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'style.css:2',
      'style.css:3',
      'style.css:4',
      'style.css:5',
    ])
  })

  it('says what a folder lacks to be a template', async () => {
    expect(await checkTemplate(folder).catch((error) => error)).toMatchObject({
      code: 'template-invalid',
      exitCode: 2,
      message: expect.stringContaining('template.yaml'),
    })
    const directory = changed({ 'template.yaml': 'name: x\nversion: 1\n' })
    expect(await checkTemplate(directory).catch((error) => error)).toMatchObject({
      code: 'template-invalid',
      message: expect.stringContaining('label'),
    })
  })
})

describe('resolveTemplate', () => {
  it('takes a name, a folder, and asks back where it is neither', () => {
    expect(resolveTemplate('briefing', folder)).toBe(shipped)
    mkdirSync(join(folder, 'ours'))
    expect(resolveTemplate('ours', folder)).toBe(join(folder, 'ours'))
    expect(codeOf(() => resolveTemplate('breifing', folder))).toMatchObject({
      code: 'template-not-found',
      exitCode: 2,
      message: expect.stringContaining('did you mean briefing?'),
    })
  })
})

describe('ejectTemplate', () => {
  it('writes a template that works, and never over what is there', async () => {
    const files = ejectTemplate('briefing', 'ours', { cwd: folder, force: false })
    expect(files).toEqual(expect.arrayContaining(['index.hbs', 'partials/cover.hbs', 'style.css', 'template.yaml']))
    const ours = join(folder, 'ours')
    expect(await checkTemplate(ours)).toEqual([])
    writeFileSync(join(ours, 'style.css'), 'h1 { color: teal; background: url(logo.svg) }')
    writeFileSync(join(ours, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect(codeOf(() => ejectTemplate('briefing', 'ours', { cwd: folder, force: false }))).toMatchObject({
      code: 'template-exists',
      exitCode: 2,
    })
    const { value } = await compose(sampleBriefing(1), { template: ours, languages: ['zh', 'en'], attachments: [] })
    expect(value.html).toContain('h1 { color: teal; background: url(data:image/svg+xml;base64,')
    ejectTemplate('briefing', 'ours', { cwd: folder, force: true })
    expect(readFileSync(join(ours, 'style.css'), 'utf8')).toBe(readFileSync(join(shipped, 'style.css'), 'utf8'))
    expect(existsSync(join(ours, 'logo.svg'))).toBe(true)
    // A file stands where the folder should be.
    expect(codeOf(() => ejectTemplate('briefing', 'ours/logo.svg/new', { cwd: folder, force: false }))).toMatchObject({
      code: 'output-not-writable',
      exitCode: 3,
    })
  })
})

describe('a template', () => {
  it('cannot reach what is not in its context', async () => {
    const directory = changed({
      'partials/method.hbs': '{{lookup cover "constructor"}}|{{#with (lookup cover "__proto__")}}reached{{/with}}|',
    })
    const { value } = await compose(sampleBriefing(1), { template: directory, languages: ['en'], attachments: [] })
    expect(value.html).toContain('||')
    expect(value.html).not.toMatch(/reached|native code/)
  })

  it('says the paper, unless somebody names another', async () => {
    const manifest = readFileSync(join(shipped, 'template.yaml'), 'utf8').replace('paper: A4', 'paper: Letter')
    const template = changed({ 'template.yaml': manifest })
    const paperOf = async (paper?: 'A4' | 'Letter') => {
      const options = { template, languages: ['zh'] as const, attachments: [], ...(paper && { paper }) }
      return (await compose(sampleBriefing(2), options)).value
    }
    const own = await paperOf()
    expect(own.paper).toBe('Letter')
    expect(own.html).toContain('@page{size:Letter portrait}')
    expect((await paperOf('A4')).html).toContain('@page{size:A4 portrait}')
  })

  it('has a context of this shape: templates of users depend on it', async () => {
    const shape = z.toJSONSchema(TemplateContext, { unrepresentable: 'any' })
    await expect(JSON.stringify(outline(shape), null, 1)).toMatchFileSnapshot(
      '../fixtures/briefings/template-context.json',
    )
  })
})

/** Field names and kinds, without the rest of JSON Schema. */
function outline(schema: unknown): unknown {
  const node = schema as {
    properties?: Record<string, unknown>
    items?: unknown
    anyOf?: unknown[]
    type?: string
    enum?: unknown[]
  }
  if (node.anyOf) return { nullable: outline(node.anyOf[0]) }
  if (node.properties)
    return Object.fromEntries(Object.entries(node.properties).map(([name, field]) => [name, outline(field)]))
  if (node.items) return [outline(node.items)]
  return node.enum ? node.enum.join(' | ') : (node.type ?? 'markup')
}
