import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { expect, it } from 'vitest'
import { jianbao, root, temporaryFolder } from './cli.js'

it('prints one language after the other on Letter, each with links of its own', async () => {
  await using folder = await temporaryFolder()
  const press = join(root, 'test/fixtures/weeks/first')
  const flags = ['--layout', 'sequential', '--lang', 'en,zh', '--paper', 'Letter', '--format', 'pdf,html']
  const { code, stderr } = await jianbao(['generate', press, '--out', 'both.pdf', ...flags], folder.path)
  expect(code, stderr).toBe(0)
  const document = await getDocumentProxy(new Uint8Array(await readFile(join(folder.path, 'both.pdf'))))
  const first = await document.getPage(1)
  expect(first.view.slice(2)).toEqual([612, 792])
  const [whole, second] = (await document.getOutline()).map(({ title }) => title)
  expect(whole).toMatch(/^Response/)
  expect(second).toMatch(/^新冠/)
  const html = await readFile(join(folder.path, 'both.html'), 'utf8')
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const part = html.slice(html.indexOf('<div lang="zh-Hans" style="break-before'))
  for (const [, target = ''] of part.matchAll(/\shref="#([^"]+)"/g)) {
    expect(target).toMatch(/^zh-/)
    expect(ids).toContain(target)
  }
  expect(part).toContain('href="#zh-e1"')
})
