import { Download } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef, useState } from 'react'
import type { Stage } from '../../../canvas/stage.ts'
import { doing } from '../../../requests/doing.ts'
import { piece } from '../../../requests/pieces.ts'
import { UNATTENDED } from '../../../state/attended.ts'
import { EMPTY } from '../../../state/picture.ts'
import { useStore } from '../../../state/state.ts'
import { say } from '../../../words/words.ts'
import { ToolMenu } from './tool-menu.tsx'

const FORMATS = [
  ['png', 'exportPng'],
  ['svg', 'exportSvg'],
  ['csv', 'exportTables'],
  ['gexf', 'exportGexf'],
  ['graphml', 'exportGraphml'],
  ['json', 'exportJson'],
] as const

/** Out as a picture, a table or a graph file; in from a graph file. */
export function FileMenu({ stage }: { stage: Stage }) {
  const { language, act, set, framing } = useStore()
  const input = useRef<HTMLInputElement>(null)
  const [note, setNote] = useState('')
  const out = async (format: (typeof FORMATS)[number][0]) => {
    const writing = await doing(() => piece(() => import('../../../exchange/export.ts')))
    await writing?.exportAs(format, stage)
  }
  const read = async (file: File) => {
    const reading = await doing(() => piece(() => import('../../../exchange/read.ts')))
    if (!reading) return
    const { FileError, MOST_BYTES, readGraph } = reading
    try {
      if (file.size > MOST_BYTES) throw new FileError('whyLarge')
      const { graph, places } = readGraph(file.name, await file.text())
      act({ ...EMPTY, ...UNATTENDED, graph, places, file: file.name })
      set({ framing: framing + 1 })
      setNote('')
    } catch (error) {
      const why = error instanceof FileError ? say(language, error.why) : String(error)
      setNote(say(language, 'badFile', { name: file.name, why }))
    }
  }
  return (
    <>
      <ToolMenu word="files" icon={Download}>
        <DropdownMenu.Label className="menu-label">{say(language, 'exportAs')}</DropdownMenu.Label>
        {FORMATS.map(([format, word]) => (
          <DropdownMenu.Item
            key={format}
            className="menu-item"
            data-testid={`export-${format}`}
            onSelect={() => void out(format).catch((e: unknown) => setNote(String(e)))}
          >
            {say(language, word)}
          </DropdownMenu.Item>
        ))}
        <DropdownMenu.Separator className="menu-line" />
        <DropdownMenu.Item className="menu-item" data-testid="import" onSelect={() => input.current?.click()}>
          {say(language, 'importFile')}
        </DropdownMenu.Item>
      </ToolMenu>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="import-input"
        accept=".gexf,.graphml,.xml,.json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void read(file)
        }}
      />
      {note && (
        <div className="float working undone" role="alert" data-testid="file-note">
          {note}
          <button type="button" className="plain" onClick={() => setNote('')}>
            {say(language, 'close')}
          </button>
        </div>
      )}
    </>
  )
}
