import type { StatusRow } from '../../../model/api.ts'
import { statuses as order, STATUSES } from '../../../model/ontology.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Sentence } from '../evidence/sentence.tsx'
import { Fold } from './fold.tsx'

const when = ({ date, evidence }: StatusRow): string => date || evidence.article.date

/** Oldest first; on one day in the order that stages have. */
export const inTime = (rows: readonly StatusRow[]): StatusRow[] =>
  [...rows].sort((a, b) =>
    when(a) === when(b) ? order.indexOf(a.status) - order.indexOf(b.status) : when(a) < when(b) ? -1 : 1,
  )

/** A project's stages along time, each with the sentence that states it. */
export function Stages({ statuses }: { statuses: readonly StatusRow[] }) {
  const language = useStore((s) => s.language)
  return (
    <section data-testid="stages">
      <h3>{say(language, 'statuses')}</h3>
      <ol className="timeline">
        {inTime(statuses).map((row) => (
          <li key={row.id}>
            <Fold
              line={
                <>
                  <strong>{STATUSES[row.status][language]}</strong>
                  <span className="muted">
                    {when(row) || say(language, 'noDate')}
                    {!row.date && when(row) && ` ${say(language, 'reported')}`}
                  </span>
                </>
              }
            >
              {() => <Sentence evidence={row.evidence} />}
            </Fold>
          </li>
        ))}
      </ol>
    </section>
  )
}
