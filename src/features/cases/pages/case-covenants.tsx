/**
 * The blueprint of a case: the covenants beside its IT-toets. Per norm what the test asks already, what the covenant
 * adds and how to begin; for who carries out what is there, and for who advises on what is new.
 */
import type { Tx } from '../../../db/as.ts'
import { promisedNow } from '../../../db/covenants.ts'
import type { VerdictWord } from '../../../model/finding.ts'
import { enteredAbout } from '../../../registers/judged-store.ts'
import type { SubjectKind } from '../../../model/subject.ts'
import { SUBJECT_WORDS } from '../../../vocabulary/finding.ts'
import { COVENANT_STATES } from '../../../vocabulary/covenant.ts'
import { VerdictBadge } from '../../../web/badges.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { messages } from '../../../web/messages.ts'
import { Heading, Link, List, Section, Text, withCode } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { caseNumber, pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { besideCovenants, type Asked, type Beside, type BesideCovenant, type Extra } from '../rules/covenants.ts'
import { aboutOf } from '../store/case.ts'
import type { CaseRow } from '../store/rows.ts'

/** The desk speaks Dutch. */
const DUTCH = { m: messages.nl }

type Props = { readonly view: DeskView; readonly row: CaseRow; readonly all: readonly BesideCovenant[] }

function CovenantsPage({ view, row, all }: Props) {
  return (
    <DeskPage
      view={view}
      title={`Blauwdruk: ${row.title}`}
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
        <Heading level={1}>Blauwdruk: de convenanten naast deze toets</Heading>
        <Text lead>{leadOf(all)}</Text>
        <Text>{FOR_WHOM[row.kind]}</Text>
        <Text>
          Een convenant bindt alleen wie het tekende. Hier is het een voorbeeld: voor wat de gemeente zelf gebruikt en
          voor wat zij wil kiezen. Het is geen eis bij een aanbesteding.
        </Text>
        <p className="nl-paragraph ld-noprint">
          Deze pagina is te printen, of op te slaan als pdf, met het printmenu van uw browser.
        </p>
      </div>
      {all.map((each) => (
        <Section key={each.covenant.id} id={`convenant-${each.covenant.id}`} title={each.covenant.title} wide>
          <Text>
            {COVENANT_STATES[each.covenant.state]}.{' '}
            <Link to={`/balie/convenanten/${each.covenant.id}`}>Lees het convenant</Link>
          </Text>
          <Norms id={`normen-${each.covenant.id}`} rows={[...each.adds, ...each.asks]} />
          <Elsewhere id={`elders-${each.covenant.id}`} rows={each.elsewhere} />
        </Section>
      ))}
    </DeskPage>
  )
}

const FOR_WHOM: Readonly<Record<CaseRow['kind'], string>> = {
  product:
    'Voert u deze oplossing uit? Begin bij de eerste stap en vraag de leverancier om wat erbij komt. ' +
    'Adviseert u over een nieuwe? Neem dezelfde stappen als voorwaarde op.',
  proposal: 'Adviseert u over dit voorstel? Neem de eerste stappen als voorwaarde op. Wie het uitvoert, begint ermee.',
  regulation:
    'Adviseert u over deze regeling? Neem de eerste stappen als voorwaarde op. Wie haar uitvoert, begint ermee.',
}

/** The answer in one sentence or two. */
function leadOf(all: readonly BesideCovenant[]): string {
  if (all.length === 0) return 'Er geldt nu geen convenant, en er ligt er geen klaar om te tekenen.'
  const beside = all.flatMap(({ asks, adds }) => [...asks, ...adds])
  const [already, more] = [
    distinctNorms(all.flatMap(({ asks }) => asks)),
    distinctNorms(all.flatMap(({ adds }) => adds)),
  ]
  const proofs = new Set(
    beside.flatMap(({ extra }) => extra.filter(({ by }) => by === 'check' || by === 'person').map(({ id }) => id)),
  ).size
  return (
    `Deze toets vraagt of meet al ${counted(already, 'norm', 'normen')} uit de convenanten. ` +
    `Erbij komen ${counted(more, 'norm', 'normen')} en ${counted(proofs, 'bewijs', 'bewijzen')}.`
  )
}
const distinctNorms = (all: readonly Beside[]): number => new Set(all.map(({ norm }) => norm.id)).size
const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `geen ${many}` : count === 1 ? `één ${one}` : `${count} ${many}`

type NormsProps = { readonly id: string; readonly rows: readonly Beside[] }

const NormCell = ({ norm }: Pick<Beside, 'norm'>) => (
  <>
    <Link to={`/normen/${norm.id}`}>{norm.label}</Link> <span className="ld-quiet">{norm.id}</span>
  </>
)

/** What is about the thing that is tested; what the covenant adds first. */
function Norms({ id, rows }: NormsProps) {
  if (rows.length === 0) return <Text>Dit convenant vraagt niets van wat hier wordt getoetst.</Text>
  return (
    <Table
      id={id}
      caption="Per norm: wat de toets al vraagt, wat het convenant erbij vraagt, en waar u begint"
      stacked
      columns={[
        { head: 'Norm' },
        { head: 'Afspraak in het convenant' },
        { head: 'Wat de toets al vraagt of meet' },
        { head: 'Wat het convenant erbij vraagt' },
        { head: 'Eerste stap' },
      ]}
      rows={rows.map(({ norm, pledges, asked, extra, steps }) => ({
        key: norm.id,
        cells: [
          <NormCell key="n" norm={norm} />,
          pledges.join('; '),
          <InTest key="a" asked={asked} />,
          <Added key="p" extra={extra} />,
          <Steps key="s" steps={steps} />,
        ],
      }))}
    />
  )
}

/** What the covenant asks of something else than what is tested, with what that is. */
function Elsewhere({ id, rows }: NormsProps) {
  if (rows.length === 0) return null
  return (
    <>
      <Heading level={3}>Wat over iets anders gaat</Heading>
      <Table
        id={id}
        caption="Normen van het convenant die niet gaan over wat hier wordt getoetst"
        hideCaption
        stacked
        columns={[{ head: 'Norm' }, { head: 'Afspraak in het convenant' }, { head: 'Gaat over' }]}
        rows={rows.map(({ norm, pledges, about }) => ({
          key: norm.id,
          cells: [
            <NormCell key="n" norm={norm} />,
            pledges.join('; '),
            about.map((kind) => WORD_OF.get(kind) ?? kind).join(', '),
          ],
        }))}
      />
    </>
  )
}
const WORD_OF = new Map<SubjectKind, string>(Object.entries(SUBJECT_WORDS).map(([word, kind]) => [kind, word]))

function Steps({ steps }: Pick<Beside, 'steps'>) {
  if (steps.length === 0) return <span className="ld-quiet">geen: dit gaat over wie het gebruikt</span>
  if (steps.length === 1) return withCode(steps[0]!.text)
  return <List items={steps.map(({ id, text }) => ({ key: id, body: withCode(text) }))} />
}

const FROM: Readonly<Record<Asked['from'], string>> = {
  question: 'vraag',
  measurement: 'gemeten',
  register: 'register',
  person: 'gezien',
}

function InTest({ asked }: { asked: readonly Asked[] }) {
  if (asked.length === 0) return <span className="ld-quiet">niets</span>
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

const BY: Readonly<Record<Extra['by'], string>> = {
  check: 'een meting',
  person: 'iemand die ernaar kijkt',
  question: 'een antwoord',
  entry: 'een register',
}

function Added({ extra }: Pick<Beside, 'extra'>) {
  if (extra.length === 0) return <span className="ld-quiet">niets</span>
  return (
    <ul className="ld-list">
      {extra.map(({ id, text, by }) => (
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
