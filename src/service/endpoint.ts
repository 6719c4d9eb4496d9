import { ExitCode, UserError } from '../errors.js'
import type { TranslatorName } from '../model/index.js'
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

/** What a service is asked for: a key of the configuration, and how its user is told. */
const uses = {
  translate: { who: 'translator', code: 'translator' },
  crosscheck: { who: 'second reader', code: 'second-reader' },
} as const
type Use = keyof typeof uses

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
export function endpointOf(
  service: Service,
  { url: other, keyFrom }: { url?: string | undefined; keyFrom?: string | undefined },
  environment: Environment,
  use: Use = 'translate',
): Endpoint {
  const known = services[service]
  const isOther = other !== undefined && new URL(other).origin !== new URL(known.url).origin
  const variable = keyFrom ?? (isOther ? undefined : known.variable)
  const value = variable === undefined ? undefined : environment[variable]?.trim()
  if (variable !== undefined && !value) throw keyMissing(service, variable, use)
  const url = (other ?? known.url).replace(/\/+$/, '')
  if (value && !isPrivateEnough(url)) throw keyInClear(service, use)
  return { url, key: value ? new Secret(value) : null, isOther }
}

function isPrivateEnough(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

function keyMissing(service: Service, variable: string, use: Use): UserError {
  const { who, code } = uses[use]
  return new UserError({
    code: `${code}-key-missing`,
    exitCode: ExitCode.usage,
    message: `The ${who} ${service} needs a key, and the environment variable ${variable} is not set.`,
    next: [
      `Set ${variable}; it is read from the environment only, never from a file of ours.`,
      `Or use --${use} none.`,
    ],
  })
}

function keyInClear(service: Service, use: Use): UserError {
  return new UserError({
    code: `${uses[use].code}-key-in-clear`,
    exitCode: ExitCode.usage,
    message: `${use}.${service}.url begins with http://: the key would travel where anybody can read it.`,
    next: ['Use https://; http:// is accepted with a key for this machine (localhost) only.'],
  })
}
