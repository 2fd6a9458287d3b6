/** A contract of the register with the products and websites that deliver it, and what was found of those. */
import { registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import { heldFindings } from '../../db/held-findings.ts'
import { notedAbout } from '../../db/noted-findings.ts'
import { websiteAddress } from '../../lib/web-address.ts'
import type { Noted } from '../../model/finding.ts'
import type { Norm } from '../../model/norm.ts'
import type { Register, Values } from '../../model/register.ts'
import { placeOf } from '../../registers/here.ts'
import { entryById, linksTo } from '../../registers/store.ts'
import { countingOn, type Measured } from './rules/measured.ts'

export type Contract = {
  readonly id: string
  readonly title: string
  /** Where it stands at the desk. */
  readonly to: string
  readonly products: readonly string[]
  /** Addresses on which it is delivered: those that the contract names, and those of its products. */
  readonly websites: readonly string[]
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
  const websites = websitesIn(register, entry.values)
  const ofProducts = registerFor(registers, 'product')
  for (const product of ofProducts ? products : []) {
    const found = await entryById(tx, municipality, ofProducts!, product)
    if (found) websites.push(...websitesIn(ofProducts!, found.values))
  }
  return { id, title: entry.title, to: placeOf(register, entry), products, websites: [...new Set(websites)].toSorted() }
}

/** The addresses in a list of websites, as the scanner knows them. */
function websitesIn({ fields }: Register, values: Values): string[] {
  const field = fields.find(({ role }) => role === 'websites')
  const part = field?.parts.find(({ kind }) => kind === 'url')
  const rows = field ? values[field.id] : undefined
  if (!field || !part || !Array.isArray(rows)) return []
  return rows.flatMap((row: unknown) => {
    const said = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[part.id] : undefined
    return typeof said === 'string' ? (websiteAddress(said) ?? []) : []
  })
}

/**
 * What was measured and published of the websites of a contract, and what people found of them, about these norms: of
 * each address and criterion one. What ended is among them, with the day until which it held.
 */
export async function measuredOf(
  tx: Tx,
  municipality: string,
  { websites }: Pick<Contract, 'websites'>,
  norms: readonly Norm[],
  today: string,
): Promise<readonly Measured[]> {
  if (websites.length === 0) return []
  const rows = await tx
    .selectFrom('subject')
    .select(['id', 'address'])
    .where('municipality', '=', municipality)
    .where('kind', '=', 'website')
    .where('address', 'in', [...websites])
    .where('ended_at', 'is', null)
    .execute()
  const addresses = new Map(rows.map(({ id, address }) => [id, address]))
  const asked = new Map(
    norms.flatMap(({ id, criteria }) =>
      criteria.filter(({ subjects }) => subjects.includes('website')).map((each) => [each.id, id] as const),
    ),
  )
  const held = await heldFindings(tx, municipality, { subjects: [...addresses.keys()], criteria: [...asked.keys()] })
  return countingOn(
    held.map((each) => ({
      ...each,
      address: addresses.get(each.subject)!,
      norm: asked.get(each.criterion)!,
    })),
    today,
  )
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
