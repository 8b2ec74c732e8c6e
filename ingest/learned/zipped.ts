/** What was learned, as it lies in the project: JSON in gzip; `zcat` shows it. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { gzipSync, strToU8 } from 'fflate'

/** The same bytes for the same value, on every machine and day. */
export const zipped = (value: unknown): Uint8Array =>
  gzipSync(strToU8(`${JSON.stringify(value)}\n`), { level: 9, mtime: 0 })

/**
 * @param path a file's path or address; what it holds is trusted to be a T
 * @throws Error that names the file, where it is missing or damaged
 */
export function unzipped<T>(path: string | URL): T {
  try {
    return JSON.parse(gunzipSync(readFileSync(path)).toString()) as T
  } catch (cause) {
    const name = path instanceof URL ? path.pathname : path
    throw new Error(`${name} can't be read: fetch it again, or run npm run train.`, { cause })
  }
}
