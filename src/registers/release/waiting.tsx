/** Everything of the registers that waits for a second person before it is public, or no longer is. */
import type { Tx } from '../../db/as.ts'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { ReleaseDeps } from './doors.ts'
import { releasePath } from './store.ts'
import { waitingEntries } from './waiting-store.ts'

/** More than this nobody reads in a day; the oldest stand first. */
const MOST = 200

/** The list of what waits. */
export const waitingRoutes = ({ registers }: ReleaseDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/openbaar-maken',
    may: 'register.read',
    answer: async ({ tx, municipality, view }) => {
      const waiting = await waitingEntries(tx, municipality.id, MOST)
      const named = new Map(registers.map((register) => [register.id, register.title]))
      const title = 'Wat wacht op een tweede persoon'
      return page(
        <DeskPage view={view} title={title} crumbs={[{ name: 'Registers', to: '/balie/registers' }]} wide>
          <Heading level={1}>{title}</Heading>
          <Text lead>Een collega gaf dit vrij of vroeg om het in te trekken. Een ander kijkt het na.</Text>
          {waiting.length === 0 ? (
            <Text>Er wacht nu niets.</Text>
          ) : (
            <Table
              id="wacht"
              caption="Het langst wachtende eerst"
              stacked
              columns={[
                { head: 'Wat' },
                { head: 'Register' },
                { head: 'Gevraagd' },
                { head: 'Door' },
                { head: 'Sinds' },
              ]}
              rows={waiting.map((each) => ({
                key: each.id,
                cells: [
                  <Link key="n" to={releasePath(each.register, each.id)}>
                    {each.no} {each.title}
                  </Link>,
                  named.get(each.register) ?? each.register,
                  each.step === 'released' ? 'openbaar maken' : 'intrekken',
                  each.byName,
                  <Day key="d" on={each.at} />,
                ],
              }))}
            />
          )}
          {waiting.length < MOST ? null : <Text>Dit zijn de eerste {MOST}.</Text>}
        </DeskPage>,
      )
    },
  },
]
