import {
  CalendarRange,
  Circle,
  CircleDot,
  Columns3,
  type LucideIcon,
  Orbit,
  Ungroup,
  Waypoints,
} from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { LayoutName } from '../../../layouts/layout.ts'
import { useStore } from '../../../state/state.ts'
import { say, type Word } from '../../../words/words.ts'
import { arrangeAll } from '../use-picture.ts'
import { ToolMenu } from './tool-menu.tsx'

const ITEMS: [LayoutName, Word, LucideIcon][] = [
  ['force', 'layoutForce', Waypoints],
  ['layers', 'layoutLayers', Columns3],
  ['time', 'layoutTime', CalendarRange],
  ['circle', 'layoutCircle', Circle],
  ['pack', 'layoutPack', CircleDot],
  ['untangle', 'layoutUntangle', Ungroup],
]

export function LayoutMenu() {
  const { language, layout } = useStore()
  const [running, setRunning] = useState<AbortController | null>(null)
  const run = (name: LayoutName) => {
    running?.abort()
    const control = new AbortController()
    setRunning(control)
    void arrangeAll(name, control.signal)
      .catch(() => {})
      .finally(() => setRunning((now) => (now === control ? null : now)))
  }
  return (
    <>
      <ToolMenu word="layoutMenu" icon={Orbit}>
        <DropdownMenu.Label className="menu-label">{say(language, 'layoutMenu')}</DropdownMenu.Label>
        {ITEMS.map(([name, word, Icon]) => (
          <DropdownMenu.CheckboxItem
            key={name}
            className="menu-item"
            data-testid={`layout-${name}`}
            checked={layout === name}
            onSelect={() => run(name)}
          >
            <Icon size={16} aria-hidden="true" /> {say(language, word)}
          </DropdownMenu.CheckboxItem>
        ))}
      </ToolMenu>
      {running && (
        <div className="float working" role="status" data-testid="arranging">
          {say(language, 'arranging')}
          <button type="button" onClick={() => running.abort()}>
            {say(language, 'cancel')}
          </button>
        </div>
      )}
    </>
  )
}
