import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import { type PdfRun, paragraphsOfPages } from './pdf-lines.ts'

const PAGES = 500

/** The text layer of a PDF as paragraphs. @throws KnownError 'file-pdf', 'file-locked', 'file-no-text' */
export async function articleOfPdf(bytes: Uint8Array, file: string): Promise<RawArticle> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await loading.promise
    const pages: PdfRun[][] = []
    for (let number = 1; number <= Math.min(document.numPages, PAGES); number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(
        items.flatMap((item) =>
          'str' in item
            ? [
                {
                  text: item.str,
                  x: item.transform[4],
                  y: item.transform[5],
                  width: item.width,
                  size: Math.abs(item.transform[3]) || item.height,
                },
              ]
            : [],
        ),
      )
      page.cleanup()
    }
    const lines = paragraphsOfPages(pages)
    if (lines.join('').replace(/\s/g, '').length < 10 * Math.min(1, pages.length)) {
      throw new KnownError('file-no-text', 'has no text layer: its pages are pictures.', 400, {
        hint: 'Run it through OCR first, or give the article as text.',
      })
    }
    return { file, text: lines.join('\n') }
  } catch (cause) {
    if (cause instanceof KnownError) throw cause
    const { name, message } = cause as Error
    if (name === 'PasswordException')
      throw new KnownError('file-locked', 'is locked with a password.', 400, {
        hint: 'Save it without one.',
        cause,
      })
    throw new KnownError('file-pdf', `is not a PDF that can be read: ${message}`, 400, {
      hint: 'Open it and print it to PDF again.',
      cause,
    })
  } finally {
    await loading.destroy()
  }
}
