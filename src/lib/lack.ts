/** What we ourselves lack to make a visit: room, files, memory, or the place where evidence is kept. */

export type Lack = 'space' | 'read-only' | 'files' | 'memory' | 'store'

/** Of an error that says nothing itself, by who knows where it happened. */
export class Lacking extends Error {
  readonly lack: Lack
  constructor(lack: Lack, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.lack = lack
  }
}

/** What the system refuses where evidence is kept: the place is away. Anything else is a fault of ours. */
export function storeAway(error: unknown): never {
  throw typeof (error as { code?: unknown }).code === 'string' ? new Lacking('store', error) : error
}

/** By error of the system (errno) and by SQLSTATE (PostgreSQL, appendix A). */
const LACKS: Readonly<Record<string, Lack>> = {
  ENOSPC: 'space',
  EDQUOT: 'space',
  '53100': 'space',
  EROFS: 'read-only',
  '25006': 'read-only',
  EMFILE: 'files',
  ENFILE: 'files',
  '53300': 'files',
  ENOMEM: 'memory',
  '53200': 'memory',
  EIO: 'store',
  ESTALE: 'store',
  ENOTCONN: 'store',
  ENODEV: 'store',
  EHOSTDOWN: 'store',
  '58030': 'store',
}
/** A browser that does not start tells it in words alone. */
const SAID = /\b(ENOSPC|EDQUOT|EROFS|EMFILE|ENFILE|ENOMEM)\b/
/** Errors within errors that are looked at. */
const DEEP = 8

/** What an error, or one that it came of, says that we lack; undefined when it says something else. */
export function lackOf(error: unknown, deep = DEEP): Lack | undefined {
  if (typeof error !== 'object' || error === null || deep === 0) return undefined
  if (error instanceof Lacking) return lackOf(error.cause, deep - 1) ?? error.lack
  const { code, message, cause, errors } = error as Record<string, unknown>
  if (typeof code === 'string' && Object.hasOwn(LACKS, code)) return LACKS[code]
  const said = typeof message === 'string' ? SAID.exec(message)?.[1] : undefined
  if (said !== undefined) return LACKS[said]
  for (const one of [cause, ...(Array.isArray(errors) ? errors.slice(0, DEEP) : [])]) {
    const lack = lackOf(one, deep - 1)
    if (lack) return lack
  }
  return undefined
}
