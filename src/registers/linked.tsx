/** Links between entries and other things, both ways. */
import type { LinkTo, Register } from '../model/register.ts'
import type { LinkTarget } from '../vocabulary/register.ts'
import { Link, List, Section } from '../web/parts.tsx'
import { placeOf } from './here.ts'
import type { linksTo } from './store.ts'

const PLACES: Readonly<Record<LinkTarget, string>> = {
  organisation: '/balie/organisaties/',
  case: '/balie/zaken/',
  regulation: '/balie/regelingen/',
  product: '/balie/producten/',
  norm: '/normen/',
}
/** Where the thing stands that a link leads to. */
export const pathOf = (registers: readonly Register[], to: LinkTo, id: string): string =>
  'purpose' in to
    ? placeOf(
        registers.find(({ purpose }) => purpose === to.purpose)!,
        { id },
      )
    : `${PLACES[to.target]}${id}`

/** The entries that lead to what the page is about; nothing when there are none. */
export function LinkedFrom({
  registers,
  linked,
}: {
  registers: readonly Register[]
  linked: Awaited<ReturnType<typeof linksTo>>
}) {
  const items = linked.flatMap((each) => {
    const register = registers.find(({ id }) => id === each.register)
    const field = register?.fields.find(({ id }) => id === each.field)
    if (!register || !field) return []
    return [
      {
        key: `${each.id} ${each.field}`,
        body: (
          <>
            <Link to={placeOf(register, each)}>{`${each.no} ${each.title}`}</Link>{' '}
            <span className="ld-quiet">
              {register.title}: {field.label}
            </span>
          </>
        ),
      },
    ]
  })
  return items.length === 0 ? null : (
    <Section id="verwijzingen" title="Wat hiernaar verwijst">
      <List items={items} />
    </Section>
  )
}
