import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useStore } from '../state.ts'
import { say } from '../words.ts'
import { Marked, Trouble } from './parts.tsx'

export function Reader() {
  const article = useStore((s) => s.article)
  return article ? <Article key={article} id={article} /> : <Articles />
}

function Articles() {
  const { language, set } = useStore()
  const list = useQuery({ queryKey: ['articles'], queryFn: () => api.articles() })
  if (list.isPending)
    return (
      <div className="notice" role="status">
        {say(language, 'loading')}
      </div>
    )
  if (list.isError)
    return (
      <div className="page">
        <Trouble error={list.error} retry={() => void list.refetch()} />
      </div>
    )
  if (list.data.total === 0) return <div className="notice">{say(language, 'empty')}</div>
  return (
    <div className="page">
      <ul className="list">
        {list.data.articles.map((a) => (
          <li key={a.id}>
            <button type="button" data-testid="article" onClick={() => set({ article: a.id })}>
              {a.title}
              <div className="muted">
                {[a.source, a.date || say(language, 'noDate')].filter(Boolean).join(' · ')}
              </div>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Article({ id }: { id: string }) {
  const { language, set } = useStore()
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['article', id],
    queryFn: () => api.article(id),
  })
  if (isPending)
    return (
      <div className="notice" role="status">
        {say(language, 'loading')}
      </div>
    )
  if (isError)
    return (
      <div className="page">
        <Trouble error={error} retry={() => void refetch()} />
      </div>
    )
  let start = 0
  const lines = data.text.split('\n').map((text) => {
    const line = { text, start }
    start += text.length + 1
    return line
  })
  return (
    <div className="page">
      <div className="page-head">
        <button type="button" onClick={() => set({ article: '' })}>
          {say(language, 'back')}
        </button>
      </div>
      <article className="reader" data-testid="reader">
        <h2>{data.title}</h2>
        <p className="aside">{[data.source, data.date].filter(Boolean).join(' · ')}</p>
        {lines
          .filter(({ text }) => text.trim() !== '' && text.trim() !== data.title)
          .map((line) => {
            const aside = data.asides.some(
              (a) => a.start <= line.start && a.end >= line.start + line.text.length,
            )
            const marks = data.mentions.filter(
              (m) => m.start >= line.start && m.end <= line.start + line.text.length,
            )
            return (
              <p key={line.start} className={aside ? 'aside' : ''}>
                <Marked
                  text={line.text}
                  offset={line.start}
                  marks={marks}
                  onPick={(entity) => set({ chosen: { kind: 'node', id: entity } })}
                />
              </p>
            )
          })}
      </article>
    </div>
  )
}
