import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleDetail } from '../../../model/api.ts'
import type { EntityType } from '../../../model/ontology.ts'
import { useScrolled } from '../../browser/kept.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { CopyAddress } from '../evidence/sentence.tsx'
import { Trouble } from '../parts.tsx'
import { Waiting } from '../waiting.tsx'
import { Frame, Printings } from './about.tsx'
import { ArticleText } from './article-text.tsx'
import { EntityIndex } from './entity-index.tsx'
import { HoverCard } from './hover-card.tsx'
import { MarginMap } from './margin-map.tsx'
import { entitiesIn, paragraphsOf } from './paragraphs.ts'

export function ArticlePage({ id }: { id: string }) {
  const { language, set } = useStore()
  const article = useQuery({ queryKey: ['article', id], queryFn: () => api.article(id) })
  if (article.isPending) return <Waiting />
  if (article.isError)
    return (
      <div className="page">
        <Trouble error={article.error} retry={() => void article.refetch()} />
        <p>
          <button type="button" onClick={() => set({ article: '', sentence: '' })}>
            {say(language, 'allArticles')}
          </button>
        </p>
      </div>
    )
  return <Reading article={article.data} />
}

function Reading({ article }: { article: ArticleDetail }) {
  const { language, sentence, chosen, set } = useStore()
  const [hidden, setHidden] = useState<ReadonlySet<EntityType>>(new Set())
  const body = useRef<HTMLDivElement>(null)
  const scrolled = useScrolled(`article ${article.id}`)
  const paragraphs = useMemo(() => paragraphsOf(article), [article])
  const entities = useMemo(() => entitiesIn(article.mentions), [article])
  const here = chosen?.kind === 'node' ? chosen.id : ''

  useEffect(() => {
    if (!sentence) return
    body.current
      ?.querySelector(`[data-sentence="${CSS.escape(sentence)}"]`)
      ?.scrollIntoView({ block: 'center' })
  }, [sentence])

  const jump = (start: number) =>
    body.current
      ?.querySelector<HTMLElement>(`[data-start="${start}"]`)
      ?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  return (
    <div className="page reading" ref={scrolled}>
      <div className="reading-top">
        <button
          type="button"
          className="quiet"
          data-testid="all-articles"
          onClick={() => set({ article: '', sentence: '' })}
        >
          <ArrowLeft size={14} aria-hidden="true" /> {say(language, 'allArticles')}
        </button>
        {sentence && (
          <span className="muted sentence-tools" data-testid="sentence-tools">
            {say(language, 'shareSentence')} <CopyAddress article={article.id} sentence={sentence} />
          </span>
        )}
      </div>
      <div className="reading-columns">
        <article className="reader" data-testid="reader" lang="zh-CN" ref={body}>
          <h2>{article.title}</h2>
          <Byline article={article} />
          <Printings article={article} />
          <ArticleText
            article={article}
            paragraphs={paragraphs}
            hidden={hidden}
            chosen={here}
            sentence={sentence}
            onEntity={(entity) => set({ chosen: { kind: 'node', id: entity } })}
            onSentence={(own) => set({ sentence: own === sentence ? '' : own })}
          />
          <Frame lines={article.frame} />
        </article>
        <MarginMap
          length={article.text.length}
          mentions={article.mentions}
          hidden={hidden}
          chosen={here}
          onJump={jump}
        />
        <EntityIndex
          entities={entities}
          hidden={hidden}
          onHide={setHidden}
          chosen={here}
          onJump={jump}
          onEntity={(entity) => set({ chosen: { kind: 'node', id: entity } })}
        />
      </div>
      <HoverCard within={body} entities={entities} />
    </div>
  )
}

function Byline({ article: { source, date, authors, editors, url } }: { article: ArticleDetail }) {
  const language = useStore((s) => s.language)
  const web = /^https?:\/\//.test(url)
  return (
    <p className="aside">
      {[
        source,
        date || say(language, 'noDate'),
        authors.length > 0 && `${say(language, 'author')} ${authors.join('、')}`,
        editors.length > 0 && `${say(language, 'editor')} ${editors.join('、')}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      {web && (
        <>
          {' · '}
          <a href={url} target="_blank" rel="noreferrer noopener">
            {say(language, 'webPage')}
          </a>
        </>
      )}
    </p>
  )
}
