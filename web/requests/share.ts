import { copyText } from '../browser/copy.ts'
import { note, tell } from './doing.ts'

/** The address holds all of what is seen: a picture, a path, a trace, a sentence. */
export const shareLink = (): void =>
  void copyText(location.href)
    .then(() => note('linkCopied'))
    .catch(tell)
