/** The one error that a person may see. Everything else is a fault of ours and crashes loudly with its cause. */

export interface ErrorPosition {
  /** 1-based. */
  line: number
  column: number
}

export interface ErrorBody {
  error: {
    code: string
    message: string
    hint?: string
    position?: ErrorPosition
    values?: ErrorValues
    quoted?: string
  }
}

/** What a message is filled with, for who says it in another language; `why` tells messages of one code apart. */
export type ErrorValues = Readonly<Record<string, string | number>>

export class KnownError extends Error {
  override readonly name = 'KnownError'
  readonly code: string
  /** HTTP status. */
  readonly status: number
  readonly hint: string | undefined
  readonly position: ErrorPosition | undefined
  readonly values: ErrorValues | undefined
  readonly quoted: string | undefined

  /** @param code kebab-case: 'file-empty', 'store-in-use', 'cypher-syntax'. @param hint what to do about it. @param quoted what of the message is in a database's own words. */
  constructor(
    code: string,
    message: string,
    status = 400,
    more: {
      hint?: string | undefined
      position?: ErrorPosition | undefined
      values?: ErrorValues | undefined
      quoted?: string | undefined
      cause?: unknown
    } = {},
  ) {
    super(message, { cause: more.cause })
    this.code = code
    this.status = status
    this.hint = more.hint
    this.position = more.position
    this.values = more.values
    this.quoted = more.quoted
  }

  toBody(): ErrorBody {
    const { code, message, hint, position, values, quoted } = this
    return {
      error: {
        code,
        message,
        ...(hint ? { hint } : {}),
        ...(position ? { position } : {}),
        ...(values ? { values } : {}),
        ...(quoted ? { quoted } : {}),
      },
    }
  }
}
