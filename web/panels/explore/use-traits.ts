import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../requests/api.ts'
import { onceThere } from '../../requests/trouble.ts'
import { isTrait, type Traits } from '../../scene/properties.ts'
import { propertyIn } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'

/** What one request may ask for. */
const MOST = 5_000

/** Districts, industries and stages of what is drawn, where size or colour shows them. */
export function useTraits(): Traits | null {
  const { graph, sizeBy, colourBy, file } = useStore()
  const needed = !file && (isTrait(propertyIn(sizeBy)) || isTrait(propertyIn(colourBy)))
  const ids = useMemo(() => graph.nodes.map(({ id }) => id).slice(0, MOST), [graph.nodes])
  const traits = useQuery({
    queryKey: ['traits', ids],
    queryFn: ({ signal }) => onceThere(() => api.traits(ids), signal),
    enabled: needed && ids.length > 0,
    // a graph that grew keeps the colours that it had until then
    placeholderData: (before) => before,
  })
  return useMemo(() => (traits.data ? new Map(Object.entries(traits.data.traits)) : null), [traits.data])
}
