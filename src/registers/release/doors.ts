/** What the routes of publishing an entry share: the register, the entry, and how far it is on its way to everybody. */
import type { Tx } from '../../db/as.ts'
import type { Register } from '../../model/register.ts'
import { missing, type Asked, type Reply } from '../../web/desk/route.ts'
import type { RegisterDeps } from '../here.ts'
import type { House } from '../links-store.ts'
import { entryById } from '../store.ts'
import type { ReleaseFacts } from './rules.ts'
import { factsOf, type Doing } from './store.ts'
import { UUID } from '../../lib/uuid.ts'

export type ReleaseDeps = Pick<RegisterDeps, 'registers' | 'catalogue'>
/** With where its links lead. */
export type Opened = Doing & { readonly house: House }
type Then = (asked: Asked<Tx>, doing: Opened, facts: ReleaseFacts) => Promise<Reply> | Reply

/** The register of an address when its entries can be public, or undefined. */
export const publicRegister = ({ registers }: Pick<ReleaseDeps, 'registers'>, id: string): Register | undefined =>
  registers.find((each) => each.id === id && each.publication !== 'never')

/** Opens the entry of an address. `to-change`: two acts on it follow each other. */
export const onEntry =
  (deps: ReleaseDeps, why: 'to-read' | 'to-change', then: Then) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const { tx, municipality, who, params } = asked
    const register = publicRegister(deps, params['register']!)
    const id = params['entry']!
    if (!register || !UUID.test(id)) return missing
    const entry = await entryById(tx, municipality.id, register, id, why)
    if (!entry) return missing
    const house = { registers: deps.registers, norms: deps.catalogue.norms }
    return then(
      asked,
      { tx, municipality: municipality.id, who, house, register, entry },
      await factsOf(tx, municipality.id, entry),
    )
  }
