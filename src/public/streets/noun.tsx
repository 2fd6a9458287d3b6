/** Shopping streets that two people walked: pages, the API, files and news. */
import { createRoute, z } from '@hono/zod-openapi'
import { backgroundOf } from '../../db/map-background.ts'
import { line } from '../../lib/csv-write.ts'
import type { Published, PublicPage } from '../published.ts'
import { answer, errors } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import { todayIn } from '../../web/language.ts'
import { refuse } from '../../web/refuse.ts'
import { says } from './messages.ts'
import { StreetPage, StreetsPage } from './pages.tsx'
import { changedStreets, newestRounds, premisesNamed, roundsOfStreet, type PublicRound } from './store.ts'

const listPage: PublicPage['answer'] = async ({ site, view }) => {
  const { id } = view.municipality
  return { body: <StreetsPage view={view} rounds={id === null ? [] : await newestRounds(site.db, id)} /> }
}

const onePage: PublicPage['answer'] = async ({ site, view, c }) => {
  const { id } = view.municipality
  const [newest, ...earlier] = id === null ? [] : await roundsOfStreet(site.db, id, c.req.param('slug') ?? '')
  if (id === null || !newest) return refuse('page')
  const [named, background] = await Promise.all([premisesNamed(site.db, id, newest.round), backgroundOf(site.db, id)])
  return {
    mapped: named.some(({ lat }) => lat !== null),
    body: <StreetPage {...{ view, named, background }} rounds={[newest, ...earlier]} today={site.today()} />,
  }
}

const Counts = z
  .strictObject({
    criterium: z.string(),
    titel: z.string(),
    voldoet: z.int(),
    deels: z.int(),
    voldoet_niet: z.int(),
    onbekend: z.int(),
    niet_van_toepassing: z.int(),
  })
  .openapi('SchouwAantallen')
const Street = z
  .strictObject({
    straat: z.string(),
    adres: z.string(),
    van: z.iso.date(),
    tot_en_met: z.iso.date(),
    geldt_tot_en_met: z.iso.date(),
    wordt_hersteld_sinds: z.iso.date().nullable(),
    panden: z.int(),
    panden_bekeken: z.int(),
    gekeken_door: z.array(z.string()),
    vragen: z.array(Counts),
  })
  .openapi('Winkelstraat')

const countsOf = ({ told }: PublicRound) =>
  told.criteria.map(({ criterion, title, counts }) => ({
    criterium: criterion,
    titel: title.nl,
    voldoet: counts.met,
    deels: counts.partly,
    voldoet_niet: counts.unmet,
    onbekend: counts.unknown,
    niet_van_toepassing: counts['not-applicable'],
  }))
const streetOf = (round: PublicRound): z.infer<typeof Street> => ({
  straat: round.name,
  adres: round.slug,
  van: round.begins,
  tot_en_met: round.ends,
  geldt_tot_en_met: round.until,
  wordt_hersteld_sinds: round.correcting ? todayIn(round.correcting) : null,
  panden: round.told.all,
  panden_bekeken: round.told.settled,
  gekeken_door: [...round.told.seenBy],
  vragen: countsOf(round),
})

const about = { theme: 'GOVE', page: '/straten' } as const
export const streets: Published = {
  id: 'straten',
  pages: [
    { path: '/straten', answer: listPage },
    { path: '/straten/:slug{[a-z0-9-]+}', answer: onePage },
  ],
  api: {
    tag: 'Winkelstraten',
    add: (api, site) =>
      api.openapi(
        createRoute({
          method: 'get',
          path: '/straten',
          operationId: 'getStraten',
          summary: 'Winkelstraten die twee mensen bekeken, van elke straat de nieuwste ronde',
          tags: ['Winkelstraten'],
          responses: {
            ...answer('Winkelstraten', z.strictObject({ totaal: z.int(), resultaten: z.array(Street) })),
            ...errors,
          },
        }),
        async (c) => {
          const municipality = (await readShelf(site)).id ?? refuse('publication')
          const rounds = await newestRounds(site.db, municipality)
          return c.json({ totaal: rounds.length, resultaten: rounds.map(streetOf) }, 200)
        },
      ),
  },
  files: [
    {
      ...about,
      name: 'winkelstraten',
      title: 'Winkelstraten',
      text: { nl: says('nl').file, en: says('en').file },
      json: '/straten',
      lines: {
        of: 'now',
        changed: changedStreets,
        read: async function* ({ db, municipality }) {
          yield line(['straat', 'van', 'tot_en_met', 'geldt_tot_en_met', ...Object.keys(Counts.shape)])
          for (const round of await newestRounds(db, municipality))
            for (const counts of countsOf(round))
              yield line([round.name, round.begins, round.ends, round.until, ...Object.values(counts)])
        },
      },
    },
    {
      ...about,
      name: 'winkelstraten-panden',
      title: 'Panden in winkelstraten',
      text: { nl: says('nl').filePremises, en: says('en').filePremises },
      lines: {
        of: 'now',
        changed: changedStreets,
        read: async function* ({ db, municipality }) {
          yield line(['straat', 'pand', 'adres', 'gezien_op', 'geldt_tot_en_met', 'criterium', 'oordeel'])
          for (const round of await newestRounds(db, municipality))
            for (const each of await premisesNamed(db, municipality, round.round))
              for (const [criterion, verdict] of Object.entries(each.told.verdicts))
                yield line([round.name, each.name, each.address, each.seen, each.until, criterion, verdict])
        },
      },
    },
  ],
  fixed: ['/straten'],
  few: async ({ now: { db, municipality } }) =>
    (await newestRounds(db, municipality)).map(({ slug, at }) => ({ path: `/straten/${slug}`, changed: at })),
  news: async ({ site, view: { m, lang, municipality } }, to, most) => {
    if (municipality.id === null) return []
    const rounds = await newestRounds(site.db, municipality.id)
    return rounds
      .toSorted((one, other) => other.at.getTime() - one.at.getTime())
      .slice(0, most)
      .map(({ slug, name, told, at }) => ({
        url: to(`/straten/${slug}`),
        title: says(lang).news(name),
        summary: says(lang).newsText(told.settled),
        at,
        author: m.feed.author(municipality.name),
      }))
  },
}
