/** One group: who is in it, what most of them miss, which norms would help most, and what was chosen. */
import type { Tx } from '../../db/as.ts'
import type { Group, NormHelp, Reach } from '../../model/group.ts'
import { isAbout } from '../../scoring/helped.ts'
import { LEAST, SPEARPOINT_STATES } from '../../vocabulary/group.ts'
import { day } from '../../web/language.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type Route } from '../../web/desk/route.ts'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { CRUMBS, HOME, onGroup, type GroupTools } from './deps.ts'
import { figuresOf, PROPOSED } from './figures.ts'
import { meansOf, sharedIn } from './figures-store.ts'
import { Answers, Members } from './group-parts.tsx'
import { keeping } from './kept.ts'
import { calledIn, decimal, reachIn, REST, restOf } from './parts.tsx'
import { pathOf, shareOf, titleOf } from './rules.ts'
import { spearpointsOf, type Spearpoint } from './spearpoint-store.ts'
import { countOf, groupsIn, membersOf } from './store.ts'

/** Criteria that stand in the table of what most miss. */
const MISSED = 15

export const groupRoutes = (tools: GroupTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/groepen/:group',
    may: 'organisation.read',
    answer: onGroup(async (asked, group) => {
      const { tx, municipality, view, query, today } = asked
      const at = /^[1-9]\d{0,4}$/.test(query.get('pagina') ?? '') ? Number(query.get('pagina')) : 1
      const keep = await keeping(asked, tools.catalogue)
      const members = await keep(`members ${group.kind} ${group.name} ${at}`, () =>
        membersOf(tx, municipality.id, group, at),
      )
      const count = countOf(await keep('groups', () => groupsIn(tx, municipality.id)), group)
      const { reaches, helps } = await figuresOf(asked, tools, group, keep)
      const spearpoints = await spearpointsOf(tx, municipality.id, group)
      const called = calledIn(tools.catalogue, tools.questionnaire)
      return page(
        <DeskPage view={view} title={titleOf(group)} crumbs={[...CRUMBS, HOME]} wide>
          <div className="ld-opening">
            <Heading level={1}>{titleOf(group)}</Heading>
            <Text lead>
              {count === 0
                ? 'In deze groep zit nog geen organisatie.'
                : `${count === 1 ? 'Eén organisatie' : `${count} organisaties`}. ${leadOf(helps, tools)}`}
            </Text>
            {count > 0 && count < LEAST ? (
              <Text>
                Minder dan {LEAST}: hier ziet u aantallen. Op de openbare site staan van deze groep geen cijfers.
              </Text>
            ) : null}
          </div>
          <Spearpoints all={spearpoints} tools={tools} />
          <Helps group={group} helps={helps} tools={tools} />
          <Missed group={group} reaches={reaches} tools={tools} called={called} organisations={count} />
          <Answers
            means={await meansOf(tx, group, Number(today.slice(0, 4)))}
            shared={await sharedIn(tx, municipality.id, group)}
            tools={tools}
            group={group}
          />
          <Members view={view} group={group} rows={members} page={at} />
        </DeskPage>,
      )
    }),
  },
]

const labelOf = ({ catalogue }: GroupTools, id: string): string =>
  catalogue.norms.find((norm) => norm.id === id)?.label ?? id

const leadOf = ([best]: readonly NormHelp[], tools: GroupTools): string =>
  best === undefined
    ? 'Er is nog niet genoeg bekend voor een voorstel.'
    : `“${labelOf(tools, best.norm)}” helpt deze groep het meest.`

function Spearpoints({ all, tools }: { all: readonly Spearpoint[]; tools: GroupTools }) {
  if (all.length === 0) return null
  return (
    <Section id="speerpunten" title="Gekozen speerpunten">
      <List
        items={all.map(({ id, norm, state, byName, at }) => ({
          key: id,
          body: (
            <>
              <Link to={`/balie/speerpunten/${id}`}>{labelOf(tools, norm)}</Link> ({SPEARPOINT_STATES[state]}), gekozen
              door {byName} op {day('nl', at)}
            </>
          ),
        }))}
      />
    </Section>
  )
}

function Helps({ group, helps, tools }: { group: Group; helps: readonly NormHelp[]; tools: GroupTools }) {
  return (
    <Section id="helpt" title="Wat deze groep het meest helpt" wide>
      <Text>
        Bereik × gewicht × gemak, opgeteld over de punten van een norm. Bereik is wie het mist, van wie het bekend is.
        Wat wij niet weten, telt niet als gemist. Open een norm om elk getal te zien, of om haar te kiezen.
      </Text>
      {helps.length === 0 ? (
        <Text>Van te weinig organisaties is genoeg bekend. Meet, of nodig hen uit voor de zelfcheck.</Text>
      ) : (
        <Table
          id="helpt-tabel"
          caption="Normen die het meest helpen"
          hideCaption
          stacked
          columns={[
            { head: 'Norm' },
            { head: 'Vooral door' },
            { head: 'Wie mist dat' },
            { head: 'Samen', numeric: true },
          ]}
          rows={helps.slice(0, PROPOSED).map(({ norm, criteria, help }) => ({
            key: norm,
            cells: [
              <Link key="n" to={`${pathOf(group)}/normen/${norm}`}>
                {labelOf(tools, norm)}
              </Link>,
              calledIn(tools.catalogue, tools.questionnaire)(criteria[0]!.criterion),
              reachIn(criteria[0]!),
              decimal(help),
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Missed({
  group,
  reaches,
  tools,
  called,
  organisations,
}: {
  group: Group
  organisations: number
  reaches: readonly Reach[]
  tools: GroupTools
  called: (id: string) => string
}) {
  const about = new Map(
    tools.catalogue.norms
      .filter((norm) => isAbout(norm, group))
      .flatMap(({ id, criteria }) => criteria.filter(({ weight }) => weight > 0).map((each) => [each.id, id] as const)),
  )
  const most = reaches
    .filter(({ criterion, missed }) => missed > 0 && about.has(criterion))
    .toSorted((one, other) => other.missed - one.missed || one.criterion.localeCompare(other.criterion))
    .slice(0, MISSED)
  if (most.length === 0) return null
  return (
    <Section id="gemist" title="Wat de meesten missen" wide>
      <Text>
        Gemeten en gepubliceerd, of gezien door mensen. Per punt zijn bekend, onbekend en de rest samen alle{' '}
        {organisations} organisaties.
      </Text>
      <Table
        id="gemist-tabel"
        caption="Punten die de meeste organisaties missen"
        hideCaption
        stacked
        columns={[
          { head: 'Punt' },
          { head: 'Mist het, van wie bekend is' },
          { head: 'Onbekend', numeric: true },
          { head: REST, numeric: true },
        ]}
        rows={most.map(({ criterion, missed, met, unknown }) => ({
          key: criterion,
          cells: [
            <Link key="p" to={`${pathOf(group)}/normen/${about.get(criterion)}`}>
              {called(criterion)}
            </Link>,
            shareOf(missed, missed + met),
            unknown,
            restOf(organisations, missed + met, unknown),
          ],
        }))}
      />
    </Section>
  )
}
