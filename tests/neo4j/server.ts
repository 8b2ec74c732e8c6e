/** A Neo4j that the tests started, or that somebody lent them. */
export interface Server {
  uri: string
  password: string
  stop(): Promise<void>
  /** Where the server is a program of this machine's. */
  power?: Power
}
export interface Power {
  /** Ends it as kill -9 does. */
  cut(): Promise<void>
  /** Starts it again, with what it holds. */
  on(how?: { readOnly?: boolean }): Promise<void>
}
export interface Version {
  version: string
  /** The oldest Java that runs it. */
  java: number
}
