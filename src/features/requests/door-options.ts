/** What the doors of requests work with. */
import type { Db } from '../../db/connect.ts'
import type { RequestKind } from '../../model/request.ts'
import type { Door } from '../../web/door.ts'
import type { Lang } from '../../web/language.ts'

type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

export type RequestDoors = Door & {
  /** Through the role that reads what is public. */
  readonly db: Db
  readonly key: Buffer
  readonly kinds: readonly RequestKind[]
  /** The id of the register of algorithms, when there is one. */
  readonly register: string | undefined
  /** Of a page of a register: which fields name somebody. */
  readonly keptAt: (path: string) => { readonly contact: string; readonly owner: string } | undefined
  /** What the public page at a path is called; undefined when there is none. */
  readonly titleAt: (path: string, lang: Lang) => Promise<string | undefined>
  /** Makes a photo anew; a Dutch sentence why it is not taken. Throws Busy. */
  readonly remake: (bytes: Uint8Array) => Promise<Picture | { readonly problem: string }>
  /** YYYY-MM-DD, and milliseconds. */
  readonly today: () => string
  readonly now: () => number
}
