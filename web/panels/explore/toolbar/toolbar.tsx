import { BoxSelect, Globe, Home, LassoSelect, Redo2, SquareMousePointer, Undo2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { GraphResponse } from '../../../../model/api.ts'
import type { Stage } from '../../../canvas/stage.ts'
import { useStore } from '../../../state/state.ts'
import { say } from '../../../words/words.ts'
import { startAgain } from '../following.ts'
import { FileMenu } from './file-menu.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LayoutMenu } from './layout-menu.tsx'
import { LookMenu } from './look-menu.tsx'
import { SelectLayer, type SelectMode } from './select-layer.tsx'
import { Tool } from './tool.tsx'
import { ViewsMenu } from './views-menu.tsx'

/** Everything that is done to the picture as a whole, at its left edge. */
export function Toolbar({ stage, first }: { stage: Stage; first: GraphResponse | undefined }) {
  const { language, past, future, picking, undo, redo, set } = useStore()
  const [mode, setMode] = useState<SelectMode | null>(null)
  // the same at every render: a listener that is taken off and put on again while Esc is under way misses it
  const done = useCallback(() => setMode(null), [])
  // where the stage is left nothing is selected on it
  useEffect(() => () => set({ picking: false }), [set])
  return (
    <>
      <div
        className="float toolbar"
        role="toolbar"
        aria-label={say(language, 'tools')}
        aria-orientation="vertical"
      >
        <Tool word="undo" keys="⌘Z" icon={Undo2} disabled={past.length === 0} onClick={undo} />
        <Tool word="redo" keys="⇧⌘Z" icon={Redo2} disabled={future.length === 0} onClick={redo} />
        <hr />
        <Tool
          word="rectangle"
          icon={BoxSelect}
          pressed={mode === 'rectangle'}
          onClick={() => setMode(mode === 'rectangle' ? null : 'rectangle')}
        />
        <Tool
          word="lasso"
          icon={LassoSelect}
          pressed={mode === 'lasso'}
          onClick={() => setMode(mode === 'lasso' ? null : 'lasso')}
        />
        <Tool
          word="pick"
          icon={SquareMousePointer}
          pressed={picking}
          onClick={() => {
            stage.attend({ hovered: null })
            set({ picking: !picking })
          }}
        />
        <hr />
        <LayoutMenu />
        <LookMenu />
        <hr />
        <ViewsMenu stage={stage} />
        <FileMenu stage={stage} />
        <hr />
        <KeysDialog />
        <Tool
          word="whole"
          icon={Globe}
          onClick={() => set({ whole: true, selected: new Set(), paths: null, compared: [] })}
        />
        <Tool word="startAgain" icon={Home} onClick={() => first && startAgain(first.subgraph)} />
      </div>
      <SelectLayer stage={stage} mode={mode} done={done} />
    </>
  )
}
