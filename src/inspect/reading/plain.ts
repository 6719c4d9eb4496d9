/**
 * Text as it is compared: without the spaces and soft hyphens that a layout adds, compatibility forms made one (a font
 * may draw 方 and its radical ⽅ with one glyph).
 */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD\u200B\u2060\uFEFF]+/g, '')
}
