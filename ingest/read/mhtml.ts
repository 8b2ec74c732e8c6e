import PostalMime from 'postal-mime'
import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import { articleOfPage } from './html.ts'

/** A page saved as one file: the HTML part of a MIME message. @throws KnownError 'file-mhtml' */
export async function articleOfMhtml(bytes: Uint8Array, file: string): Promise<RawArticle> {
  const message = await PostalMime.parse(bytes)
  if (!message.html?.trim()) {
    throw new KnownError('file-mhtml', 'holds no web page.', 400, { hint: 'Save the page again as HTML.' })
  }
  const address = message.headers.find(({ key }) => key === 'snapshot-content-location')?.value ?? ''
  const article = articleOfPage(message.html, file)
  return { ...article, ...(!article.url && /^https?:/.test(address) ? { url: address } : {}) }
}
