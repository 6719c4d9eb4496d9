import { ExitCode, UserError } from '../errors.js'
import type { TranslateSettings, TranslatorName } from '../model/index.js'
import { Secret } from './secret.js'

export type Environment = Readonly<Record<string, string | undefined>>
type Service = Exclude<TranslatorName, 'bergamot'>

/** The address of each service itself, and the variable that holds the key for it. */
const services: Record<Service, { url: string; variable: string }> = {
  openai: { url: 'https://api.openai.com/v1', variable: 'OPENAI_API_KEY' },
  anthropic: { url: 'https://api.anthropic.com', variable: 'ANTHROPIC_API_KEY' },
  deepl: { url: 'https://api.deepl.com', variable: 'DEEPL_API_KEY' },
  libretranslate: { url: 'https://libretranslate.com', variable: 'LIBRETRANSLATE_API_KEY' },
}

export interface Endpoint {
  /** Without a slash at its end. */
  url: string
  key: Secret | null
  /** True where the configuration names another address than the service's own. */
  isOther: boolean
}

/**
 * Where a service is asked, and with which key. The key of a service goes to that service alone: for another address
 * the configuration names the variable. Throws a UserError (exit 2).
 */
export function endpointOf(service: Service, settings: TranslateSettings, environment: Environment): Endpoint {
  const { url: other, keyFrom } = settings[service] ?? {}
  const known = services[service]
  const isOther = other !== undefined && new URL(other).origin !== new URL(known.url).origin
  const variable = keyFrom ?? (isOther ? undefined : known.variable)
  const value = variable === undefined ? undefined : environment[variable]?.trim()
  if (variable !== undefined && !value) throw keyMissing(service, variable)
  const url = (other ?? known.url).replace(/\/+$/, '')
  if (value && !isPrivateEnough(url)) throw keyInClear(service)
  return { url, key: value ? new Secret(value) : null, isOther }
}

function isPrivateEnough(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

function keyMissing(service: Service, variable: string): UserError {
  return new UserError({
    code: 'translator-key-missing',
    exitCode: ExitCode.usage,
    message: `The translator ${service} needs a key, and the environment variable ${variable} is not set.`,
    next: [
      `Set ${variable}; it is read from the environment only, never from a file of ours.`,
      'Or use --translate none.',
    ],
  })
}

function keyInClear(service: Service): UserError {
  return new UserError({
    code: 'translator-key-in-clear',
    exitCode: ExitCode.usage,
    message: `translate.${service}.url begins with http://: the key would travel where anybody can read it.`,
    next: ['Use https://; http:// is accepted with a key for this machine (localhost) only.'],
  })
}
