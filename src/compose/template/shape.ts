import { z } from 'zod'
import { TemplateContext } from '../context/index.js'

/** What stands at a place of the template context; null where nothing is known of it. */
export type Shape = z.ZodType | null

export const rootShape: Shape = TemplateContext

/** What is behind null and absence. */
export function bare(shape: Shape): Shape {
  if (shape instanceof z.ZodNullable || shape instanceof z.ZodOptional) return bare(shape.unwrap() as z.ZodType)
  return shape
}

/** The field names of an object; null of anything else. */
export function fieldsOf(shape: Shape): string[] | null {
  const object = bare(shape)
  return object instanceof z.ZodObject ? Object.keys(object.shape) : null
}

export function fieldOf(shape: Shape, name: string): Shape {
  const object = bare(shape)
  return object instanceof z.ZodObject ? ((object.shape as Record<string, z.ZodType>)[name] ?? null) : null
}

export function elementOf(shape: Shape): Shape {
  const list = bare(shape)
  return list instanceof z.ZodArray ? (list.element as z.ZodType) : null
}

export function isList(shape: Shape): boolean {
  return bare(shape) instanceof z.ZodArray
}

/** Markup of ours that is printed as it is: the style sheet and the drawings. */
export function isMarkup(shape: Shape): boolean {
  return bare(shape) instanceof z.ZodCustom
}
