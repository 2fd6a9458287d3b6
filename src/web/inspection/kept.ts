/**
 * What stands on a phone until it is in: inspections and their photos, in the browser's own database. A connection that
 * the system dropped is opened anew and the work done again.
 */

export type KeptPhoto = { readonly hash: string; readonly bytes: ArrayBuffer; readonly looked: boolean }
export type Kept = {
  /** Made by the page of the server. */
  readonly id: string
  readonly no: number
  readonly round: string
  readonly who: string
  readonly premises: string
  readonly name: string
  /** The fields of the form as they are sent, by question. */
  readonly answers: Readonly<Record<string, string>>
  readonly remark: string
  readonly seenAt: string
  readonly photos: readonly KeptPhoto[]
  readonly state: 'draft' | 'ready' | 'refused'
  readonly tries: number
  /** Why it was not taken, or not yet. */
  readonly trouble: string
}
/** The number of an inspection, made by the server, and which time it is. */
export type Turn = Pick<Kept, 'id' | 'no'>

const NAME = 'leidraad-schouw'
const STORE = 'werk'
let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1)
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(STORE, { keyPath: 'id' }))
    asked.addEventListener('success', () => {
      const database = asked.result
      // Dropped by the system, or wiped by another tab: the next work opens it anew.
      const forget = () => {
        opened = undefined
      }
      database.addEventListener('close', forget)
      database.addEventListener('versionchange', () => {
        database.close()
        forget()
      })
      resolve(database)
    })
    asked.addEventListener('error', () => {
      opened = undefined
      reject(asked.error ?? new Error('the database of this browser does not open'))
    })
  })
  return opened
}

async function once<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode)
    const asked = work(transaction.objectStore(STORE))
    // Kept is what the transaction says is kept, not what was asked.
    transaction.addEventListener('complete', () => resolve(asked.result))
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not kept')))
  })
}

/** Twice: of a connection that was dropped the first try tells it. What does not fit is told at once. */
async function done<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  try {
    return await once(mode, work)
  } catch (error) {
    if ((error as DOMException).name === 'QuotaExceededError') throw error
    opened = undefined
    return once(mode, work)
  }
}

/** All that stands here, whosever it is. */
export const allKept = (): Promise<Kept[]> => done('readonly', (store) => store.getAll() as IDBRequest<Kept[]>)
/** Keeps one, in the place of what stood here by its id. */
export const keep = (one: Kept): Promise<IDBValidKey> => done('readwrite', (store) => store.put(one))
/** Whether two say the same: what was sent, and what stands here by now. */
export const sameWork = (one: Kept, other: Kept): boolean => work(one) === work(other)
const work = ({ answers, remark, photos }: Kept): string =>
  JSON.stringify([Object.entries(answers).toSorted(), remark, photos.map(({ hash, looked }) => [hash, looked])])

/**
 * Changes what stands by this id, looked at and written in one step: nobody's newer work is gone over with a copy of
 * before. `next`: what comes in its place, by its own id; undefined: it goes. Not asked when nothing stands there.
 */
export const change = (id: string, next: (now: Kept) => Kept | undefined): Promise<unknown> =>
  done('readwrite', (store) => {
    const asked = store.get(id) as IDBRequest<Kept | undefined>
    asked.addEventListener('success', () => {
      const now = asked.result
      const then = now && next(now)
      if (now === then) return
      if (then?.id !== id) store.delete(id)
      if (then) store.put(then)
    })
    return asked
  })

/** How much was filled in and is not in; zero where this browser never walked a street. */
export async function countKept(): Promise<number> {
  if (!('indexedDB' in globalThis)) return 0
  // Without asking this, looking would make a database on every page of the desk.
  const there = (await indexedDB.databases?.())?.some(({ name }) => name === NAME) ?? true
  return there ? (await allKept()).length : 0
}

/** Takes everything of streets off this phone: work, page and worker. */
export async function wipe(): Promise<void> {
  opened?.then((database) => database.close()).catch(() => undefined)
  opened = undefined
  await new Promise<void>((resolve) => {
    const asked = indexedDB.deleteDatabase(NAME)
    for (const end of ['success', 'error', 'blocked']) asked.addEventListener(end, () => resolve())
  })
  await forgetPages()
}

/** The page that was kept for without a connection goes, and the worker that gave it: of one round, or of all. */
export async function forgetPages(round = ''): Promise<void> {
  if (!('caches' in globalThis)) return
  const place = `/balie/schouw/${round}`
  for (const name of await caches.keys()) if (name.startsWith(`${CACHE} ${place}`)) await caches.delete(name)
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? [])
    if (new URL(worker.scope).pathname.startsWith(place)) await worker.unregister()
}

/** Before the name of the cache of a round. */
export const CACHE = 'leidraad-schouw'
