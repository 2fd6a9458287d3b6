/** Parts of the page of a group: what its organisations answered, and who they are. */
import type { Group } from '../../model/group.ts'
import { LEAST } from '../../vocabulary/group.ts'
import { points } from '../../web/language.ts'
import type { DeskView } from '../../web/desk/route.ts'
import { Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { GroupTools } from './deps.ts'
import type { meansOf, sharedIn } from './figures-store.ts'
import { SIZE, type membersOf } from './store.ts'

/** Answers as far as somebody else may see them: means of ten or more, and what was shared. */
export function Answers({
  means,
  shared,
  tools: { questionnaire },
  group,
}: {
  means: Awaited<ReturnType<typeof meansOf>>
  shared: Awaited<ReturnType<typeof sharedIn>>
  tools: GroupTools
  group: Group
}) {
  const of = Map.groupBy(shared, ({ question }) => question)
  const mean = new Map(means.map((each) => [each.question, each]))
  const asked = questionnaire.questions.filter(({ id }) => of.has(id) || mean.has(id))
  const labels = new Map(
    questionnaire.questions.flatMap(({ id, options, plainOptions = [] }) =>
      [...options, ...(plainOptions ?? [])].map((option) => [`${id} ${option.id}`, option.label] as const),
    ),
  )
  return (
    <Section id="antwoorden" title="Wat zij zelf antwoordden" wide>
      <Text>
        Antwoorden zijn van de organisatie zelf. Hier staan alleen gemiddelden van {LEAST} of meer organisaties, en wat
        een organisatie met de gemeente deelt.
        {group.kind === 'street' ? ' Van een straat zijn er geen gemiddelden.' : ''}
      </Text>
      {asked.length === 0 ? (
        <Text>Er is nog niets dat u mag zien.</Text>
      ) : (
        <Table
          id="antwoorden-tabel"
          caption="Antwoorden per vraag"
          hideCaption
          stacked
          columns={[{ head: 'Vraag' }, { head: 'Gemiddelde' }, { head: 'Gedeeld' }]}
          rows={asked.map(({ id, text }) => {
            const group = mean.get(id)
            return {
              key: id,
              cells: [
                text,
                group ? `${points('nl', group.mean)} van 100, bij ${group.organisations}` : 'te weinig organisaties',
                (of.get(id) ?? [])
                  .map(({ value, count }) => `${count} keer “${labels.get(`${id} ${value}`) ?? value}”`)
                  .join(', ') || 'niets',
              ],
            }
          })}
        />
      )}
    </Section>
  )
}

/** A page of the organisations of a group. */
export function Members({
  view,
  group,
  rows,
  page: at,
}: {
  view: DeskView
  group: Group
  rows: Awaited<ReturnType<typeof membersOf>>
  page: number
}) {
  const to = (pagina: number) => `${view.path}?pagina=${pagina}#leden`
  return (
    <Section id="leden" title="Wie erin zit" wide>
      {rows.length === 0 ? (
        <Text>{at === 1 ? 'Nog niemand.' : 'Er zijn er niet meer.'}</Text>
      ) : (
        <Table
          id="leden-tabel"
          caption="Organisaties op naam"
          hideCaption
          stacked
          columns={[
            { head: 'Organisatie' },
            { head: 'Soort' },
            { head: group.kind === 'street' ? 'Adres' : 'Groep volgt uit' },
          ]}
          rows={rows.slice(0, SIZE).map((row) => ({
            key: row.id,
            cells: [
              <Link key="o" to={`/balie/organisaties/${row.id}/indeling`}>
                {row.name}
              </Link>,
              row.kind,
              row.by === 'address' ? (row.street ?? '') : row.by === 'self-check' ? 'de zelfcheck' : 'de gemeente',
            ],
          }))}
        />
      )}
      <nav aria-label="Pagina’s" className="ld-pager">
        {at > 1 ? <Link to={to(at - 1)}>Vorige pagina</Link> : <span />}
        {rows.length > SIZE ? <Link to={to(at + 1)}>Volgende pagina</Link> : null}
      </nav>
    </Section>
  )
}
