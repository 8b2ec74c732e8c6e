import { useQuery } from '@tanstack/react-query'
import { api } from '../requests/api.ts'
import { useStore } from '../state/state.ts'
import { say } from '../words/words.ts'
import { Trouble } from './parts.tsx'

export function Preferences() {
  const { language, theme, set } = useStore()
  return (
    <div className="page">
      <div className="field">
        <strong>{say(language, 'language')}</strong>
        <div>
          <button
            type="button"
            data-testid="zh"
            aria-pressed={language === 'zh'}
            className={language === 'zh' ? 'primary' : ''}
            onClick={() => set({ language: 'zh' })}
          >
            中文
          </button>
          <button
            type="button"
            data-testid="en"
            aria-pressed={language === 'en'}
            className={language === 'en' ? 'primary' : ''}
            onClick={() => set({ language: 'en' })}
          >
            English
          </button>
        </div>
      </div>
      <div className="field">
        <strong>{say(language, 'theme')}</strong>
        <div>
          <button
            type="button"
            data-testid="light"
            aria-pressed={theme === 'light'}
            className={theme === 'light' ? 'primary' : ''}
            onClick={() => set({ theme: 'light' })}
          >
            {say(language, 'light')}
          </button>
          <button
            type="button"
            data-testid="dark"
            aria-pressed={theme === 'dark'}
            className={theme === 'dark' ? 'primary' : ''}
            onClick={() => set({ theme: 'dark' })}
          >
            {say(language, 'dark')}
          </button>
        </div>
      </div>
      <div className="field">
        <strong>{say(language, 'guide')}</strong>
        <div>
          <button type="button" data-testid="guide-again" onClick={() => set({ guide: 0 })}>
            {say(language, 'guideAgain')}
          </button>
        </div>
      </div>
      <About />
      <OwnArticles />
    </div>
  )
}

/** Which program this is, and on which graph. */
function About() {
  const language = useStore((s) => s.language)
  const status = useQuery({ queryKey: ['status'], queryFn: api.status })
  return (
    <section className="field" data-testid="about">
      <strong>{say(language, 'hereIs')}</strong>
      {status.isError && <Trouble error={status.error} retry={() => void status.refetch()} />}
      {status.data && (
        <span>
          {say(language, 'hereGraph', {
            ...status.data,
            store: say(language, status.data.store === 'neo4j' ? 'storeNeo4j' : 'storeEmbedded'),
          })}
        </span>
      )}
      {status.data && (
        <span className="muted">{say(language, 'hereVersion', { version: status.data.version })}</span>
      )}
    </section>
  )
}

/** How articles come in: this page only reads. */
function OwnArticles() {
  const language = useStore((s) => s.language)
  const { data } = useQuery({ queryKey: ['status'], queryFn: api.status })
  if (!data) return null
  return (
    <section className="field" data-testid="own-articles">
      <strong>{say(language, 'ownArticles')}</strong>
      <span>
        {say(language, data.store === 'neo4j' ? 'ownArticlesRun' : 'ownArticlesStop')}{' '}
        <code>{say(language, 'ownArticlesLine')}</code>
      </span>
      <span className="muted">{say(language, 'ownArticlesKinds')}</span>
    </section>
  )
}
