/** How far a long job is. */
export interface Progress {
  done: number
  total: number
  label: string
}

/** A bar that redraws itself on a terminal; a plain line for every tenth elsewhere. */
export function progressPrinter(stream: NodeJS.WriteStream): (progress: Progress) => void {
  let tenth = -1
  return ({ done, total, label }) => {
    const share = total === 0 ? 1 : done / total
    if (stream.isTTY) {
      const width = 24
      const filled = Math.round(share * width)
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
      stream.write(`\r\x1b[2K${bar} ${done}/${total} ${label}`)
      if (done === total) stream.write('\n')
    } else if (Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10)
      stream.write(`${done}/${total} ${label}\n`)
    }
  }
}
