/** Rows as RFC 4180 has them, for whatever leaves as a table. */

/** A cell that a spreadsheet shows as it stands: a text that begins like a formula is not one. */
export function cellOf(value: unknown): string {
  let text = value === undefined || value === null ? '' : String(value)
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With a byte order mark, so that Excel reads it as UTF-8. */
export const csvOfRows = (rows: readonly (readonly unknown[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
