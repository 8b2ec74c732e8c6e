import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import type { Stage } from '../../../canvas/stage.ts'
import { api } from '../../../requests/api.ts'
import { doing } from '../../../requests/doing.ts'
import { useStore } from '../../../state/state.ts'
import { say } from '../../../words/words.ts'
import { Trouble } from '../../parts.tsx'
import { Tool } from './tool.tsx'
import { openView, viewOf } from './views.ts'

/** Pictures under a name, kept on the server for everyone who opens it. */
export function ViewsMenu({ stage }: { stage: Stage }) {
  const { language, file } = useStore()
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Tool word="views" icon={Bookmark} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu views"
          side="right"
          align="start"
          sideOffset={8}
          aria-label={say(language, 'views')}
          data-testid="views"
        >
          {!file && <SaveView stage={stage} />}
          <ViewList opened={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function SaveView({ stage }: { stage: Stage }) {
  const language = useStore((s) => s.language)
  const [name, setName] = useState('')
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () => api.saveView(viewOf(name.trim(), stage.view.camera)),
    onSuccess: () => {
      setName('')
      void client.invalidateQueries({ queryKey: ['views'] })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) save.mutate()
      }}
    >
      <input
        value={name}
        maxLength={80}
        data-testid="view-name"
        aria-label={say(language, 'viewName')}
        placeholder={say(language, 'viewName')}
        onChange={(event) => setName(event.target.value)}
      />
      <button
        type="submit"
        className="primary"
        data-testid="save-view"
        disabled={!name.trim() || save.isPending}
      >
        {say(language, 'saveView')}
      </button>
      {save.isError && <Trouble error={save.error} />}
    </form>
  )
}

function ViewList({ opened }: { opened: () => void }) {
  const language = useStore((s) => s.language)
  const client = useQueryClient()
  const views = useQuery({ queryKey: ['views'], queryFn: api.views, staleTime: 0 })
  const remove = useMutation({
    mutationFn: api.removeView,
    onSettled: () => client.invalidateQueries({ queryKey: ['views'] }),
  })
  if (views.isPending) return <p role="status">{say(language, 'loading')}</p>
  if (views.isError) return <Trouble error={views.error} retry={() => void views.refetch()} />
  if (views.data.length === 0) return <p className="muted">{say(language, 'noViews')}</p>
  return (
    <ul>
      {views.data.map((view) => (
        <li key={view.name}>
          <button
            type="button"
            className="menu-item"
            data-testid="view"
            onClick={() => {
              void doing((signal) => openView(view, signal))
              opened()
            }}
          >
            {view.name}{' '}
            <small className="badge">{say(language, 'viewNodes', { n: view.nodes.length })}</small>
          </button>
          <button
            type="button"
            className="more"
            aria-label={say(language, 'removeView', { name: view.name })}
            onClick={() => remove.mutate(view.name)}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
