/** JSON of an object, the same in whatever order its fields were set. */
export const inOrder = (value: object): string =>
  JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
