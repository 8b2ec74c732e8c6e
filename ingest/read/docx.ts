import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import { unpackedSizeOf } from './archive.ts'
import { linesOf } from './dom.ts'

/** Paragraphs, lists and tables of a Word file; its first heading is the title. @param most bytes of its text with its markup @throws KnownError 'file-docx', 'file-too-large' */
export async function articleOfDocx(bytes: Uint8Array, file: string, most: number): Promise<RawArticle> {
  let html: string
  try {
    if ((await unpackedSizeOf(bytes)) > most)
      throw new KnownError(
        'file-too-large',
        `holds more than ${Math.round(most / 2 ** 20)} MB of text and markup.`,
        400,
        { hint: 'Split it into articles.' },
      )
    const options = {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    }
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value
  } catch (cause) {
    if (cause instanceof KnownError) throw cause
    throw new KnownError(
      'file-docx',
      `is not a Word file that can be read: ${(cause as Error).message}`,
      400,
      {
        hint: 'Open it in Word and save it as .docx again.',
        cause,
      },
    )
  }
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const title = document.querySelector('h1')?.textContent?.trim() ?? ''
  return { file, text: linesOf(document.body).join('\n'), ...(title ? { title } : {}) }
}
