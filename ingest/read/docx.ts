import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import { linesOf } from './dom.ts'

/** Paragraphs, lists and tables of a Word file; its first heading is the title. @throws KnownError 'file-docx' */
export async function articleOfDocx(bytes: Uint8Array, file: string): Promise<RawArticle> {
  let html: string
  try {
    const options = {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    }
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value
  } catch (cause) {
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
