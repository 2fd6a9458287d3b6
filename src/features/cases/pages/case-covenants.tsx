/** The covenants beside an IT-toets: what the test asks of them already, and what they would add. */
import type { Tx } from '../../../db/as.ts'
import { promisedNow } from '../../../db/covenants.ts'
import type { VerdictWord } from '../../../model/finding.ts'
import { enteredAbout } from '../../../registers/judged-store.ts'
import { COVENANT_STATES } from '../../../vocabulary/covenant.ts'
import { VerdictBadge } from '../../../web/badges.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { messages } from '../../../web/messages.ts'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { caseNumber, pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { besideCovenants, type Asked, type Beside, type BesideCovenant } from '../rules/covenants.ts'
import { aboutOf } from '../store/case.ts'
import type { CaseRow } from '../store/rows.ts'

/** The desk speaks Dutch. */
const DUTCH = { m: messages.nl }

type Props = { readonly view: DeskView; readonly row: CaseRow; readonly all: readonly BesideCovenant[] }

function CovenantsPage({ view, row, all }: Props) {
  return (
    <DeskPage
      view={view}
      title={`Convenanten naast ${row.title}`}
      wide
      crumbs={[
        { name: 'Zaken', to: '/balie/zaken' },
        { name: row.title, to: pathOf(row) },
      ]}
    >
      <p className="ld-kicker">
        {caseNumber(row)} {row.title}
      </p>
      <div className="ld-opening">
        <Heading level={1}>De convenanten naast deze toets</Heading>
        <Text lead>{leadOf(all)}</Text>
        <Text>
          Een convenant bindt alleen wie het tekende. Hier is het een voorbeeld: voor wat de gemeente zelf gebruikt en
          voor wat zij wil kiezen. Het is geen eis bij een aanbesteding.
        </Text>
      </div>
      {all.map((each) => (
        <Section key={each.covenant.id} id={`convenant-${each.covenant.id}`} title={each.covenant.title} wide>
          <Text>
            {COVENANT_STATES[each.covenant.state]}.{' '}
            <Link to={`/balie/convenanten/${each.covenant.id}`}>Lees het convenant</Link>
          </Text>
          <Norms id={`erbij-${each.covenant.id}`} title="Wat het convenant erbij vraagt" rows={each.adds} step />
          <Norms id={`al-${each.covenant.id}`} title="Wat de toets al vraagt of meet" rows={each.asks} />
          <Norms
            id={`elders-${each.covenant.id}`}
            title="Wat over iets anders gaat"
            hint="Deze normen gelden voor organisaties of plaatsen, en niet voor wat hier wordt getoetst."
            rows={each.elsewhere}
          />
        </Section>
      ))}
    </DeskPage>
  )
}

/** The answer in one sentence or two. */
function leadOf(all: readonly BesideCovenant[]): string {
  if (all.length === 0) return 'Er geldt nu geen convenant, en er ligt er geen klaar om te tekenen.'
  const beside = all.flatMap(({ asks, adds }) => [...asks, ...adds])
  const [already, more] = [
    distinctNorms(all.flatMap(({ asks }) => asks)),
    distinctNorms(all.flatMap(({ adds }) => adds)),
  ]
  const proofs = new Set(beside.flatMap((each) => each.proofs.map(({ id }) => id))).size
  return (
    `Deze toets vraagt of meet al ${counted(already, 'norm', 'normen')} uit de convenanten. ` +
    `Erbij komen ${counted(more, 'norm', 'normen')} en ${counted(proofs, 'bewijs', 'bewijzen')}.`
  )
}
const distinctNorms = (all: readonly Beside[]): number => new Set(all.map(({ norm }) => norm.id)).size
const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `geen ${many}` : count === 1 ? `één ${one}` : `${count} ${many}`

type NormsProps = { id: string; title: string; hint?: string; rows: readonly Beside[]; step?: boolean }
/** `step`: with what to do first. */
function Norms({ id, title, hint, rows, step = false }: NormsProps) {
  if (rows.length === 0) return null
  const asks = rows.some(({ asked }) => asked.length > 0)
  const proofs = rows.some((each) => each.proofs.length > 0)
  return (
    <>
      <Heading level={3}>{title}</Heading>
      {hint === undefined ? null : <Text>{hint}</Text>}
      <Table
        id={id}
        caption={title}
        hideCaption
        stacked
        columns={[
          { head: 'Norm' },
          { head: 'Afspraak in het convenant' },
          ...(asks ? [{ head: 'In deze toets' }] : []),
          ...(proofs ? [{ head: 'Wat het convenant ook wil zien' }] : []),
          ...(step ? [{ head: 'Eerste stap' }] : []),
        ]}
        rows={rows.map(({ norm, pledges, asked, proofs: wanted }) => ({
          key: norm.id,
          cells: [
            <span key="n">
              <Link to={`/normen/${norm.id}`}>{norm.label}</Link> <span className="ld-quiet">{norm.id}</span>
            </span>,
            pledges.join('; '),
            ...(asks ? [<InTest key="a" asked={asked} />] : []),
            ...(proofs ? [<Proofs key="p" proofs={wanted} />] : []),
            ...(step ? [norm.criteria[0]?.firstStep ?? ''] : []),
          ],
        }))}
      />
    </>
  )
}

const FROM: Readonly<Record<Asked['from'], string>> = {
  question: 'vraag',
  measurement: 'gemeten',
  register: 'register',
  person: 'gezien',
}

function InTest({ asked }: { asked: readonly Asked[] }) {
  return (
    <ul className="ld-list">
      {asked.map(({ id, text, from, verdicts }) => (
        <li key={id}>
          {text} <span className="ld-quiet">{FROM[from]}</span>{' '}
          {verdicts.length === 0 ? (
            <span className="ld-quiet">nog niet beantwoord</span>
          ) : (
            distinct(verdicts).map((verdict) => (
              <VerdictBadge key={verdict} view={DUTCH} verdict={verdict} told="verdict" />
            ))
          )}
        </li>
      ))}
    </ul>
  )
}

const BY = { check: 'een meting', person: 'iemand die ernaar kijkt' } as const

function Proofs({ proofs }: Pick<Beside, 'proofs'>) {
  if (proofs.length === 0) return <span className="ld-quiet">niets</span>
  return (
    <ul className="ld-list">
      {proofs.map(({ id, text, by }) => (
        <li key={id}>
          {text} <span className="ld-quiet">{BY[by]}</span>
        </li>
      ))}
    </ul>
  )
}

const distinct = (verdicts: readonly VerdictWord[]): readonly VerdictWord[] => [...new Set(verdicts)]

export const covenantsRoutes = ({
  onCase,
  questionnaireFor,
  catalogue,
  registers,
}: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/convenanten',
    may: 'case.read',
    answer: onCase(async ({ tx, municipality, view, today }, { row, test, declared, measured, noted }) => {
      const questionnaire = test?.questionnaire ?? questionnaireFor('full-test', row.kind)
      const house = { registers, norms: catalogue.norms }
      const about = [{ kind: 'case', id: row.id } as const, ...aboutOf(row)]
      const { found } = await enteredAbout(tx, municipality.id, house, about, today)
      const all = besideCovenants(await promisedNow(tx, municipality.id), catalogue.norms, {
        kind: row.kind,
        questions: questionnaire?.questions ?? [],
        findings: [...declared, ...measured, ...noted, ...found],
      })
      return page(<CovenantsPage view={view} row={row} all={all} />)
    }),
  },
]
