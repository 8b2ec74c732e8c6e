const bare = (form: string): string => form.replace(/[\s"'“”‘’「」『』]/g, '')

/** What else it is called; of forms that differ by their quotes alone the barest, and none for the name itself. */
export function otherNames(name: string, aliases: readonly string[]): string[] {
  const barest = new Map<string, string>()
  for (const alias of aliases) {
    const known = barest.get(bare(alias))
    if (known === undefined || alias.length < known.length) barest.set(bare(alias), alias)
  }
  barest.delete(bare(name))
  return [...barest.values()]
}
