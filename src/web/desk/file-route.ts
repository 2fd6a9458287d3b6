/** A file that is given at once when it is small, and made by a worker when it is not. */
import type { Permission } from '../../vocabulary/roles.ts'
import { notYet, type Making, type Reply, type Route } from './route.ts'

export type FileRoute<T> = {
  readonly path: string
  readonly may: Permission
  /** What the file is called among the files of somebody: “Register sensoren (CSV)”. */
  readonly title: (making: Making<T>) => string
  /** How many rows are made while somebody waits: about a second. `most`: what a file holds. */
  readonly rows: { readonly now: number; readonly most: number }
  /** Why it holds no more, and what to do. */
  readonly tooMany: string
  /** The file, or why not; undefined when there are more rows than `most`. */
  readonly make: (making: Making<T>, most: number) => Promise<Reply | undefined>
}

/** The route of such a file. */
export const fileRoute = <T>({ path, may, title, rows, tooMany, make }: FileRoute<T>): Route<T> => ({
  method: 'GET',
  path,
  may,
  answer: async (asked) => (await make(asked, rows.now)) ?? { kind: 'later', title: title(asked) },
  later: async (making) => (await make(making, rows.most)) ?? notYet(tooMany),
})
