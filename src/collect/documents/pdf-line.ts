/** A printed line, in points from the lower left corner of its page. */
export interface PdfLine {
  text: string
  x: number
  right: number
  y: number
  size: number
  page: number
  /** Edges of the column it stands in, where the page has several. */
  column?: { left: number; right: number }
}
