/** The door to the registers: which there are, what each is for, and how much stands in it. */
import type { Tx } from '../db/as.ts'
import type { Register } from '../model/register.ts'
import { allows, type Permission } from '../vocabulary/roles.ts'
import { DeskPage } from '../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../web/desk/route.ts'
import { number } from '../web/language.ts'
import { Heading, Link, Text } from '../web/parts.tsx'
import { mayRead } from './access.ts'
import { placeOf } from './here.ts'
import { countEntries } from './list-store.ts'

/** Lists with pages of their own, that belong behind the same door. */
const BESIDE = [
  {
    to: '/balie/producten',
    name: 'Producten en hun toetsen',
    what: 'Welke producten zijn getoetst, en wat de websites laten zien.',
  },
  { to: '/balie/regelingen', name: 'Regelingen', what: 'Verordeningen en beleid, en welke zijn getoetst.' },
  {
    to: '/balie/normen',
    name: 'Normen',
    what: 'Wat er aan de wet achter de normen verandert, en wat een jurist nog moet zeggen.',
    may: 'law.watch',
  },
] as const satisfies readonly { to: string; name: string; what: string; may?: Permission }[]

/** `Nog leeg`, `1 regel`, `1.234 regels`. */
const counted = (count: number): string =>
  count === 0 ? 'Nog leeg' : count === 1 ? '1 regel' : `${number('nl', count)} regels`

function DoorPage({
  view,
  registers,
  counts,
}: {
  view: DeskView
  registers: readonly Register[]
  counts: ReadonlyMap<string, number>
}) {
  return (
    <DeskPage view={view} title="Registers">
      <div className="ld-opening">
        <Heading level={1}>Registers</Heading>
        <Text lead>Wat houdt de gemeente bij over haar digitale stad?</Text>
        <Text>
          <Link to="/balie/agenda">Bekijk in de agenda wat afloopt of opnieuw bekeken moet worden</Link>.{' '}
          <Link to="/balie/openbaar-maken">Kijk na wat op een tweede persoon wacht</Link>.
        </Text>
      </div>
      <ul className="ld-tasks">
        {registers.map((register) => (
          <li key={register.id}>
            <Link to={placeOf(register)}>{register.title}</Link>
            <span>{register.intro}</span>
            <span className="ld-quiet">{counted(counts.get(register.id) ?? 0)}</span>
          </li>
        ))}
        {BESIDE.filter((each) => !('may' in each) || allows(view.who.roles, each.may)).map(({ to, name, what }) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}

export const doorRoutes = (registers: readonly Register[]): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers',
    may: 'register.read',
    answer: async ({ tx, municipality, view, who }) => {
      const open = registers.filter((register) => mayRead(who, register))
      return page(<DoorPage view={view} registers={open} counts={await countEntries(tx, municipality.id, open)} />)
    },
  },
]
