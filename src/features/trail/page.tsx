/** Logboek: what people did here, in order, with the proof that nothing was changed or left out. */
import { ACTS, actInWords } from '../../vocabulary/act.ts'
import { ErrorSummary, Field, Select, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { SearchForm } from '../../web/desk/search-form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { rowDay, time } from '../../web/language.ts'
import { Heading, Link, Notice, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { addressOf, type AskedTrail } from './asked.ts'
import { detailInWords } from './details.ts'
import type { Line } from './store.ts'
import type { Subject } from './subjects-store.ts'

/** What an act was about when its own name is not known here. */
const KINDS: Readonly<Record<string, string>> = {
  case: 'een zaak',
  form: 'een vragenlijst',
  organisation: 'een organisatie',
  product: 'een product',
  measure: 'een maatregel',
  regulation: 'een regeling',
  person: 'een account',
  sample: 'de steekproef',
  municipality: 'de gemeente',
  publication: 'de openbare site',
}
/** What a line is about: its name, or else its kind. */
export const subjectInWords = (object: string, subjects: ReadonlyMap<string, Subject>): string =>
  subjects.get(object)?.name ?? KINDS[object.split('/')[0]!] ?? object.split('/')[0]!
/** Who did it. */
export const whoInWords = ({ name, person }: Line): string => name ?? (person === null ? 'onbekend wie' : 'verwijderd')

export type Proof = { readonly count: number; readonly brokenAt?: number; readonly why?: string }
export type TrailProps = {
  readonly view: DeskView
  readonly asked: AskedTrail
  readonly problems: Problems
  readonly people: readonly { readonly id: string; readonly name: string; readonly function: string }[]
  readonly lines: readonly Line[]
  readonly more: boolean
  readonly subjects: ReadonlyMap<string, Subject>
  readonly proof: Proof | undefined
}

export function TrailPage(props: TrailProps) {
  const { view, asked, problems, lines, more, subjects } = props
  const filtered = Object.values(asked).some((value) => value !== '')
  const wrong = Object.keys(problems).length > 0
  return (
    <DeskPage view={view} title="Logboek" wide>
      <div className="ld-opening">
        <Heading level={1}>Logboek</Heading>
        <Text lead>
          Elke handeling van iedereen staat hier, met een keten van controlegetallen. Niemand kan er iets in veranderen.
        </Text>
      </div>
      <ProofText proof={props.proof} />
      <ErrorSummary problems={problems} />
      <Filters {...props} />
      {wrong ? null : lines.length === 0 ? (
        <Text>{filtered ? 'Hierbij past geen handeling.' : 'Er is nog niets gebeurd.'}</Text>
      ) : (
        <>
          <Text>
            <Link to={addressOf(asked, {}, '/bestand')}>
              {filtered ? 'Deze regels downloaden (CSV)' : 'Alle regels downloaden (CSV)'}
            </Link>
          </Text>
          <Table
            id="logboek"
            caption="Handelingen, nieuwste eerst"
            stacked
            columns={[
              { head: 'Nummer', numeric: true },
              { head: 'Wanneer' },
              { head: 'Wie' },
              { head: 'Wat' },
              { head: 'Waarover' },
              { head: 'Bijzonderheden' },
            ]}
            rows={lines.map((line) => {
              const path = subjects.get(line.object)?.path
              const about = subjectInWords(line.object, subjects)
              return {
                key: `${line.no}`,
                cells: [
                  `${line.no}`,
                  <time key="w" className="ld-oneline" dateTime={line.at}>
                    {rowDay('nl', line.at)} {time(new Date(line.at))}
                  </time>,
                  whoInWords(line),
                  actInWords(line.act),
                  <span key="o" className="ld-address">
                    {path === undefined ? about : <Link to={path}>{about}</Link>}
                  </span>,
                  <span key="d" className="ld-address">
                    {detailInWords(line.detail)}
                  </span>,
                ],
              }
            })}
          />
        </>
      )}
      {more ? (
        <nav aria-label="Pagina’s" className="ld-pager">
          <Link to={addressOf(asked, { voor: String(lines.at(-1)!.no) })}>Oudere regels</Link>
        </nav>
      ) : null}
    </DeskPage>
  )
}

function ProofText({ proof }: Pick<TrailProps, 'proof'>) {
  if (proof === undefined)
    return (
      <Text>
        <Link to="/balie/logboek?bewijs=ja">Keten narekenen</Link>. Op de opdrachtregel:{' '}
        <code className="nl-code">leidraad audit</code>.
      </Text>
    )
  const title =
    proof.brokenAt === undefined
      ? `De keten is heel: ${proof.count} regels nagerekend.`
      : `De keten klopt niet bij regel ${proof.brokenAt}: ${proof.why}.`
  return <Notice title={title}>{null}</Notice>
}

function Filters({ asked, problems, people }: TrailProps) {
  return (
    <SearchForm
      list="/balie/logboek"
      button="Logboek doorzoeken"
      filtered={Object.values(asked).some((value) => value !== '')}
      wide="trail"
    >
      <Select
        name="wie"
        label="Wie"
        value={asked.wie}
        problems={problems}
        empty="Iedereen"
        options={people.map(({ id, name, function: role }) => ({ value: id, label: role ? `${name}, ${role}` : name }))}
      />
      <Select
        name="wat"
        label="Handeling"
        value={asked.wat}
        problems={problems}
        empty="Elke handeling"
        options={ACTS.map(({ name, words }) => ({ value: name, label: words }))}
      />
      <Field name="zaak" label="Zaak: nummer of hele titel" value={asked.zaak} problems={problems} maxLength={200} />
      <Field name="van" label="Eerste dag" type="date" value={asked.van} problems={problems} />
      <Field name="tot" label="Laatste dag" type="date" value={asked.tot} problems={problems} />
    </SearchForm>
  )
}
