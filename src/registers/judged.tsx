/** What the norms ask of an entry, and what the entry says of it: derived from what stands in it, and kept nowhere. */
import type { Norm } from '../model/norm.ts'
import type { Entry, Register } from '../model/register.ts'
import { enteredFindings } from '../scoring/entered.ts'
import { VERDICT_WORDS } from '../vocabulary/finding.ts'
import { entrySentence } from '../web/entry-sentence.ts'
import { Link, Section, Text } from '../web/parts.tsx'
import { Table } from '../web/table.tsx'

const WORDS = new Map<string, string>(Object.entries(VERDICT_WORDS).map(([word, verdict]) => [verdict, word]))

type Props = {
  readonly norms: readonly Norm[]
  readonly register: Register
  readonly entry: Entry
  /** YYYY-MM-DD. */
  readonly today: string
}

export function Judged({ norms, register, entry, today }: Props) {
  const findings = enteredFindings({ norms }, register, entry, today)
  if (findings.length === 0) return null
  const titles = new Map(norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])))
  return (
    <Section id="normen" title="Wat de normen hiervan vragen">
      <Text>Dit volgt uit wat hier is ingevuld. Past u iets aan, dan verandert dit mee.</Text>
      <Table
        id="normen-tabel"
        caption="Wat de normen vragen"
        hideCaption
        stacked
        columns={[{ head: 'Norm' }, { head: 'Wat wordt gevraagd' }, { head: 'Oordeel' }, { head: 'Waarom' }]}
        rows={findings.map((finding) => ({
          key: finding.criterion,
          cells: [
            <Link key="n" to={`/normen/${finding.norm}`}>
              {finding.norm}
            </Link>,
            titles.get(finding.criterion),
            WORDS.get(finding.verdict),
            entrySentence('nl', finding.reason, finding.seen),
          ],
        }))}
      />
    </Section>
  )
}
