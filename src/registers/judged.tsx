/** What the norms ask of entries, and what these say of it, as a table. */
import type { Norm } from '../model/norm.ts'
import { toldOf, VerdictBadge } from '../web/badges.tsx'
import { entrySentence } from '../web/entry-sentence.ts'
import { messages } from '../web/messages.ts'
import { Link, Section, Text } from '../web/parts.tsx'
import { Table } from '../web/table.tsx'
import { placeOf } from './here.ts'
import { MOST_ENTERED, type Entered } from './judged-store.ts'

/** The desk speaks Dutch. */
const DUTCH = { m: messages.nl }

type Props = {
  readonly norms: readonly Norm[]
  readonly findings: readonly Entered[]
}

/** On the page of the entry itself; nothing where nothing is asked of it. */
export const Judged = (props: Props) =>
  props.findings.length === 0 ? null : (
    <Section id="normen" title="Wat de normen hiervan vragen">
      <Text>Dit volgt uit wat hier is ingevuld. Past u iets aan, dan verandert dit mee.</Text>
      {props.findings.some(({ reason }) => reason === 'entry.expired') ? (
        <Text>Klopt alles nog? Kies “Pas aan” en sla op zonder iets te veranderen. Dan telt het weer mee.</Text>
      ) : null}
      <JudgedTable {...props} />
    </Section>
  )

/** On the page of what the entries are about; nothing where the registers say nothing of it. */
export const Registered = ({ more, ...props }: Props & { readonly more: boolean }) =>
  props.findings.length === 0 ? null : (
    <Section id="registers" title="Wat de registers hiervan zeggen">
      <Text>Dit volgt uit wat in de registers is ingevuld. Klopt het niet? Pas het daar aan.</Text>
      {more ? <Text>Er zijn meer regels. Alleen de eerste {MOST_ENTERED} zijn meegewogen.</Text> : null}
      <JudgedTable {...props} named />
    </Section>
  )

/** `named`: the table is of more than one entry. */
function JudgedTable({ norms, findings, named = false }: Props & { readonly named?: boolean }) {
  const asked = new Map(norms.flatMap(({ criteria }) => criteria.map((criterion) => [criterion.id, criterion])))
  return (
    <Table
      id="ingevuld-tabel"
      caption="Wat de normen vragen"
      hideCaption
      stacked
      columns={[
        ...(named ? [{ head: 'Waarover' }] : []),
        { head: 'Norm' },
        { head: 'Wat wordt gevraagd' },
        { head: 'Oordeel' },
        { head: 'Waarom' },
      ]}
      rows={findings.map(({ register, entry, ...finding }) => ({
        key: `${entry.id} ${finding.criterion}`,
        cells: [
          ...(named
            ? [
                <span key="e">
                  <Link to={placeOf(register, entry)}>{entry.title}</Link>{' '}
                  <span className="ld-quiet">{register.one}</span>
                </span>,
              ]
            : []),
          <span key="n" className="ld-oneline">
            <Link to={`/normen/${finding.norm}`}>{finding.norm}</Link>
          </span>,
          asked.get(finding.criterion)?.title.nl,
          <VerdictBadge key="v" view={DUTCH} verdict={finding.verdict} told={toldOf(asked.get(finding.criterion))} />,
          entrySentence('nl', finding.reason, finding.seen),
        ],
      }))}
    />
  )
}
