/** What was measured of the websites of a contract: each address and criterion, until when it holds, and what ended. */
import { VerdictBadge } from '../../web/badges.tsx'
import { Day } from '../../web/desk/day.tsx'
import { day } from '../../web/language.ts'
import { messages } from '../../web/messages.ts'
import { Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Contract } from './contract-store.ts'
import type { Duty } from './duty-store.ts'
import { isEnded, mayBreach, speakingOf, type Measured } from './rules/measured.ts'

const DUTCH = { m: messages.nl }

/** A measurement does not fit what was promised, and nobody established anything yet. */
export const doubtful = (duty: Duty, measured: readonly Measured[], today: string): boolean =>
  duty.state === 'running' && mayBreach(speakingOf(duty, measured), today)

export function MeasuredHere({
  contract,
  measured,
  today,
}: {
  contract: Contract
  measured: readonly Measured[]
  today: string
}) {
  const { websites } = contract
  const unseen = websites.filter((address) => !measured.some((each) => each.address === address))
  return (
    <Section id="gemeten" title="Gemeten op de websites van dit contract" wide>
      {websites.length === 0 ? (
        <Text>
          Bij dit contract en zijn producten staat geen website. Zet die{' '}
          <Link to={contract.to}>bij het contract in het register</Link>, dan leest u hier wat er is gemeten.
        </Text>
      ) : (
        <Text>
          Dit is gemeten en openbaar gemaakt, bij de normen die zijn beloofd. Wat onbekend is, is niet mislukt. Een
          meting beslist niets.
        </Text>
      )}
      {measured.length === 0 ? null : (
        <Table
          id="gemeten-tabel"
          caption="Gemeten"
          hideCaption
          stacked
          columns={[
            { head: 'Website' },
            { head: 'Criterium' },
            { head: 'Oordeel' },
            { head: 'Gezien op' },
            { head: 'Geldig tot en met' },
          ]}
          rows={measured.map((each) => ({
            key: `${each.address} ${each.criterion}`,
            cells: [
              each.address,
              <Link key="c" to={`/normen/${each.norm}`}>
                {each.criterion}
              </Link>,
              isEnded(each, today) ? (
                `onbekend: gold tot en met ${day('nl', each.until)}`
              ) : (
                <VerdictBadge key="v" view={DUTCH} verdict={each.verdict} told="verdict" />
              ),
              <Day key="d" on={each.at} />,
              <Day key="u" on={each.until} />,
            ],
          }))}
        />
      )}
      {unseen.length === 0 ? null : <Text>Hierover is bij deze normen niets gemeten: {unseen.join(', ')}.</Text>}
    </Section>
  )
}
