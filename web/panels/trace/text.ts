/** Text set into a width without a canvas: the same lines on the page, in a picture and in a test. */

/** Width in ems of one character, near enough for Han and Latin in our fonts. */
const emsOf = (char: string): number =>
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\u3000-\u303f“”‘’—…·]/.test(char)
    ? 1
    : /[A-Z0-9@%&MWm]/.test(char)
      ? 0.66
      : /[ilj.,;:'|!()[\] ]/.test(char)
        ? 0.34
        : 0.56

export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + emsOf(char), 0) * size

/** A name on one line: what is too long is cut in the middle, so that beginning and end still tell it apart. */
export function cutInMiddle(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text
  const chars = [...text]
  for (let kept = chars.length - 1; kept > 2; kept--) {
    const front = Math.ceil(kept * 0.55)
    const cut = `${chars.slice(0, front).join('')}…${chars.slice(chars.length - (kept - front)).join('')}`
    if (widthOf(cut, size) <= width) return cut
  }
  return `${chars[0]}…`
}

/** A name in lines of at most this width (px), the last with two characters at least; what it cannot hold is cut in the middle of it. */
export function linesOf(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const chars = [...text]
  for (let i = 0; i < chars.length; i++) {
    if (line !== '' && widthOf(line + chars[i], size) > width) {
      if (lines.length === most - 1) {
        lines.push(cutInMiddle(line + chars.slice(i).join(''), width, size))
        return lines
      }
      lines.push(line)
      line = ''
    }
    line += chars[i]
  }
  if (line !== '') lines.push(line)
  // a character by itself is no line, and is read as an icon
  const [before, last] = lines.slice(-2).map((some) => [...some])
  if (last?.length === 1 && before!.length > 2)
    lines.splice(-2, 2, before!.slice(0, -1).join(''), before!.at(-1)! + last[0])
  return lines
}
