/** A process that lays one whole graph out and ends. */
import { type LayoutColumns, wholeLayout } from './layout.ts'

process.once('message', (columns) => {
  process.send!(wholeLayout(columns as LayoutColumns))
})
