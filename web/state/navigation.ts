/** Keeps the address at what is seen, and what is seen at the address: back and forward work. */
import { addressOf, stateFrom } from './address.ts'
import type { Attended } from './attended.ts'
import { pictureOf } from './history.ts'
import type { Picture } from './picture.ts'
import { useStore } from './state.ts'

type Kept = Picture & Pick<Attended, 'selected' | 'paths' | 'compared'>

/** Pictures by the browser's entries: back brings one as it was, places and all. */
const pictures = new Map<number, Kept>()
let entry = 0
let lastStep = ''
let lastHash = ''
let going = false

export function startNavigation(): void {
  const state = useStore.getState()
  const { hash, step } = addressOf(state)
  lastStep = step
  lastHash = hash
  // a page that is loaded anew goes on counting: entries behind it are other pictures than those to come
  entry = entryOf(history.state) ?? 0
  history.replaceState({ entry }, '', hash)
  useStore.subscribe(follow)
  window.addEventListener('popstate', (event) => arrive(entryOf(event.state) ?? -1))
}

const entryOf = (state: unknown): number | undefined => (state as { entry?: number } | null)?.entry

type Store = ReturnType<typeof useStore.getState>

function follow(state: Store, before: Store): void {
  if (going) return
  const { hash, step } = addressOf(state)
  // what comes in as part of the step before is no place to go back to: it would only come in again
  const goesOn = state.graph !== before.graph && state.past === before.past
  if (step !== lastStep && !goesOn) {
    entry++
    history.pushState({ entry }, '', hash)
  } else if (hash !== lastHash) history.replaceState({ entry }, '', hash)
  // after the push: the entry that is left keeps the picture that it had
  const { selected, paths, compared } = state
  if (state.graph.nodes.length > 0) pictures.set(entry, { ...pictureOf(state), selected, paths, compared })
  lastStep = step
  lastHash = hash
}

function arrive(at: number): void {
  const { camera: _, ...seen } = stateFrom(location.hash)
  const picture = pictures.get(at)
  const { set, act } = useStore.getState()
  going = true
  entry = at >= 0 ? at : entry
  const { layout, sizeBy, colourBy, hiddenTypes, hiddenRelations, wanted, ...others } = seen
  const { chosen, traced, selected, paths, compared, ...rest } = others
  const attended = { chosen: chosen!, traced: traced! }
  // a picture that is known comes back as it was; one that is not is asked for again
  if (picture) act({ ...attended, ...picture })
  else
    act({
      ...attended,
      selected: selected!,
      paths: paths!,
      compared: compared!,
      layout: layout!,
      sizeBy: sizeBy!,
      colourBy: colourBy!,
      hiddenTypes: hiddenTypes!,
      hiddenRelations: hiddenRelations!,
    })
  set({ ...rest, wanted: picture ? null : (wanted ?? { add: [], drop: [], only: [] }) })
  going = false
  const { hash, step } = addressOf(useStore.getState())
  lastStep = step
  lastHash = hash
}

/** How it looks: kept for the next visit. */
export function keepPreferences(): void {
  const apply = ({ language, theme }: ReturnType<typeof useStore.getState>) => {
    localStorage.setItem('language', language)
    localStorage.setItem('theme', theme)
    document.documentElement.dataset.theme = theme
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }
  apply(useStore.getState())
  useStore.subscribe(apply)
}
