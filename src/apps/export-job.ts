/** Makes a large file as the person who asked for it, with what that person may see at that moment. */
import { asPerson } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { endExport, LARGEST, setAside, takeExport, toExport, type Due } from '../features/exports/store.ts'
import { atWork } from '../features/people/at-work-store.ts'
import { allows } from '../vocabulary/roles.ts'
import type { Reply } from '../web/desk/route.ts'
import { todayIn } from '../web/language.ts'
import { pagesOf, type PageAt } from './desk-paths.ts'
import { deskRoutes, type DeskDeps } from './desk-routes.ts'
import type { Later } from './later.ts'

/** `site` works as people do, `db` as the worker; the desk is opened when the first file is asked for. */
export function exportsLater(db: Db, site: Db, open: () => DeskDeps): Later<Due> {
  let pages: PageAt | undefined
  return {
    take: (worker) => takeExport(db, worker),
    of: (job) => toExport(db, job),
    aside: setAside,
    run: async (due) => {
      pages ??= pagesOf(deskRoutes(open()))
      const reply = due.path === undefined ? undefined : await make(site, pages, due, due.path)
      if (reply?.kind !== 'file') return endExport(db, due, { problem: whyNot(reply) })
      const body = Buffer.from(reply.body)
      const { name, media } = reply
      await endExport(db, due, body.length > LARGEST ? { problem: TOO_LARGE } : { name, media, body })
    },
  }
}
const TOO_LARGE = 'Het is meer dan 64 MB. Kies een kleiner deel, of vraag uw beheerder om een uitvoer.'

const whyNot = (reply: Reply | undefined): string =>
  reply?.kind === 'refused' && reply.text !== undefined
    ? reply.text
    : 'Het is er niet meer, of u mag het niet meer zien.'

/** What the address answers to this person now; undefined when there is nothing for this person. */
async function make(site: Db, pageAt: PageAt, { municipality: id, by }: Due, path: string): Promise<Reply | undefined> {
  const url = new URL(path, 'http://x')
  const place = pageAt(url.pathname)
  if (!place?.route.later) return undefined
  const { later, may } = place.route
  return asPerson(site, { municipality: id, person: by, organisation: null }, 'read', async (tx) => {
    const at = await atWork(tx, id, by)
    if (!at || !allows(at.who.roles, may)) return undefined
    return later({ tx, ...at, params: place.params, query: url.searchParams, today: todayIn() })
  })
}
