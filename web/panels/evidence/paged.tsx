import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Trouble } from '../parts.tsx'
import { Sentence } from './sentence.tsx'

const PAGE = 10

/** Sentences that mention an entity, or that state something between two; newest first, a page at a time. */
export function PagedEvidence({ entity, other, type }: { entity: string; other?: string; type?: string }) {
  const language = useStore((s) => s.language)
  const pages = useInfiniteQuery({
    queryKey: ['evidence', entity, other ?? '', type ?? ''],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      api.evidence(
        entity,
        { ...(other ? { with: other } : {}), ...(type ? { type } : {}), limit: PAGE, offset: pageParam },
        signal,
      ),
    getNextPageParam: (last, all) => {
      const seen = all.reduce((sum, page) => sum + page.evidence.length, 0)
      return seen < last.total && last.evidence.length > 0 ? seen : undefined
    },
  })
  const total = pages.data?.pages[0]?.total
  return (
    <section aria-label={say(language, 'evidence')}>
      <h3>
        {say(language, 'evidence')}
        {total !== undefined && ` · ${say(language, 'found', { n: total })}`}
      </h3>
      {pages.isPending && <p role="status">{say(language, 'loading')}</p>}
      {pages.isError && <Trouble error={pages.error} retry={() => void pages.refetch()} />}
      {total === 0 && <p className="muted">{say(language, 'noEvidence')}</p>}
      {pages.data?.pages.flatMap(({ evidence }) =>
        evidence.map((e) => <Sentence key={e.sentence} evidence={e} />),
      )}
      {pages.hasNextPage && (
        <button
          type="button"
          data-testid="more-evidence"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {say(language, pages.isFetchingNextPage ? 'loading' : 'more')}
        </button>
      )}
    </section>
  )
}
