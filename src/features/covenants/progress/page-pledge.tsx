/** One agreement: how it stands, its line through time, who is behind with the first step, and its story. */
import type { Tx } from '../../../db/as.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { expected } from '../../../scoring/course.ts'
import { STRENGTHS } from '../../../vocabulary/finding.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { Day } from '../../../web/desk/day.tsx'
import { Buttons } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { amendmentFact } from '../pledge-words.ts'
import { onPledge, progressPlace } from './frame.tsx'
import { CourseBadge, figureWords, OutcomeBadge, shareWords, unknownWords } from './parts.tsx'
import { ProofLink } from './proof.tsx'
import type { Kept } from './reckon.ts'
import type { House } from './rules.ts'
import {
  datedOf,
  namedVerifier,
  notesOf,
  partiesNow,
  verdictsOf,
  verifies,
  wholeThrough,
  type Dated,
  type Note,
  type PartyNow,
} from './store.ts'
import { courseNow, storyOf, untilWords } from './sums.ts'
import type { Followed } from './terms-store.ts'
import { Verdicts } from './part-verdicts.tsx'
import { standing, type Verdict } from './verdict-rules.ts'
import { Behind } from './part-behind.tsx'
import { Line } from './part-pledge.tsx'
import { namesOfUnits } from './units-store.ts'

type Props = {
  readonly view: DeskView
  readonly covenant: Followed
  readonly pledge: PledgeTerms
  /** Of all together, through time. */
  readonly kept: readonly Kept[]
  readonly verdicts: readonly Verdict[]
  readonly notes: readonly Note[]
  readonly dated: readonly Dated[]
  readonly parties: readonly PartyNow[]
  readonly at: number
  /** What organisations are called that something was said of. */
  readonly names: ReadonlyMap<string, string>
  readonly verifier: Awaited<ReturnType<typeof namedVerifier>>
  readonly mine: boolean
  readonly steps: readonly { readonly title: string; readonly step: string }[]
  readonly today: string
}

/** The first steps of what a pledge asks, each once; of `own`, how far one party is: none where all of it is right. */
export function firstSteps({ norms }: House, pledge: PledgeTerms, own?: { count: number; among: number }) {
  if (own !== undefined && own.among > 0 && own.count >= own.among) return []
  const asked = new Set([...pledge.rules.flatMap(({ criteria }) => criteria), pledge.criterion])
  return norms
    .flatMap(({ criteria }) => criteria)
    .filter(({ id, firstStep }) => asked.has(id) && firstStep !== '')
    .map(({ title, firstStep }) => ({ title: title.nl, step: firstStep }))
}

