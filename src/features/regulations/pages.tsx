/** The list of all local regulations: which were tested, by whom, and when again. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { NoList } from '../../lib/csv-text.ts'
import { knownAbout } from '../../registers/known.tsx'
import type { House } from '../../registers/links-store.ts'
import { allows } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { go, missing, notYet, page, type Route } from '../../web/desk/route.ts'
import { file as aFile, filled, readForm, text } from '../../web/desk/schema.ts'
import { readRegulationsCsv, regulationsOf } from './csv.ts'
import { askFetch, latestFetches } from './fetches-store.ts'
import { worksOf } from './rules.ts'
import { keepRegulations, listRegulations, regulationById, shareTested, type Asked } from './store.ts'
import { ListPage } from './page-list.tsx'
import { ImportPage } from './page-import.tsx'
import { RegulationPage } from './page-regulation.tsx'

const FETCH = { maker: text(200, filled('Vul de naam van de gemeente in, zoals de voorziening haar kent.')) }
const LIST = { bestand: aFile }

/** The routes, with the norms and registers that say something of a regulation. */
export const regulationRoutes = (house: House): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/regelingen',
    may: 'register.read',
    answer: async ({ tx, municipality, query, view, who }) => {
      const which =
        (['getoetst', 'niet-getoetst', 'vervallen'] as const).find((each) => each === query.get('welke')) ?? ''
      const asked: Asked = {
        q: (query.get('q') ?? '').trim().slice(0, 200),
        which,
        page: /^[1-9]\d{0,4}$/.test(query.get('pagina') ?? '') ? Number(query.get('pagina')) : 1,
      }
      return page(
        <ListPage
          view={view}
          asked={asked}
          found={await listRegulations(tx, municipality.id, asked)}
          share={await shareTested(tx, municipality.id)}
          mayEdit={allows(who.roles, 'register.edit')}
        />,
      )
    },
  },
  {
    method: 'GET',
    path: '/regelingen/inlezen',
    may: 'register.edit',
    answer: async ({ tx, municipality, view }) =>
      page(<ImportPage view={view} fetches={await latestFetches(tx, municipality.id)} />),
  },
  {
    method: 'POST',
    path: '/regelingen/ophalen',
    may: 'register.edit',
    answer: async ({ tx, municipality, who, sent, view }) => {
      const read = readForm(FETCH, sent)
      const creator = read.typed.maker
      // What comes is public at once: not by a slip of the pen the rules of another municipality.
      const ours = municipality.name.toLowerCase().includes(creator.toLowerCase()) || sent.mark('zeker') === 'ja'
      const problems: Problems = !read.held
        ? read.problems
        : ours
          ? {}
          : { zeker: `“${creator}” is niet de naam van deze gemeente. De lijst komt meteen op de openbare site.` }
      if (Object.keys(problems).length > 0)
        return page(
          <ImportPage
            view={view}
            fetches={await latestFetches(tx, municipality.id)}
            problems={problems}
            typed={creator}
          />,
          422,
        )
      if (!(await askFetch(tx, municipality.id, who.id, creator)))
        return notYet('Er wordt al een lijst opgehaald. Wacht tot die klaar is.')
      await record(tx, municipality.id, {
        act: 'regulations.fetch-asked',
        object: `municipality/${municipality.id}`,
        detail: { creator },
      })
      return go('/balie/regelingen/inlezen#voorziening', 'De lijst wordt opgehaald.')
    },
  },
  {
    method: 'POST',
    path: '/regelingen/inlezen',
    may: 'register.edit',
    limit: 3 * 1024 * 1024,
    answer: async ({ tx, municipality, sent, today, view }) => {
      const file = readForm(LIST, sent).typed.bestand
      const fetches = await latestFetches(tx, municipality.id)
      const no = (text: string) => page(<ImportPage view={view} fetches={fetches} problems={{ bestand: text }} />, 422)
      if (!file || file.size === 0) return no('Kies een CSV-bestand.')
      let table
      try {
        table = await readRegulationsCsv(new Uint8Array(await file.arrayBuffer()))
      } catch (error) {
        if (!(error instanceof NoList)) throw error
        return no(`Dit bestand is niet ingelezen: ${error.message}.`)
      }
      const { regulations, refused: wrong } = regulationsOf(table.rows)
      const refused = [...wrong, ...table.refused.map(({ line, reason }) => ({ line, why: reason }))].toSorted(
        (one, other) => one.line - other.line,
      )
      const done = await keepRegulations(tx, municipality.id, worksOf(regulations, today), 'csv')
      await record(tx, municipality.id, {
        act: 'regulations.imported',
        object: `municipality/${municipality.id}`,
        detail: { added: done.added.length, changed: done.changed.length, refused: refused.length },
      })
      return page(<ImportPage view={view} fetches={fetches} done={done} refused={refused} ignored={table.ignored} />)
    },
  },
  {
    method: 'GET',
    path: '/regelingen/:regulation',
    may: 'register.read',
    answer: async ({ tx, municipality, params, view, who, today }) => {
      const found = await regulationById(tx, municipality.id, params['regulation']!)
      if (!found) return missing
      const about = { kind: 'regulation', id: found.row.id } as const
      return page(
        <RegulationPage
          view={view}
          {...found}
          mayTest={allows(who.roles, 'case.create')}
          known={await knownAbout(tx, municipality.id, house, about, today)}
        />,
      )
    },
  },
]
