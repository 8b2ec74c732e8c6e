import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { say } from '../../words/words.ts'
import { collapse, expand, remainsOf, togglePins } from './following.ts'
import type { NodeMenuAt } from './use-stage.ts'

/** What can be done with a node: opened by the right button or the menu key. */
export function NodeMenu({ at, close }: { at: NodeMenuAt; close: () => void }) {
  const { language, pinned, hide, set } = useStore()
  const { id } = at
  const entity = useQuery({ queryKey: ['entity', id], queryFn: () => api.entity(id), retry: false })
  const rows = entity.data ? remainsOf(entity.data.relationCounts, id) : []
  return (
    <DropdownMenu.Root open onOpenChange={(open) => !open && close()} modal={false}>
      <DropdownMenu.Trigger
        className="menu-anchor"
        style={{ left: at.x, top: at.y }}
        aria-label={entity.data?.name ?? id}
        tabIndex={-1}
      />
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          side="right"
          align="start"
          collisionPadding={8}
          data-testid="node-menu"
        >
          {entity.data && <DropdownMenu.Label className="menu-title">{entity.data.name}</DropdownMenu.Label>}
          <Item word={`${say(language, 'expand')}`} keys="E" run={() => void expand(id)} />
          {rows.length > 0 && (
            <DropdownMenu.Label className="menu-label">{say(language, 'expandBy')}</DropdownMenu.Label>
          )}
          {rows.map(({ type, direction, remains, count }) => {
            const Arrow = direction === 'out' ? ArrowRight : ArrowLeft
            return (
              <DropdownMenu.Item
                key={type + direction}
                className="menu-item"
                data-testid={`expand-${type}-${direction}`}
                disabled={remains === 0}
                onSelect={() => void expand(id, { type, direction })}
              >
                <Arrow
                  size={14}
                  role="img"
                  aria-label={say(language, direction === 'out' ? 'fromIt' : 'toIt')}
                />{' '}
                {edgeWord(type, '', language)}
                <small className="badge">
                  {remains > 0 ? say(language, 'remains', { n: remains }) : count}
                </small>
              </DropdownMenu.Item>
            )
          })}
          <DropdownMenu.Separator className="menu-line" />
          <Item word={say(language, 'collapse')} run={() => collapse(id)} />
          <Item
            word={say(language, pinned.has(id) ? 'unpin' : 'pin')}
            keys="P"
            run={() => togglePins([id])}
          />
          <Item word={say(language, 'hide')} keys="H" run={() => hide(id)} />
          <Item
            word={say(language, entity.data?.type === 'Strategy' ? 'traceWho' : 'traceThis')}
            keys="T"
            run={() => set({ view: 'trace', traced: id })}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Item({ word, keys, run }: { word: string; keys?: string; run: () => void }) {
  return (
    <DropdownMenu.Item className="menu-item" onSelect={run}>
      {word} {keys && <kbd>{keys}</kbd>}
    </DropdownMenu.Item>
  )
}
