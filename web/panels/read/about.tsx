import type { ArticleDetail, ArticlePrinting } from '../../../model/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'

/** Publishers named before the list is opened. */
const NAMED = 4

/** Where else an article was printed: one line, and every printing behind it. */
export function Printings({ article }: { article: ArticleDetail }) {
  const language = useStore((s) => s.language)
  const { printings, source } = article
  if (printings.length === 0) return null
  const others = [...new Set(printings.map((own) => own.source))].filter((name) => name && name !== source)
  const names = others.slice(0, NAMED).join('、') + (others.length > NAMED ? '…' : '')
  return (
    <details className="aside about" data-testid="printings">
      <summary>
        {others.length > 0 ? say(language, 'alsoIn', { names }) : say(language, 'alsoFiles')}
        {' · '}
        {say(language, 'printings', { n: printings.length })}
      </summary>
      <ul>
        {printings.map((own) => (
          <Printing key={own.file} printing={own} title={article.title} />
        ))}
      </ul>
    </details>
  )
}

function Printing({ printing: own, title }: { printing: ArticlePrinting; title: string }) {
  const language = useStore((s) => s.language)
  return (
    <li data-testid="printing">
      {[own.source, own.date || say(language, 'noDate'), own.title !== title && own.title]
        .filter(Boolean)
        .join(' · ')}
      {' · '}
      {/^https?:\/\//.test(own.url) ? (
        <a href={own.url} target="_blank" rel="noreferrer noopener">
          {say(language, 'webPage')}
        </a>
      ) : (
        <span className="muted">{own.file}</span>
      )}
    </li>
  )
}

/** What stood round the article on its page. */
export function Frame({ lines }: { lines: readonly string[] }) {
  const language = useStore((s) => s.language)
  if (lines.length === 0) return null
  return (
    <details className="aside about" data-testid="frame">
      <summary>
        {say(language, 'restOfPage')} · {say(language, 'notRead')}
      </summary>
      <p>{lines.join('\n')}</p>
    </details>
  )
}
