/** Whose turn it is at the database: what reads goes side by side, what users ask one after the other, what writes alone. */
export type Turn = 'read' | 'ask' | 'write'

export class Turns {
  /** Ends of the last write, of what reads since, of the last of the users' queries; none is ever refused. */
  #written: Promise<void> = Promise.resolve()
  #beside = new Set<Promise<void>>()
  #asked: Promise<void> = Promise.resolve()

  /** Does the job when all is over that it must not meet; in the order of the calls. */
  take<T>(turn: Turn, job: () => Promise<T>): Promise<T> {
    const before = [this.#written]
    if (turn === 'write') before.push(...this.#beside)
    if (turn === 'ask') before.push(this.#asked)
    const run = Promise.all(before).then(job)
    // without the answer, which would be kept until the next one
    const end = run.then(
      () => {},
      () => {},
    )
    if (turn === 'write') {
      this.#written = end
      this.#beside = new Set()
    } else {
      const beside = this.#beside
      beside.add(end)
      void end.then(() => beside.delete(end))
      if (turn === 'ask') this.#asked = end
    }
    return run
  }

  /** When all that was asked for until now is over. */
  async idle(): Promise<void> {
    await Promise.all([this.#written, ...this.#beside])
  }
}
