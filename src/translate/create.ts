import { ExitCode, UserError } from '../errors.js'
import type { TranslateSettings } from '../model/index.js'
import type { Environment } from '../service/index.js'
import { anthropic } from './services/anthropic.js'
import { deepl } from './services/deepl.js'
import { libretranslate } from './services/libretranslate.js'
import { openai } from './services/openai.js'
import type { Translator } from './translator.js'

/**
 * The translator of the settings; null for none. Nothing is asked yet. Throws a UserError (exit 2) where a model, a key
 * or an installation is missing.
 */
export async function createTranslator(
  settings: TranslateSettings,
  { environment, cwd }: { environment: Environment; cwd: string },
): Promise<Translator | null> {
  switch (settings.with) {
    case 'none':
      return null
    case 'openai':
      return openai(settings, settings.openai ?? missing('openai', 'model'), environment)
    case 'anthropic':
      return anthropic(settings, settings.anthropic ?? missing('anthropic', 'model'), environment)
    case 'deepl':
      return deepl(settings, environment)
    case 'libretranslate':
      return libretranslate(settings, environment)
    case 'bergamot': {
      const own = settings.bergamot ?? missing('bergamot', 'models')
      const { bergamot } = await import('./services/bergamot.js')
      return bergamot(settings, own, cwd)
    }
  }
}

function missing(name: string, key: string): never {
  throw new UserError({
    code: 'translator-not-configured',
    exitCode: ExitCode.usage,
    message: `The translator ${name} needs to be told ${key === 'model' ? 'a model' : 'the folder of a model'}.`,
    next: [
      `Write it in jianbao.config.yaml: translate: { ${name}: { ${key}: … } }`,
      'docs/translating.md has examples.',
    ],
  })
}
