/** The digital landscape: groups of organisations and streets against themes, and what groups work on first. */
import { backgroundOf } from '../../db/map-background.ts'
import { line } from '../../lib/csv-write.ts'
import { CLUSTERS } from '../../vocabulary/group.ts'
import { refuse } from '../../web/refuse.ts'
import { todayIn } from '../../web/language.ts'
import type { View } from '../../web/view.ts'
import { inPublication } from '../in-publication.tsx'
import type { InPublication, Now, Published } from '../published.ts'
import type { At } from '../standing.ts'
import { newestRounds } from '../streets/store.ts'
import { open } from '../view.ts'
import { EmptyCityPage } from '../city/page.tsx'
import { addLandscape } from './api.ts'
import { says } from './messages.ts'
import { GroupPage } from './page-group.tsx'
import { LandscapePage } from './page-landscape.tsx'
import { LandscapeMapPage } from './page-map.tsx'
import { groupPath, keyOf, type Beside, type Walked } from './parts.tsx'
import { besideOf, pointsIn, wordOf } from './rules.ts'
import { readLandscape, readNamed, readSpearpoints, type Standing } from './store.ts'

const clusters: readonly Standing[] = CLUSTERS.map((name) => ({
  kind: 'cluster',
  name,
  organisations: null,
  themes: [],
}))

/** The groups of the publication that is read, also in one of before there were groups, and a year before. */
async function besides(view: View, at: At): Promise<Beside> {
  const shown = view.publication
  const beside = shown && besideOf(view.publications, shown)
  const [now, earlier] = await Promise.all([
    readLandscape(at, at.no),
    beside ? readLandscape(at, beside.no) : Promise.resolve([]),
  ])
  const known = new Set(now.map(keyOf))
  const all = [...clusters.filter((each) => !known.has(keyOf(each))), ...now]
  return { now: all.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other), 'nl')), earlier, shown, beside }
}

/** Those that go with the publication that is read. */
const spearpointsIn = async (view: View, at: At) =>
  pointsIn(await readSpearpoints(at), view.publications, view.publication, todayIn)

/** Streets of which it is public what two people saw there. */
const walkedIn = async ({ db, municipality }: Now): Promise<Walked> =>
  new Map((await newestRounds(db, municipality)).map(({ name, slug }) => [name.toLowerCase(), slug]))

const landscapePage = inPublication(async ({ view }, at, book) => {
  const [all, spearpoints, walked] = await Promise.all([besides(view, at), spearpointsIn(view, at), walkedIn(at)])
  return <LandscapePage {...{ view, book, spearpoints, walked }} {...all} />
})

const groupPage = inPublication(async ({ view, c }, at, book) => {
  const all = await besides(view, at)
  const asked = c.req.param('group') ?? ''
  const group = all.now.find((each) => wordOf(each) === asked) ?? refuse('page')
  const ofGroup = <T extends Pick<Standing, 'kind' | 'name'>>(rows: readonly T[]) =>
    rows.filter((each) => keyOf(each) === keyOf(group))
  const [spearpoints, named, walked] = await Promise.all([spearpointsIn(view, at), readNamed(at), walkedIn(at)])
  return (
    <GroupPage {...{ view, book, group, walked }} {...all} spearpoints={ofGroup(spearpoints)} named={ofGroup(named)} />
  )
})

async function* landscapeLines({ at, book }: InPublication): AsyncGenerator<string> {
  const themes = book.catalogue.themes.map(({ id }) => id)
  yield line(['soort', 'groep', 'organisaties_minstens', ...themes.flatMap((id) => [`score_${id}`, `minstens_${id}`])])
  for (const group of await readLandscape(at, at.no))
    yield line([
      group.kind === 'cluster' ? 'groep' : 'straat',
      group.name,
      group.organisations,
      ...themes.flatMap((id) => {
        const theme = group.themes.find((each) => each.theme === id)
        return [theme?.median ?? null, theme?.scored ?? null]
      }),
    ])
}

async function* spearpointLines(now: Now): AsyncGenerator<string> {
  yield line([
    'soort',
    'groep',
    'norm',
    'criterium',
    'reden',
    'gekozen_op',
    'gekozen_door',
    'openbaar_op',
    'openbaar_door',
    'geeindigd_op',
    'reden_einde',
  ])
  for (const each of await readSpearpoints(now))
    yield line([
      each.kind === 'cluster' ? 'groep' : 'straat',
      each.name,
      each.norm,
      each.criterion,
      each.reason,
      each.chosenOn,
      each.chosenBy,
      each.publishedOn,
      each.publishedBy,
      each.endedOn,
      each.endedReason,
    ])
}

export const landscape: Published = {
  id: 'landscape',
  pages: [
    { path: '/landschap', answer: landscapePage },
    {
      path: '/landschap/kaart',
      answer: async ({ site, view, c }) => {
        const opened = await open(site, view)
        if (!opened) return { body: <EmptyCityPage view={view} progress={undefined} /> }
        const { at, book } = opened
        const [{ now, earlier }, background] = await Promise.all([
          besides(view, at),
          backgroundOf(at.db, at.municipality),
        ])
        const streets = now.filter(({ kind }) => kind === 'street')
        const themes = book.catalogue.themes
          .map(({ id }) => id)
          .filter((id) => streets.some((street) => street.themes.some(({ theme }) => theme === id)))
        const ground = { background, tiles: view.tiles, script: view.look.mapScript }
        const spot = c.req.query('plek') ?? null
        return { body: <LandscapeMapPage {...{ view, ground, spot, themes, streets, earlier }} />, mapped: true }
      },
    },
    { path: '/groepen/:group', answer: groupPage },
  ],
  api: { tag: 'Landschap', add: addLandscape },
  files: [
    {
      name: 'landschap',
      title: 'Het digitale landschap: groepen en straten per thema',
      text: { nl: says('nl').file, en: says('en').file },
      theme: 'GOVE',
      page: '/landschap',
      lines: { of: 'publication', read: landscapeLines },
    },
    {
      name: 'speerpunten',
      title: 'Speerpunten van groepen',
      text: { nl: says('nl').spearpointFile, en: says('en').spearpointFile },
      theme: 'GOVE',
      page: '/landschap',
      json: '/speerpunten',
      lines: { of: 'now', read: spearpointLines },
    },
  ],
  fixed: ['/landschap', '/landschap/kaart'],
  few: async ({ last }) =>
    last
      ? [
          ...new Set([
            ...clusters.map(groupPath),
            ...(await readLandscape(last.at, last.at.no))
              .filter(({ organisations }) => organisations !== null)
              .map(groupPath),
          ]),
        ].map((path) => ({ path, changed: last.published }))
      : [],
}
