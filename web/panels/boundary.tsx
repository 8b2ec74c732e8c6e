import { Component, type ReactNode } from 'react'
import { PieceError } from '../requests/pieces.ts'
import { useStore } from '../state/state.ts'
import { say } from '../words/words.ts'
import { Trouble } from './parts.tsx'

/** Where a view breaks, says so in its place and keeps the rest of the page. */
export class Boundary extends Component<{ children: ReactNode }, { broken: unknown }> {
  override state: { broken: unknown } = { broken: null }

  static getDerivedStateFromError(error: unknown): { broken: unknown } {
    return { broken: error ?? 'nothing was said' }
  }

  override render(): ReactNode {
    const { broken } = this.state
    if (broken === null) return this.props.children
    // what did not load is kept so: only another page loads it again
    if (broken instanceof PieceError)
      return (
        <div className="notice">
          <Trouble error={broken} />
        </div>
      )
    return (
      <Broken
        message={broken instanceof Error ? broken.message : String(broken)}
        retry={() => this.setState({ broken: null })}
      />
    )
  }
}

function Broken({ message, retry }: { message: string; retry: () => void }) {
  const language = useStore((s) => s.language)
  return (
    <div role="alert" className="notice" data-testid="broken">
      <p className="error">{say(language, 'broken')}</p>
      <p>{message}</p>
      <button type="button" onClick={retry}>
        {say(language, 'retry')}
      </button>
      <button type="button" onClick={() => location.assign(location.pathname)}>
        {say(language, 'startOver')}
      </button>
    </div>
  )
}
