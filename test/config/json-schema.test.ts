import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { configJsonSchema } from '../../src/config/index.js'
import { resourcePath } from '../../src/resources.js'

// To renew it after a change of the keys:
// npm run build && node -e "import('./dist/config/index.js').then((c) => console.log(JSON.stringify(c.configJsonSchema(), null, 2)))" > assets/schema/config.json
it('gives editors the schema that the program checks with', () => {
  const kept: unknown = JSON.parse(readFileSync(resourcePath('assets', 'schema', 'config.json'), 'utf8'))
  expect(kept).toEqual(configJsonSchema())
})
