import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { keysHere } from '../../browser/keys.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { typing } from '../explore/use-keys.ts'
import { firstOf, Hits } from './hits.tsx'
import './find.css'

/** One box for entities, articles, saved queries and actions. */
export function Palette() {
  const { language } = useStore()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [value, setValue] = useState('')
  const [eager, setEager] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLElement>(null)
  const found = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => api.search(text, signal),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k'
      if (!asked && (event.key !== '/' || typing(event.target))) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const data = text.trim() === '' ? undefined : found.data
  // what was chosen in another list is not there any more
  useEffect(() => {
    if (open) setValue(firstOf(text, data))
  }, [open, text, data])
  const stale = text.trim() !== '' && found.isPlaceholderData
  // who types fast and presses Enter means what they typed, not what was listed before
  useEffect(() => {
    if (!eager || stale || !open) return
    const frame = requestAnimationFrame(() => {
      setEager(false)
      box.current?.querySelector<HTMLElement>('[cmdk-item][aria-selected=true]')?.click()
    })
    return () => cancelAnimationFrame(frame)
  }, [eager, stale, open])
  // cmdk says of its list that it is always there
  useEffect(() => input.current?.setAttribute('aria-expanded', String(open)), [open])
  const close = () => {
    setOpen(false)
    input.current?.blur()
  }
  const done = () => {
    setText('')
    close()
    // whoever found it goes on where it opened
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.inspector')?.focus())
  }
  return (
    <search
      ref={box}
      className={`float search${open ? ' open' : ''}`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Command
        shouldFilter={false}
        loop
        value={value}
        onValueChange={setValue}
        label={say(language, 'search')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && stale) {
            event.preventDefault()
            setEager(true)
          }
          if (event.key !== 'Escape') return
          event.stopPropagation()
          if (text === '') close()
          else setText('')
        }}
      >
        <div className="box">
          <Search size={16} aria-hidden="true" />
          <Command.Input
            ref={input}
            data-testid="search-input"
            aria-label={say(language, 'search')}
            placeholder={say(language, 'search')}
            value={text}
            onValueChange={(next) => {
              setText(next)
              setEager(false)
              setOpen(true)
            }}
            onFocus={() => setOpen(true)}
          />
          {open ? (
            <button type="button" className="clear" aria-label={say(language, 'close')} onClick={close}>
              <X size={14} aria-hidden="true" />
            </button>
          ) : (
            <kbd>{keysHere('⌘K')}</kbd>
          )}
        </div>
        <Command.List
          className={stale ? 'hits stale' : 'hits'}
          label={say(language, 'searchShort')}
          hidden={!open}
        >
          {open && (
            <Hits
              text={text}
              found={data}
              pending={found.isFetching}
              error={found.error}
              onRetry={() => void found.refetch()}
              onDone={done}
            />
          )}
        </Command.List>
      </Command>
    </search>
  )
}
