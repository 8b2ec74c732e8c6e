/** Hands a file to the browser to keep. */
export function save(name: string, content: Blob | string | Uint8Array, type: string): void {
  const blob = content instanceof Blob ? content : new Blob([content as BlobPart], { type })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
