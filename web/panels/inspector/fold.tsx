import { type ReactNode, useState } from 'react'

/** What was left open: whoever comes back to it finds it so. */
const left = new Set<string>()

interface FoldParts {
  line: ReactNode
  testid?: string
  /** What it is, where it is left open when another page takes its place. */
  kept?: string
  children: () => ReactNode
}

/** A line that opens: what is inside is made when it is. */
export function Fold({ line, testid, kept, children }: FoldParts) {
  const [open, setOpen] = useState(kept !== undefined && left.has(kept))
  const turn = (next: boolean) => {
    setOpen(next)
    if (kept !== undefined) next ? left.add(kept) : left.delete(kept)
  }
  return (
    <details open={open} onToggle={(event) => turn(event.currentTarget.open)}>
      <summary data-testid={testid}>{line}</summary>
      {open && children()}
    </details>
  )
}
