import type Full from 'handlebars'
import runtime from 'handlebars/runtime.js'

/** Handlebars without its compiler, which most runs never need; its package types only the whole. */
export const Handlebars = runtime as unknown as Pick<
  typeof Full,
  'create' | 'SafeString' | 'escapeExpression' | 'VERSION'
>
