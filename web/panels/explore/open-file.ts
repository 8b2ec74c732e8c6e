/** A graph file in the picture's place, however it came: chosen in the menu or dropped on the page. */
import { useEffect } from 'react'
import { doing, tell } from '../../requests/doing.ts'
import { piece } from '../../requests/pieces.ts'
import { FileTrouble } from '../../requests/trouble.ts'
import { UNATTENDED } from '../../state/attended.ts'
import { EMPTY } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'

export async function openFile(file: File): Promise<void> {
  const reading = await doing(() => piece(() => import('../../exchange/read.ts')))
  if (!reading) return
  const { FileError, MOST_BYTES, readGraph } = reading
  try {
    if (file.size > MOST_BYTES) throw new FileError('whyLarge')
    const { graph, places } = readGraph(file.name, await file.text())
    const { act, set, framing } = useStore.getState()
    act({ ...EMPTY, ...UNATTENDED, graph, places, file: file.name })
    set({ view: 'explore', whole: false, framing: framing + 1 })
  } catch (error) {
    tell(error instanceof FileError ? new FileTrouble(file.name, error.why) : error)
  }
}

/** Files dropped anywhere on the page are opened: left to the browser they would take the page's place. */
export function useDroppedFiles(): void {
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      const file = event.type === 'drop' ? event.dataTransfer.files[0] : undefined
      if (file) void openFile(file)
    }
    addEventListener('dragover', hold)
    addEventListener('drop', hold)
    return () => {
      removeEventListener('dragover', hold)
      removeEventListener('drop', hold)
    }
  }, [])
}
