import { type PdfFile, textOf } from '../../pdf/index.js'

/** Structure types of PDF 1.7 (ISO 32000-1 §14.8.4). */
export const standardTypes: ReadonlySet<string> = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private',
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot',
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form',
  ].flatMap((line) => line.split(' ')),
)

/** What the types of a file's own stand for (`/RoleMap`). */
export function readRoles(pdf: PdfFile): Map<string, string> {
  const map = pdf.dict(pdf.dict(pdf.catalog.get('/StructTreeRoot'))?.get('/RoleMap'))
  return new Map([...(map ?? [])].map(([own, type]) => [textOf(own) ?? '', textOf(pdf.resolve(type)) ?? '']))
}

/** The type that an element's own stands for; itself where it leads nowhere. */
export function roleOf(type: string, roles: ReadonlyMap<string, string>): string {
  let role = type
  for (let steps = 0; steps < 20 && !standardTypes.has(role); steps++) role = roles.get(role) ?? role
  return role
}
