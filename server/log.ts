/** Where the server says what went wrong; `main.ts` picks the real one. */
export interface Log {
  info(message: string): void
  error(message: string, cause?: unknown): void
}
