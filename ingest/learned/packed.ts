/** What was learned, as it lies in the project: JSON, packed with gzip; `zcat` shows it. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { gzipSync, strToU8 } from 'fflate'

/** The same bytes for the same value, on every machine and day. */
export const packed = (value: unknown): Uint8Array =>
  gzipSync(strToU8(`${JSON.stringify(value)}\n`), { level: 9, mtime: 0 })

/** @param path a file's path or address; what it holds is trusted to be a T */
export const unpacked = <T>(path: string | URL): T =>
  JSON.parse(gunzipSync(readFileSync(path)).toString()) as T
