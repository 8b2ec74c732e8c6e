/** Parts of the page that load when they are wanted, and what is so where one can't be had. */
import { api } from './api.ts'

/** renewed: the server has a newer page than this one; unloaded: it has this one, and yet. */
type Why = 'renewed' | 'unreachable' | 'unloaded'

export class PieceError extends Error {
  readonly why: Why
  constructor(why: Why, cause: unknown) {
    super(`a part of the page is ${why}`, { cause })
    this.why = why
  }
}

/** @throws PieceError where it can't be loaded */
export async function piece<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    throw await lostPiece(cause)
  }
}

/** Names of built files hold a hash of what they hold and load: another build begins with another script. */
export async function lostPiece(cause: unknown): Promise<PieceError> {
  const own = document.querySelector('script[type=module][src]')?.getAttribute('src') ?? ''
  const page = await api.page().catch(() => null)
  return new PieceError(page === null ? 'unreachable' : page.includes(own) ? 'unloaded' : 'renewed', cause)
}

/** Loads the page anew at its address. @returns false where nobody answers: this page is kept */
export async function reload(): Promise<boolean> {
  const answers = await api.page().then(
    () => true,
    () => false,
  )
  if (answers) location.reload()
  return answers
}
