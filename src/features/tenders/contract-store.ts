/** A contract of the register with the products it is about, and what people found of those. */
import { registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import { notedAbout } from '../../db/noted-findings.ts'
import type { Noted } from '../../model/finding.ts'
import type { Register } from '../../model/register.ts'
import { placeOf } from '../../registers/here.ts'
import { entryById, linksTo } from '../../registers/store.ts'

export type Contract = {
  readonly id: string
  readonly title: string
  /** Where it stands at the desk. */
  readonly to: string
  readonly products: readonly string[]
}

const productField = (register: Register) =>
  register.fields.find(({ to }) => to && 'purpose' in to && to.purpose === 'product')

/** The contract; undefined when it is not there. */
export async function contractById(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  id: string,
): Promise<Contract | undefined> {
  const register = registerFor(registers, 'contract')
  const entry = register && (await entryById(tx, municipality, register, id))
  if (!register || !entry) return undefined
  const field = productField(register)
  const products = field ? ((entry.values[field.id] ?? []) as readonly string[]) : []
  return { id, title: entry.title, to: placeOf(register, entry), products }
}

/** Contracts that lead to a product of the register. */
export async function contractsOf(tx: Tx, municipality: string, registers: readonly Register[], product: string) {
  const register = registerFor(registers, 'contract')
  const links = register ? await linksTo(tx, municipality, 'entry', product) : []
  return links.filter((each) => each.register === register?.id).map(({ id }) => id)
}

/** What people found of its products about these norms, the newest first. */
export async function foundOf(
  tx: Tx,
  municipality: string,
  { products }: Pick<Contract, 'products'>,
  norms: readonly string[],
): Promise<readonly Noted[]> {
  const all = await notedAbout(
    tx,
    municipality,
    products.map((id) => ({ kind: 'product' as const, id })),
  )
  return all.filter(({ norm }) => norms.includes(norm))
}
