/** Text by its code units: the same order on every machine. @returns below, above or 0 */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
