import { useState } from 'react'
import type { Evidence } from '../../../model/api.ts'
import { SERVES_LEVELS } from '../../../model/ontology.ts'
import { copyText } from '../../browser/copy.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Marked } from './marked.tsx'

/** Where a sentence can be read: an address to pass on. */
export function addressOf(article: string, sentence: string): string {
  const params = new URLSearchParams({ view: 'read', article, sentence })
  return `${location.origin}${location.pathname}#${params}`
}

/** One sentence with its source: what every line of the graph comes down to. */
export function Sentence({ evidence }: { evidence: Evidence }) {
  const { language, set } = useStore()
  const { article, sentence } = evidence
  return (
    <blockquote className="evidence" data-testid="evidence">
      <p lang="zh-CN">
        <Marked
          text={evidence.text}
          offset={evidence.start}
          marks={evidence.marks}
          cue={evidence.cue ?? null}
        />
      </p>
      <footer>
        {evidence.level && <span className="level">{SERVES_LEVELS[evidence.level][language]}</span>}
        <span title={article.title}>{article.source || article.title}</span>
        <span>{article.date || say(language, 'noDate')}</span>
        <span>{say(language, 'paragraph', { n: evidence.paragraph })}</span>
        <button
          type="button"
          data-testid="open-article"
          onClick={() => set({ view: 'read', article: article.id, sentence, chosen: null })}
        >
          {say(language, 'openArticle')}
        </button>
        <CopyAddress article={article.id} sentence={sentence} />
      </footer>
    </blockquote>
  )
}

export function CopyAddress({ article, sentence }: { article: string; sentence: string }) {
  const language = useStore((s) => s.language)
  const [copied, setCopied] = useState(false)
  return (
    <button
      type="button"
      data-testid="copy-address"
      onClick={() =>
        void copyText(addressOf(article, sentence))
          .then(() => setCopied(true))
          .catch(() => setCopied(false))
      }
    >
      {say(language, copied ? 'copied' : 'copyAddress')}
    </button>
  )
}
