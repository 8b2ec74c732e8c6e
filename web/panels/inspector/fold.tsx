import { type ReactNode, useState } from 'react'

/** A line that opens: what is inside is made when it is. */
export function Fold({
  line,
  testid,
  children,
}: {
  line: ReactNode
  testid?: string
  children: () => ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-testid={testid}>{line}</summary>
      {open && children()}
    </details>
  )
}
