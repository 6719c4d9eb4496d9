/** Midnight UTC of `date` (`YYYY-MM-DD`), or of 1970-01-01: never the clock, so that the same input gives the same bytes. */
export function documentDate(date: string | null): Date {
  return new Date(`${date ?? '1970-01-01'}T00:00:00Z`)
}

/** ISO 32000-1 §7.9.4: `D:20200331000000Z`. */
export function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
}
