import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpret } from '../../src/collect/interpret.js'
import { extract } from '../../src/extract/index.js'

async function read(bytes: Buffer | string) {
  const found = await interpret({ uri: 'it', bytes: Buffer.from(bytes), path: 'it.txt' })
  const [first] = found.kind === 'sources' ? found.sources : []
  if (first === undefined) throw new Error('nothing was made of it')
  return first
}

/** The code of the reason why a text is no article; null where it is one. */
async function refused(text: string): Promise<string | null> {
  const { source, problem } = await read(text)
  const { value, notes } = source === null ? { value: null, notes: [problem] } : extract(source)
  return value === null ? (notes[0]?.code ?? '') : null
}

it('takes bytes of chance for no text, above all not for rare characters of UTF-16', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 300, maxLength: 3000 }), async (bytes) => {
      // Made of many values and not of one repeated: what generators find simplest may well be a text.
      fc.pre(new Set(bytes).size > 120)
      expect((await read(Buffer.from(bytes))).problem?.code).toBe('binary-file')
    }),
    { numRuns: 60 },
  )
})

describe('colours of a terminal', () => {
  it.each([
    ['with their escapes', '\u001b[1;31m412\u001b[0m人，\u001b[38;5;196m860\u001b[m床。\u001b]0;题\u0007'],
    ['whose escapes were lost', '[1;31m412[0m人，[38;5;196m860[m床。'],
    ['of eight bits', '\u009b31m412\u009b0m人，860床。'],
  ])('leave no figures behind: %s', async (_, printed) => {
    const { source } = await read(`青禾县防汛通报\n全县转移群众${printed}\n`)
    expect(source?.text).toBe('青禾县防汛通报\n全县转移群众412人，860床。\n')
  })

  it('are not seen in brackets of a text', async () => {
    const text = '青禾县防汛通报\n全县新建堤防[31m以上]的河段共三处。\n'
    expect((await read(text)).source?.text).toBe(text)
  })
})

describe('a text in another language', () => {
  const english = 'The Red Cross of Qinghe County handed out 3,000 blankets, officials said on Monday. '
  it.each([
    ['English', english.repeat(6)],
    ['an English page', `<html><body><h1>Relief</h1><p>${english.repeat(6)}</p></body></html>`],
    [
      'English with a Chinese name',
      `${english.repeat(6)}\nThe society (青禾县红十字会) thanked all donors of the county.`,
    ],
    [
      'Japanese',
      '市は７月５日、避難所に毛布3000枚を届けた。ボランティア412人が参加した。市長は「引き続き支援する」と述べた。',
    ],
    ['Russian', 'Красный Крест передал жителям 3000 одеял, сообщили в понедельник местные власти. '.repeat(4)],
  ])('says so: %s', async (_, text) => {
    expect(await refused(text)).toBe('not-chinese')
  })

  it.each([
    ['with one paragraph of Chinese', `${english.repeat(6)}\n青禾县红十字会收到捐款83.5万元。\n${english}`],
    ['in traditional script', '服務隊協助疏散居民860人，派發毛毯2,100張。'],
    ['of two words', '捐款5万元'],
  ])('is read where Chinese can be read: %s', async (_, text) => {
    expect(await refused(text)).toBeNull()
  })
})
