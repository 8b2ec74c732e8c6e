import { Component, type ReactNode } from 'react'
import { useStore } from '../state.ts'
import { say } from '../words.ts'

/** Where a view breaks, says so in its place and keeps the rest of the page. */
export class Boundary extends Component<{ children: ReactNode }, { broken: string | null }> {
  override state: { broken: string | null } = { broken: null }

  static getDerivedStateFromError(error: unknown): { broken: string } {
    return { broken: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { broken } = this.state
    if (broken === null) return this.props.children
    return <Broken message={broken} retry={() => this.setState({ broken: null })} />
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
