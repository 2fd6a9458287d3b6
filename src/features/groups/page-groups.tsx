/** Which groups there are: four clusters and the streets, with how many organisations and who has no cluster yet. */
import type { Tx } from '../../db/as.ts'
import { CLUSTERS, LEAST } from '../../vocabulary/group.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { CRUMBS, type GroupTools } from './deps.ts'
import { keeping } from './kept.ts'
import { pathOf, titleOf } from './rules.ts'
import { spearpointsOf } from './spearpoint-store.ts'
import { groupsIn, ungrouped } from './store.ts'

export const groupsRoutes = (tools: Pick<GroupTools, 'catalogue'>): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/groepen',
    may: 'organisation.read',
    answer: async (asked) => {
      const { tx, municipality, view } = asked
      const keep = await keeping(asked, tools.catalogue)
      const groups = await keep('groups', () => groupsIn(tx, municipality.id))
      const waiting = await keep('ungrouped', async () => (await ungrouped(tx, municipality.id)).length)
      const chosen = (await spearpointsOf(tx, municipality.id)).filter(({ state }) => state !== 'withdrawn')
      const pointsOf = (kind: string, name: string) =>
        chosen.filter((each) => each.kind === kind && each.name === name).map(({ norm }) => norm)
      const count = new Map(groups.map((each) => [`${each.kind} ${each.name}`, each.count]))
      const clusters = CLUSTERS.map((name) => ({
        kind: 'cluster' as const,
        name,
        count: count.get(`cluster ${name}`) ?? 0,
      }))
      const streets = groups.filter(({ kind }) => kind === 'street').toSorted((one, other) => other.count - one.count)
      const table = (id: string, caption: string, head: string, rows: typeof groups) => (
        <Table
          id={id}
          caption={caption}
          hideCaption
          stacked
          columns={[{ head }, { head: 'Organisaties', numeric: true }, { head: 'Speerpunten' }]}
          rows={rows.map((each) => ({
            key: each.name,
            cells: [
              <Link key="g" to={pathOf(each)}>
                {titleOf(each)}
              </Link>,
              each.count,
              pointsOf(each.kind, each.name).join(', ') || 'nog geen',
            ],
          }))}
        />
      )
      return page(
        <DeskPage view={view} title="Groepen" crumbs={CRUMBS} wide>
          <div className="ld-opening">
            <Heading level={1}>Groepen</Heading>
            <Text lead>Welke organisaties lijken op elkaar, wat missen zij, en wat helpt hun het meest?</Text>
            {waiting === 0 ? (
              <Text>Elke organisatie heeft een groep.</Text>
            ) : (
              <Text>
                {waiting === 1 ? 'Eén organisatie heeft' : `${waiting} organisaties hebben`} nog geen groep.{' '}
                <Link to="/balie/groepen/voorstellen">Bekijk de voorstellen</Link>
              </Text>
            )}
          </div>
          <Section id="clusters" title="Organisaties die op elkaar lijken" wide>
            {table('clusters-tabel', 'Groepen A tot en met D', 'Groep', clusters)}
          </Section>
          <Section id="straten" title="Straten" wide>
            {streets.length === 0 ? (
              <Text>Van geen organisatie is de straat bekend.</Text>
            ) : (
              <>
                <Text>
                  Een straat met minder dan {LEAST} organisaties komt niet met cijfers op de openbare site. Hier ziet u
                  dan aantallen.
                </Text>
                {table('straten-tabel', 'Straten, die met de meeste organisaties eerst', 'Straat', streets)}
              </>
            )}
          </Section>
        </DeskPage>,
      )
    },
  },
]
