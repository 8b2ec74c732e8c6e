/** Hands a file to the person: nothing leaves the machine. */
export function download(
  name: string,
  content: Blob | string | Uint8Array,
  type = 'text/plain;charset=utf-8',
): void {
  const blob = content instanceof Blob ? content : new Blob([content as BlobPart], { type })
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser reads it after the click has returned
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A name as part of a file's name on any system. */
export const fileNameOf = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\s]+/g, '_')
    .slice(0, 60)
    .replace(/^[._]+|[._]+$/g, '') || 'quanmai'
