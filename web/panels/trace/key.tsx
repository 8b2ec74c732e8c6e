import { SERVES, SERVES_LEVELS, servesLevels } from '../../../model/ontology.ts'
import { useStore } from '../../state.ts'
import { say } from '../../words.ts'
import { COLOURS, DASHES } from './drawing.ts'

/** What the lines and stones mean. */
export function Key() {
  const { language, theme } = useStore()
  const rows = [
    ...servesLevels.map((level) => ({
      name: `${SERVES[language]} · ${SERVES_LEVELS[level][language]}`,
      colour: SERVES.colour[theme],
      dash: DASHES[SERVES_LEVELS[level].line]!.join(' '),
      key: level as string,
    })),
    { name: say(language, 'otherRelation'), colour: COLOURS[theme].muted, dash: '', key: 'other' },
  ]
  return (
    <ul className="trace-key" aria-label={say(language, 'ribbonKey')}>
      {rows.map(({ key, name, colour, dash }) => (
        <li key={key}>
          <svg width="40" height="8" aria-hidden="true">
            <line
              x1="2"
              x2="38"
              y1="4"
              y2="4"
              stroke={colour}
              strokeWidth="3"
              strokeDasharray={dash}
              strokeLinecap={key === 'section' ? 'round' : 'butt'}
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
