/** All contracts with what their suppliers promised, and when somebody looks. */
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'

export const DUTIES = '/balie/contractplichten'
/** A day in words, or that there is none. */
export const when = (on: string | null): string => (on === null ? '–' : day('nl', on))

type Row = {
  readonly contract: string
  readonly title: string
  readonly running: number
  readonly breached: number
  readonly nextOn: string | null
}
export function ContractsPage({ view, rows }: { view: DeskView; rows: readonly Row[] }) {
  return (
    <DeskPage
      view={view}
      title="Plichten van contracten"
      crumbs={[{ name: 'Aanbestedingen', to: '/balie/aanbestedingen' }]}
    >
      <div className="ld-opening">
        <Heading level={1}>Plichten van contracten</Heading>
        <Text lead>Wat leveranciers bij een aanbesteding beloofden, en wanneer iemand nagaat of het klopt.</Text>
      </div>
      {rows.length === 0 ? (
        <Text>Er zijn nog geen plichten. Zij ontstaan als u vastlegt aan wie de gemeente gunt.</Text>
      ) : (
        <Table
          id="contracten"
          caption="Contracten met plichten"
          hideCaption
          stacked
          columns={[
            { head: 'Contract' },
            { head: 'Lopend', numeric: true },
            { head: 'Niet nagekomen', numeric: true },
            { head: 'Eerste controle' },
          ]}
          rows={rows.map((each) => ({
            key: each.contract,
            cells: [
              <Link key="c" to={`${DUTIES}/${each.contract}`}>
                {each.title}
              </Link>,
              String(each.running),
              each.breached === 0 ? 'geen' : String(each.breached),
              when(each.nextOn),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}
