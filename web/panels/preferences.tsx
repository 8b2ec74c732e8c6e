import { useStore } from '../state.ts'
import { say } from '../words.ts'

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
    </div>
  )
}
