import { openBrowser } from './browser/index.js'
import type { GenerateOptions } from './config/index.js'
import type { Edition } from './pipeline.js'
import type { PipelineContext } from './steps.js'

/**
 * Articles in, files out. The browser starts before anything else is loaded: on two cores most of its start is for nothing.
 * @throws UserError where no source holds an article, nothing can be written, or no browser can be started
 */
export async function generate(options: GenerateOptions, context: PipelineContext): Promise<Edition> {
  const { browser, formats, timeout } = options
  const { signal } = context
  await using session = formats.includes('pdf')
    ? await openBrowser({
        ...(browser && { browser }),
        ...(timeout && { printTimeout: timeout * 1000 }),
        ...(signal && { signal }),
      })
    : null
  session?.warm()
  const { runLine } = await import('./pipeline.js')
  return await runLine(options, context, session)
}
