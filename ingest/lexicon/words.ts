/** The words of a list written as one text, blanks and line ends between them. */
export const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** The lists of a text, one a line. */
export const listsOf = (text: string): string[][] => text.trim().split('\n').map(words)
