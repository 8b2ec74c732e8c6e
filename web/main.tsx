import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keepDraft } from './state/draft.ts'
import { keepPreferences, startNavigation } from './state/navigation.ts'
import { useStore } from './state/state.ts'
import './tokens.css'
import { mayTryAtOnce } from './requests/trouble.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (tries, error) => tries < 1 && mayTryAtOnce(error),
      refetchOnWindowFocus: false,
    },
  },
})
// the first look is set before anything is drawn
keepPreferences()
keepDraft(useStore.subscribe)
startNavigation()

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={client}>
    <App />
  </QueryClientProvider>,
)

// the serif of sentences, for machines without one: hundreds of slices that the first paint does not wait for
import('@fontsource-variable/noto-serif-sc').catch(() => {})
