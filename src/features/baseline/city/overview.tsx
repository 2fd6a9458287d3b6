/** What the city as a whole answered: only means of groups of ten or more, and how many take part. */
import type { Tx } from '../../../db/as.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { points } from '../../../web/language.ts'
import { Heading, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { yearOf, type BaselineTools } from '../own/door.ts'
import { CLUSTER_NAMES } from '../../../vocabulary/group.ts'
import { groupsOf, participation } from '../store.ts'

export const overviewRoutes = ({ questionnaire }: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/nulmetingen',
    may: 'organisation.read',
    answer: async (asked) => {
      const { tx, municipality, view, query } = asked
      const year = /^20\d\d$/.test(query.get('jaar') ?? '') ? Number(query.get('jaar')) : yearOf(asked)
      return page(
        <CityBaselinePage
          view={view}
          year={year}
          groups={await groupsOf(tx, year)}
          counts={await participation(tx, municipality.id, year)}
          questionnaire={questionnaire}
        />,
      )
    },
  },
]

const organisations = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? `organisatie ${one}` : `organisaties ${many}`}`

function CityBaselinePage({
  view,
  year,
  groups,
  counts,
  questionnaire,
}: {
  view: DeskView
  year: number
  groups: Awaited<ReturnType<typeof groupsOf>>
  counts: Awaited<ReturnType<typeof participation>>
  questionnaire: Questionnaire
}) {
  const count = (state: string) =>
    counts.filter((each) => each.state === state).reduce((sum, each) => sum + each.count, 0)
  const texts = new Map(questionnaire.questions.map((question) => [question.id, question.text]))
  const clusters = [...new Set(groups.map(({ cluster }) => cluster))]
  return (
    <DeskPage view={view} title="Zelfchecks">
      <div className="ld-opening">
        <Heading level={1}>Zelfchecks {year}</Heading>
        <Text lead>
          {organisations(count('done'), 'rondde', 'rondden')} af, {count('running')}{' '}
          {count('running') === 1 ? 'is' : 'zijn'} bezig, {count('invited')} {count('invited') === 1 ? 'is' : 'zijn'}{' '}
          uitgenodigd.
        </Text>
        <Text>
          Gemiddelden staan er alleen voor groepen van tien of meer, per vijf organisaties bijgewerkt, afgerond op vijf
          en nooit onder 10 of boven 90. Zo is niemand te herleiden. Wat één organisatie antwoordde, ziet u hier nooit.
        </Text>
      </div>
      {clusters.length === 0 ? (
        <Text>Nog geen groep heeft tien afgeronde zelfchecks.</Text>
      ) : (
        clusters.map((cluster) => {
          const of = groups.filter((group) => group.cluster === cluster).toSorted((one, other) => one.mean - other.mean)
          return (
            <Section key={cluster} id={`groep-${cluster}`} title={`Groep ${CLUSTER_NAMES[cluster] ?? cluster}`} wide>
              <Text>
                Speerpunten:{' '}
                {of
                  .slice(0, 3)
                  .map(({ question }) => texts.get(question) ?? question)
                  .join(' ')}
              </Text>
              <Table
                id={`tabel-${cluster}`}
                caption="Laagste eerst"
                stacked
                columns={[
                  { head: 'Vraag' },
                  { head: 'Gemiddeld (van 100)', numeric: true },
                  { head: 'Organisaties', numeric: true },
                ]}
                rows={of.map((group) => ({
                  key: group.question,
                  cells: [texts.get(group.question) ?? group.question, points('nl', group.mean), group.organisations],
                }))}
              />
            </Section>
          )
        })
      )}
    </DeskPage>
  )
}
