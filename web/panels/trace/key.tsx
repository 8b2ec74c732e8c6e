import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { keyRows } from './drawing.ts'

/** What the lines and stones mean. */
export function Key() {
  const { language, theme } = useStore()
  const rows = keyRows(theme, language)
  return (
    <ul className="trace-key" aria-label={say(language, 'ribbonKey')}>
      {rows.map(({ name, colour, dash }) => (
        <li key={name}>
          <svg width="40" height="8" aria-hidden="true">
            <line
              x1="2"
              x2="38"
              y1="4"
              y2="4"
              stroke={colour}
              strokeWidth="3"
              strokeDasharray={dash.join(' ')}
              strokeLinecap={dash[0] && dash[0] < 2 ? 'round' : 'butt'}
            />
          </svg>
          {name}
        </li>
      ))}
      <li>
        <span className="stone-key" aria-hidden="true">
          2
        </span>
        {say(language, 'stoneKey')}
      </li>
    </ul>
  )
}
