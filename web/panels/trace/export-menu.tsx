import { Download } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { GapsResponse, TraceResponse } from '../../../model/api.ts'
import { download, fileNameOf } from '../../exchange/download.ts'
import { csvOf, xlsxOf } from '../../exchange/sheet.ts'
import { tell } from '../../requests/doing.ts'
import { PieceError } from '../../requests/pieces.ts'
import { useStore } from '../../state/state.ts'
import { say, type Word } from '../../words/words.ts'
import { type Picture, pngOf, svgOf } from './picture.ts'
import { reportOf } from './report.ts'
import { gapSheets, sheetsOf } from './tables.ts'

interface Format {
  word: Word
  extension: string
  make(): Promise<Blob | string> | Blob | string
  type?: string
}

export function ExportMenu({ trace, picture }: { trace: TraceResponse; picture: Picture }) {
  const { language, theme, lens } = useStore()
  const caption = `${trace.from.name} · ${say(language, 'trace')}`
  const source = `${say(language, 'name')} · ${say(language, 'tracedArticles', { n: trace.articles.length })}`
  return (
    <Menu
      name={fileNameOf(`${trace.from.name}-${say(language, 'trace')}`)}
      formats={[
        {
          word: 'exportSvg',
          extension: 'svg',
          type: 'image/svg+xml',
          make: () => svgOf(picture, caption, source, theme),
        },
        { word: 'exportPng', extension: 'png', make: () => pngOf(picture, caption, source, theme) },
        {
          word: 'exportCsv',
          extension: 'csv',
          type: 'text/csv;charset=utf-8',
          make: () => csvOf(sheetsOf(trace, language)[0]!),
        },
        { word: 'exportXlsx', extension: 'xlsx', make: () => xlsxOf(sheetsOf(trace, language)) },
        // Windows' editor takes text without a mark for GB18030 where it is short
        { word: 'exportReport', extension: 'txt', make: () => `\uFEFF${reportOf(trace, lens)}` },
      ]}
    />
  )
}

export function GapsExport({ gaps }: { gaps: GapsResponse }) {
  const language = useStore((s) => s.language)
  return (
    <Menu
      name={fileNameOf(say(language, 'allGaps'))}
      formats={[
        {
          word: 'exportCsv',
          extension: 'csv',
          type: 'text/csv;charset=utf-8',
          make: () => csvOf(gapSheets(gaps, language)[0]!),
        },
        { word: 'exportXlsx', extension: 'xlsx', make: () => xlsxOf(gapSheets(gaps, language)) },
      ]}
    />
  )
}

function Menu({ name, formats }: { name: string; formats: readonly Format[] }) {
  const language = useStore((s) => s.language)
  const [said, setSaid] = useState('')
  const run = async (format: Format) => {
    const { extension, make, type } = format
    try {
      download(`${name}.${extension}`, await make(), type)
      setSaid(say(language, 'exported', { name: `${name}.${extension}` }))
    } catch (error) {
      if (error instanceof PieceError) return tell(error, () => void run(format))
      setSaid(say(language, 'exportFailed', { why: (error as Error).message }))
    }
  }
  return (
    <>
      <span role="status" className="muted said">
        {said}
      </span>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <button type="button" data-testid="export">
            <Download size={14} aria-hidden="true" /> {say(language, 'exportTrace')}
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="export-menu" align="end" sideOffset={6} collisionPadding={8}>
            {formats.map((format) => (
              <DropdownMenu.Item
                key={format.word}
                data-testid={format.word}
                onSelect={() => void run(format)}
              >
                {say(language, format.word)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </>
  )
}
