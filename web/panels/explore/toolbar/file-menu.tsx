import { Download } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef } from 'react'
import type { Stage } from '../../../canvas/stage.ts'
import { doing, tell } from '../../../requests/doing.ts'
import { piece } from '../../../requests/pieces.ts'
import { shareLink } from '../../../requests/share.ts'
import { useStore } from '../../../state/state.ts'
import { say } from '../../../words/words.ts'
import { openFile } from '../open-file.ts'
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
  const { language, file } = useStore()
  const input = useRef<HTMLInputElement>(null)
  const out = async (format: (typeof FORMATS)[number][0]) => {
    const writing = await doing(() => piece(() => import('../../../exchange/export.ts')))
    await writing?.exportAs(format, stage)
  }
  return (
    <>
      <ToolMenu word="files" icon={Download}>
        {!file && (
          <>
            <DropdownMenu.Item className="menu-item" data-testid="share" onSelect={shareLink}>
              {say(language, 'shareLink')}
            </DropdownMenu.Item>
            <DropdownMenu.Separator className="menu-line" />
          </>
        )}
        <DropdownMenu.Label className="menu-label">{say(language, 'exportAs')}</DropdownMenu.Label>
        {FORMATS.map(([format, word]) => (
          <DropdownMenu.Item
            key={format}
            className="menu-item"
            data-testid={`export-${format}`}
            onSelect={() => void out(format).catch(tell)}
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
          if (file) void openFile(file)
        }}
      />
    </>
  )
}
