import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { KnownError } from '../../model/errors.ts'
import { plausibility } from '../clean/usual.ts'
import { kindOfName } from './kinds.ts'
import { held, type Source } from './source.ts'

export type Unpacked = { source: Source } | { missing: string; error: KnownError } | { passedOver: string }

/** Files in an archive, one in memory at a time. @param from a path, or the bytes of an inner one @throws KnownError 'file-zip' */
export async function* entriesOf(
  from: string | Uint8Array,
  key: string,
  name: string,
  limit: number,
): AsyncGenerator<Unpacked> {
  let zip: ZipFile
  const options = { lazyEntries: true, decodeStrings: false } as const
  try {
    zip =
      typeof from === 'string'
        ? await openPromise(from, options)
        : await fromBufferPromise(Buffer.from(from), options)
  } catch (cause) {
    throw broken(cause)
  }
  const entries = zip.eachEntry()
  for (;;) {
    let step: IteratorResult<Entry>
    try {
      step = await entries.next()
    } catch (cause) {
      throw broken(cause)
    }
    if (step.done) return
    const inner = nameOf(step.value)
    if (inner.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.)/.test(inner)) continue
    const label = `${name}/${inner}`
    if (!kindOfName(inner)) yield { passedOver: label }
    else
      try {
        yield { source: held(`${key}!/${inner}`, label, await unpack(zip, step.value, limit)) }
      } catch (cause) {
        yield { missing: label, error: cause instanceof KnownError ? cause : broken(cause) }
      }
  }
}

/** Bytes of an archive's XML once it is unpacked, as it says itself; rejects where it is broken. */
export async function unpackedSizeOf(bytes: Uint8Array): Promise<number> {
  let size = 0
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  for await (const { fileName, uncompressedSize } of zip.eachEntry())
    if (/\.xml$/i.test(fileName)) size += uncompressedSize
  return size
}

const broken = (cause: unknown) =>
  new KnownError('file-zip', `is not a zip archive that can be read: ${(cause as Error).message}`, 400, {
    hint: 'Pack it again.',
    cause,
  })

/** Names are UTF-8 where the archive says so, else most often what the packer's Windows spoke. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer
  const decode = (label: string) => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
  const utf8 = decode('utf-8')
  if (utf8 !== null) return utf8.replace(/\\/g, '/')
  const best = [decode('gb18030'), decode('big5')]
    .filter((text) => text !== null)
    .sort((a, b) => plausibility(b) - plausibility(a))[0]
  return (best ?? bytes.toString('latin1')).replace(/\\/g, '/')
}

async function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  if (entry.isEncrypted())
    throw new KnownError('file-locked', 'is locked with a password.', 400, { hint: 'Pack it without one.' })
  const tooLarge = () =>
    new KnownError('file-too-large', `is larger than ${Math.round(limit / 2 ** 20)} MB.`, 400, {
      hint: 'Unpack the archive.',
    })
  if (entry.uncompressedSize > limit) throw tooLarge()
  const stream = (await zip.openReadStreamPromise(entry)) as Readable
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
