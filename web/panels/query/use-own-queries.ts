import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { OwnQuery } from '../../../model/api.ts'
import { api } from '../../requests/api.ts'

/** Where browsers kept them before the server did. */
const KEY = 'queries'

function inBrowser(): OwnQuery[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept)
      ? kept.filter((q): q is OwnQuery => typeof q?.name === 'string' && typeof q?.text === 'string')
      : []
  } catch {
    // what another program wrote there is none of ours
    return []
  }
}

/** Queries that users saved, on the server for everyone who opens it; what this browser still keeps moves there. */
export function useOwnQueries() {
  const client = useQueryClient()
  const changed = () => client.invalidateQueries({ queryKey: ['own-queries'] })
  const own = useQuery({ queryKey: ['own-queries'], queryFn: api.ownQueries, staleTime: 0 })
  const save = useMutation({ mutationFn: api.saveOwnQuery, onSettled: changed })
  const remove = useMutation({ mutationFn: api.removeOwnQuery, onSettled: changed })
  useEffect(() => {
    const there = own.data
    const left = inBrowser()
    if (!there || left.length === 0) return
    // one of the same name on the server is someone's newer one
    const missing = left.filter(({ name }) => name.trim() && !there.some((query) => query.name === name))
    Promise.all(missing.map(api.saveOwnQuery))
      .then(() => {
        localStorage.removeItem(KEY)
        void client.invalidateQueries({ queryKey: ['own-queries'] })
      })
      // they stay here until the server takes them
      .catch(() => {})
  }, [own.data, client])
  return { own, save, remove }
}
