/** Milliseconds in which a second click makes a double click: what the first one opens moves and covers nothing until then. */
export const SECOND_CLICK = 320
