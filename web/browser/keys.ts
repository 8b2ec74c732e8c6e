/** Keys as the keyboard before us has them. */

const apple = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** `⌘K` where there is a ⌘, `Ctrl+K` where there is none: either works. */
export const keysHere = (text: string, hasCommand = apple()): string =>
  hasCommand ? text : text.replaceAll('⇧⌘', 'Ctrl+Shift+').replaceAll('⌘', 'Ctrl+')
