/** The words of a list written as one text, blanks and line ends between them. */
export const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)
