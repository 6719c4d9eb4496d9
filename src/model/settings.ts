import { config } from 'zod'

// Compiling a schema pays after thousands of values; a run checks a few, and starts sooner without.
config({ jitless: true })
