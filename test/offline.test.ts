import { lookup } from 'node:dns/promises'
import { expect, it } from 'vitest'

it('keeps tests from asking the world', async () => {
  await expect(fetch('http://example.com/')).rejects.toMatchObject({ cause: { code: 'ENOTFOUND' } })
  await expect(fetch('http://192.0.2.1/')).rejects.toMatchObject({ cause: { code: 'ENOTFOUND' } })
  await expect(lookup('example.com')).rejects.toThrow('tests have no network')
  expect((await lookup('127.0.0.1')).address).toBe('127.0.0.1')
})
