/** What of a written name is not the name. What linking leaves out besides (brackets, dashes) stands in ingest/link/forms.ts. */

/** Quotes of every script and spaces: with and without them a name is the same. */
const QUOTES = /[\s"'“”‘’「」『』]/g

export const withoutQuotes = (name: string): string => name.replace(QUOTES, '')

/** What else it is called, sorted; of forms that differ by their quotes alone the barest, and none for the name itself. */
export function otherNames(name: string, forms: readonly string[]): string[] {
  const barest = new Map<string, string>()
  for (const form of [...forms].sort()) {
    const bare = withoutQuotes(form)
    const known = barest.get(bare)
    if (known === undefined || form.length < known.length) barest.set(bare, form)
  }
  barest.delete(withoutQuotes(name))
  return [...barest.values()].sort()
}
