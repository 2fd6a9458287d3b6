/** Mijn bestanden: what one asked to be made ready, how far it is, and the file itself. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { allows } from '../../vocabulary/roles.ts'
import { forbidden, go, missing, notYet, page, type Asked, type Route } from '../../web/desk/route.ts'
import { FilesPage } from './page.tsx'
import { askExport, exportsOf, fileOf, MOST, removeExport } from './store.ts'

/** Finds the page at a path of the desk; undefined when there is none. */
export type PageAt = (
  path: string,
) => { readonly route: Route<Tx>; readonly params: Readonly<Record<string, string>> } | undefined

const HERE = '/balie/mijn-bestanden'

/** What this person may have made at this address: the page there says itself that it is too much to wait for. */
async function tooMuch(pageAt: PageAt, asked: Asked<Tx>, path: string) {
  const at = URL.parse(path, 'http://x')
  const place = at?.host === 'x' ? pageAt(at.pathname) : undefined
  if (!at || !place?.route.later || !allows(asked.who.roles, place.route.may)) return undefined
  const reply = await place.route.answer({ ...asked, params: place.params, query: at.searchParams })
  return reply.kind === 'later' ? reply : undefined
}

export const exportRoutes = (pageAt: PageAt): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/mijn-bestanden',
    may: 'register.read',
    answer: async ({ tx, municipality, who, view }) =>
      page(<FilesPage view={view} files={await exportsOf(tx, municipality.id, who.id)} days="drie dagen" />),
  },
  {
    method: 'POST',
    path: '/mijn-bestanden',
    may: 'register.read',
    answer: async (asked) => {
      const { tx, municipality, who, sent } = asked
      const path = sent.mark('pad').slice(0, 2_000)
      const found = await tooMuch(pageAt, asked, path)
      if (!found)
        return notYet('Dit bestand is er niet meer, of u kunt het meteen downloaden. Ga terug en vraag het opnieuw.')
      const became = await askExport(tx, municipality.id, who.id, { path, title: found.title })
      if (became === 'full') return notYet(`U heeft al ${MOST} bestanden. Verwijder er eerst een bij Mijn bestanden.`)
      const detail = { title: found.title }
      if (became === 'asked')
        await record(tx, municipality.id, { act: 'export.asked', object: `person/${who.id}`, detail })
      return go(HERE, 'Wij maken het bestand. U kunt intussen verder werken.')
    },
  },
  {
    method: 'GET',
    path: '/mijn-bestanden/:export',
    may: 'register.read',
    answer: async ({ tx, municipality, who, params }) => {
      const found = await fileOf(tx, municipality.id, who.id, params['export']!)
      if (!found) return missing
      // Who lost the role that opened it does not keep the file.
      const place = pageAt(new URL(found.path, 'http://x').pathname)
      if (!place || !allows(who.roles, place.route.may)) return forbidden()
      const shut = place.route.refuses?.({ who, params: place.params })
      if (shut) return shut
      return found.file ? { kind: 'file', ...found.file } : go(HERE)
    },
  },
  {
    method: 'POST',
    path: '/mijn-bestanden/:export/weg',
    may: 'register.read',
    answer: async ({ tx, municipality, who, params }) => {
      const title = await removeExport(tx, municipality.id, who.id, params['export']!)
      if (title === undefined) return missing
      await record(tx, municipality.id, { act: 'export.removed', object: `person/${who.id}`, detail: { title } })
      return go(HERE, 'Het bestand is verwijderd.')
    },
  },
]