function PledgePage(props: Props) {
  const { view, covenant, pledge, kept, verdicts, notes, dated, names, verifier, mine, today } = props
  const place = progressPlace(covenant, pledge)
  const now = kept.find(({ to }) => to === null)
  const said = standing(verdicts).find(({ whole }) => whole)
  const looked = notes.findLast(({ kind, organisation }) => kind === 'confirmed' && organisation === null)
  const nameOf = (organisation: string | null) =>
    organisation === null ? `gemeente ${view.municipality.name}` : (names.get(organisation) ?? 'een partij')
  const story = storyOf({ pledge, kept, verdicts, notes, dated, nameOf })
  return (
    <DeskPage
      view={view}
      title={pledge.title}
      crumbs={[
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: `/balie/convenanten/${covenant.id}` },
        { name: 'Voortgang', to: progressPlace(covenant) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>{pledge.title}</Heading>
        <Text lead>
          {now === undefined || now.among === 0
            ? 'Nu is hier niets van gemeten.'
            : `Nu ${figureWords(now)} ${pledge.unitWords}${unknownWords(now)}. ` +
              `Vandaag verwacht: ${shareWords(expected(pledge, today))}.`}
        </Text>
        <Text>
          {said === undefined ? (
            <CourseBadge course={courseNow(pledge, now, today)} />
          ) : (
            <OutcomeBadge outcome={said.outcome} daysLate={said.daysLate} />
          )}
        </Text>
      </div>
      {mine ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${place}/oordeel`}>
            {said === undefined ? 'Geef uw oordeel' : 'Herstel het oordeel'}
          </a>
          <Link to={`${place}/nagekeken`}>Leg vast dat u het nakeek</Link>
        </Buttons>
      ) : null}
      <Facts items={factsOf(pledge, now, looked, verifier)} />
      <Line {...props} />
      <Behind {...props} now={now} />
      <Verdicts
        view={view}
        place={place}
        verdicts={verdicts}
        nameOf={nameOf}
        level={pledge.level}
        today={today}
        mine={mine || allows(view.who.roles, 'covenant.write')}
        judges={mine}
        steers={allows(view.who.roles, 'covenant.steer')}
      />
      <Section id="verhaal" title="Wat er gebeurde">
        <Table
          id="verhaal-lijst"
          caption="Het nieuwste eerst"
          stacked
          columns={[{ head: 'Dag' }, { head: 'Wat' }, { head: 'Hoe' }]}
          rows={story.map((each, at) => ({
            key: `${at}`,
            cells: [
              <Day key="d" on={each.on} />,
              each.what,
              <span key="h">
                {each.text}
                {each.note === undefined ? null : <ProofLink note={each.note} place={place} />}
              </span>,
            ],
          }))}
        />
      </Section>
      <Text>
        {allows(view.who.roles, 'covenant.steer') ? (
          <>
            <Link to={`${place}/toetser`}>Wijs een andere toetser aan</Link>.{' '}
          </>
        ) : null}
        {allows(view.who.roles, 'covenant.write') ? (
          <>
            <Link to={`${place}/aantekening`}>Voeg bewijs of een aantekening toe</Link>.{' '}
          </>
        ) : null}
        <Link to={progressPlace(covenant)}>Alle afspraken</Link>.
      </Text>
    </DeskPage>
  )
}

function factsOf(
  pledge: PledgeTerms,
  now: Kept | undefined,
  looked: Note | undefined,
  verifier: Props['verifier'],
): { readonly name: string; readonly value: React.ReactNode }[] {
  const { baseline, first } = pledge
  return [
    { name: 'Wanneer het telt', value: pledge.decision },
    { name: 'Begin', value: `${figureWords(baseline)} op ${day('nl', baseline.on)}` },
    { name: 'Doel', value: `${shareWords(pledge.target)} op ${day('nl', pledge.due)}` },
    ...(first === undefined
      ? []
      : [{ name: 'Het eerste doel', value: `${shareWords(first.target)} op ${day('nl', first.due)}` }]),
    ...(pledge.amendments ?? []).map(amendmentFact),
    {
      name: 'Waar dit op rust',
      value:
        now?.strength == null
          ? 'nog niets'
          : `minstens ${STRENGTHS[now.strength]}, het eerste ${untilWords(now.until)}`,
    },
    {
      name: 'Laatst bevestigd',
      value: looked === undefined ? 'nog niet' : `${day('nl', looked.on)}, door ${looked.byName ?? 'de toetser'}`,
    },
    {
      name: 'Toetser',
      value:
        verifier === undefined
          ? `${pledge.verifier.name}, ${pledge.verifier.function}`
          : `${verifier.name ?? 'onbekend'}, ${verifier.function ?? ''}, in de plaats van ${pledge.verifier.name}: ` +
            verifier.reason,
    },
  ]
}

export const pledgePageRoutes = (house: House): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/convenanten/:covenant/voortgang/:pledge',
    may: 'covenant.read',
    answer: onPledge(async ({ tx, municipality, view, query, today }, covenant, pledge) => {
      const verdicts = await verdictsOf(tx, municipality.id, covenant.id, pledge.id)
      return page(
        <PledgePage
          view={view}
          covenant={covenant}
          pledge={pledge}
          kept={await wholeThrough(tx, municipality.id, covenant.id, pledge.id)}
          verdicts={verdicts}
          notes={await notesOf(tx, municipality.id, covenant.id, pledge.id)}
          dated={await datedOf(tx, municipality.id, covenant.id, pledge.id)}
          parties={await partiesNow(tx, municipality.id, covenant.id, pledge.id)}
          at={/^[1-9]\d{0,4}$/.test(query.get('pagina') ?? '') ? Number(query.get('pagina')) : 1}
          names={await namesOfUnits(
            tx,
            municipality.id,
            verdicts.flatMap(({ organisation }) => organisation ?? []),
          )}
          verifier={await namedVerifier(tx, municipality.id, covenant.id, pledge.id)}
          mine={
            allows(view.who.roles, 'pledge.verify') && (await verifies(tx, municipality.id, covenant.id, pledge.id))
          }
          steps={firstSteps(house, pledge)}
          today={today}
        />,
      )
    }),
  },
]
