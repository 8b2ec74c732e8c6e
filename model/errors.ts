/** The one error that a person may see. Everything else is a fault of ours and crashes loudly with its cause. */

export interface ErrorPosition {
  /** 1-based. */
  line: number
  column: number
}

export interface ErrorBody {
  error: { code: string; message: string; hint?: string; position?: ErrorPosition }
}

export class KnownError extends Error {
  override readonly name = 'KnownError'
  readonly code: string
  /** HTTP status. */
  readonly status: number
  readonly hint: string | undefined
  readonly position: ErrorPosition | undefined

  /** @param code kebab-case: 'file-empty', 'store-in-use', 'cypher-syntax'. @param hint what to do about it. */
  constructor(
    code: string,
    message: string,
    status = 400,
    more: { hint?: string | undefined; position?: ErrorPosition | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.code = code
    this.status = status
    this.hint = more.hint
    this.position = more.position
  }

  toBody(): ErrorBody {
    const { code, message, hint, position } = this
    return { error: { code, message, ...(hint ? { hint } : {}), ...(position ? { position } : {}) } }
  }
}
