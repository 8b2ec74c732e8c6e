import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useKept, useScrolled } from '../../browser/kept.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Trouble } from '../parts.tsx'
import { Waiting } from '../waiting.tsx'

const PAGE = 50

/** All articles, newest first, found by title, publisher and year. */
export function ArticleList() {
  const { language, set } = useStore()
  const [q, setQ] = useKept('articles/q')
  const [source, setSource] = useKept('articles/source')
  const [year, setYear] = useKept('articles/year')
  const scrolled = useScrolled(`articles ${q} ${source} ${year}`)
  const asked = useDeferredValue(q.trim())
  const list = useInfiniteQuery({
    queryKey: ['articles', asked, source, year],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      api.articles({ q: asked, source, year, limit: PAGE, offset: pageParam }, signal),
    getNextPageParam: (last, all) => {
      const seen = all.reduce((sum, page) => sum + page.articles.length, 0)
      return seen < last.total && last.articles.length > 0 ? seen : undefined
    },
    placeholderData: keepPreviousData,
  })
  if (list.isPending) return <Waiting />
  if (list.isError)
    return (
      <div className="page">
        <Trouble error={list.error} retry={() => void list.refetch()} />
      </div>
    )
  const [first] = list.data.pages
  const { total, sources, years } = first!
  const filtered = asked !== '' || source !== '' || year !== ''
  if (total === 0 && !filtered) return <div className="notice">{say(language, 'empty')}</div>
  return (
    <div className="page articles" ref={scrolled}>
      <div className="lens">
        <input
          type="search"
          className="find"
          data-testid="article-search"
          aria-label={say(language, 'searchArticles')}
          placeholder={say(language, 'searchArticles')}
          value={q}
          onChange={(e) => setQ(e.target.value)}
        />
        <Pick
          word="publisher"
          any="anyPublisher"
          value={source}
          options={sources.map((own) => [own.source, own.count])}
          onChange={setSource}
        />
        <Pick
          word="year"
          any="anyYear"
          value={year}
          options={years.map((own) => [own.year, own.count])}
          onChange={setYear}
        />
        <span className="muted" role="status" data-testid="article-total">
          {say(language, 'articleCount', { n: total })}
        </span>
      </div>
      {total === 0 && <p className="muted">{say(language, 'noArticles')}</p>}
      <ul className="list">
        {list.data.pages.flatMap(({ articles }) =>
          articles.map((a) => (
            <li key={a.id}>
              <button
                type="button"
                data-testid="article"
                onClick={() => set({ article: a.id, sentence: '' })}
              >
                <span lang="zh-CN">{a.title}</span>
                <span className="muted">
                  {[
                    a.source,
                    a.date || say(language, 'noDate'),
                    say(language, 'entityCount', { n: a.entityCount }),
                    a.alsoIn.length > 0 && say(language, 'alsoIn', { names: a.alsoIn.join('、') }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          )),
        )}
      </ul>
      {list.hasNextPage && (
        <button type="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say(language, list.isFetchingNextPage ? 'loading' : 'more')}
        </button>
      )}
    </div>
  )
}

function Pick({
  word,
  any,
  value,
  options,
  onChange,
}: {
  word: 'publisher' | 'year'
  any: 'anyPublisher' | 'anyYear'
  value: string
  options: [value: string, count: number][]
  onChange(value: string): void
}) {
  const language = useStore((s) => s.language)
  return (
    <div className={`choice${value ? ' set' : ''}`}>
      <select
        aria-label={say(language, word)}
        data-testid={`pick-${word}`}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      >
        <option value="">{say(language, any)}</option>
        {options.map(([own, count]) => (
          <option key={own} value={own}>
            {own} {count}
          </option>
        ))}
      </select>
    </div>
  )
}
