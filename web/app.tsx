import { BookOpen, Compass, type LucideIcon, Route, Settings2, SquareTerminal } from 'lucide-react'
import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { useNarrow } from './browser/narrow.ts'
import { Boundary } from './panels/boundary.tsx'
import { DoingNote } from './panels/doing.tsx'
import { Explore } from './panels/explore/explore.tsx'
import { FilePage } from './panels/explore/file-page.tsx'
import { useDroppedFiles } from './panels/explore/open-file.ts'
import { typing, undoByKey } from './panels/explore/use-keys.ts'
import { Palette } from './panels/find/palette.tsx'
import { Guide, isFirstVisit } from './panels/guide/guide.tsx'
import { Inspector } from './panels/inspector/inspector.tsx'
import { PictureTimeline } from './panels/time/timeline.tsx'
import { piece } from './requests/pieces.ts'
import { VIEWS, type View } from './state/address.ts'
import { isComparing } from './state/comparing.ts'
import { type State, useStore } from './state/state.ts'
import { say } from './words/words.ts'

/** A view that loads when it is wanted. */
const view = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => piece(load).then((loaded) => ({ default: loaded[name] })))

const ComparisonPanel = view(() => import('./panels/compare/comparison-panel.tsx'), 'ComparisonPanel')
const Springs = view(() => import('./panels/phone/springs.tsx'), 'Springs')
const Trace = view(() => import('./panels/trace/trace.tsx'), 'Trace')
const WholeGraph = view(() => import('./panels/whole/whole.tsx'), 'WholeGraph')
const Reader = view(() => import('./panels/read/reader.tsx'), 'Reader')
const Console = view(() => import('./panels/query/console.tsx'), 'Console')
const Preferences = view(() => import('./panels/preferences.tsx'), 'Preferences')

const ICONS: Record<View, LucideIcon> = {
  explore: Compass,
  trace: Route,
  read: BookOpen,
  query: SquareTerminal,
  settings: Settings2,
}
/** Esc ends one thing at a time: selecting one by one, what is chosen, then what is new, the comparison, the path, the selection. */
function stepBack(): Partial<State> {
  const { picking, chosen, sinceOpen, compared, paths } = useStore.getState()
  if (picking) return { picking: false }
  if (chosen) return { chosen: null }
  if (sinceOpen) return { sinceOpen: false }
  if (compared.length > 0) return { compared: [] }
  return paths ? { paths: null } : { selected: new Set() }
}

// before the address is written for the first time
if (isFirstVisit()) useStore.getState().set({ guide: 0 })

export function App() {
  const { view, language, chosen, compared, file, whole, set } = useStore()
  const narrow = useNarrow()
  const comparing = isComparing(useStore())
  useDroppedFiles()
  const canvas = view === 'explore' && (!narrow || file !== '')
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // a list has letters of its own, but nothing to undo
      if (!typing(event.target) || event.target instanceof HTMLSelectElement) undoByKey(event)
      if (typing(event.target)) return
      if (event.metaKey || event.ctrlKey || event.altKey) return
      const at = Number(event.key) - 1
      const next = VIEWS[at]
      if (next) set({ view: next })
      if (event.key === 'Escape') set(stepBack())
      if (event.key.toLowerCase() === 't' && chosen?.kind === 'node')
        set({ view: 'trace', traced: chosen.id })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [set, chosen])
  return (
    <div className={`app${chosen || comparing ? ' with-inspector' : ''}`}>
      <nav className="rail" aria-label={say(language, 'name')}>
        <span className="mark" aria-hidden="true">
          泉脉
        </span>
        {VIEWS.map((item) => {
          const Icon = ICONS[item]
          return (
            <span key={item} style={{ display: 'contents' }}>
              {item === 'settings' && <span className="spacer" />}
              <button
                type="button"
                data-testid={`rail-${item}`}
                aria-current={view === item ? 'page' : undefined}
                // a sheet that covers the screen would cover what was asked for
                onClick={() => set({ view: item, ...(narrow ? { chosen: null } : {}) })}
              >
                <Icon size={20} strokeWidth={1.6} aria-hidden="true" />
                {say(language, item)}
              </button>
            </span>
          )
        })}
      </nav>
      <main className="main">
        <h1 style={{ position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1 }}>
          {say(language, 'name')} · {say(language, view)}
        </h1>
        <Palette />
        <DoingNote />
        <Boundary key={`${view} ${whole}`}>
          {canvas && !whole && <Explore />}
          {canvas && !whole && !file && <PictureTimeline />}
          <Suspense fallback={<div className="notice">{say(language, 'loading')}</div>}>
            {canvas && whole && <WholeGraph />}
            {view === 'explore' && !canvas && <Springs />}
            {view === 'trace' && <Trace />}
            {view === 'read' && <Reader />}
            {view === 'query' && <Console />}
            {view === 'settings' && <Preferences />}
          </Suspense>
        </Boundary>
        <Boundary key={chosen ? JSON.stringify(chosen) : 'nothing'}>
          {chosen && (file ? <FilePage /> : <Inspector />)}
        </Boundary>
        <Boundary key={compared.join()}>
          <Suspense fallback={null}>{comparing && <ComparisonPanel />}</Suspense>
        </Boundary>
      </main>
      <Guide />
    </div>
  )
}
