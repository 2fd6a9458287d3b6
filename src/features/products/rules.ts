/** What a product's form must hold. Pure. */
import { websiteAddress, whyNoWebsite } from '../../lib/web-address.ts'
import type { Product } from '../../model/product.ts'

export type ProductInput = {
  readonly naam: string
  readonly leverancier: string
  readonly versie: string
  readonly configuratie: string
  readonly inzet: string
  readonly omschrijving: string
  readonly gegevens: readonly string[]
  readonly van: string
  readonly tot: string
  readonly kosten: string
  readonly eigenaar: string
  /** One per line, as typed. */
  readonly websites: string
}
export const emptyProduct: ProductInput = {
  naam: '',
  leverancier: '',
  versie: '',
  configuratie: '',
  inzet: '',
  omschrijving: '',
  gegevens: [],
  van: '',
  tot: '',
  kosten: '',
  eigenaar: '',
  websites: '',
}

const linesOf = (websites: string): string[] => websites.split(/\s+/).filter((word) => word !== '')

/** The addresses that were typed, one a line, each as the measurement keeps a website; what is none is left out. */
export const addressesOf = (websites: string): string[] => [
  ...new Set(linesOf(websites).flatMap((word) => websiteAddress(word) ?? [])),
]

/** The first of what was typed that is no address, with why; undefined when all are. */
export function noWebsite(websites: string): { readonly word: string; readonly why: string | undefined } | undefined {
  const word = linesOf(websites).find((each) => websiteAddress(each) === undefined)
  return word === undefined ? undefined : { word, why: whyNoWebsite(word) }
}

/** What the fields are called where they are told apart from their form. */
export const LABELS: Readonly<Record<string, string>> = {
  naam: 'Naam',
  leverancier: 'Leverancier',
  versie: 'Versie',
  configuratie: 'Configuratie',
  inzet: 'Inzet',
  omschrijving: 'Omschrijving',
  gegevens: 'Gegevens',
  van: 'Contract vanaf',
  tot: 'Contract tot en met',
  kosten: 'Kosten per jaar',
  eigenaar: 'Eigenaar',
  websites: 'Websites',
}

/** A product as its form holds it. */
export const inputOfProduct = (product: Product): ProductInput => ({
  naam: product.name,
  leverancier: product.supplier,
  versie: product.version,
  configuratie: product.configuration,
  inzet: product.deployment,
  omschrijving: product.description,
  gegevens: product.data,
  van: product.contractStartsOn ?? '',
  tot: product.contractEndsOn ?? '',
  kosten: product.costPerYear === null ? '' : String(product.costPerYear),
  eigenaar: product.owner,
  websites: product.websites.join('\n'),
})

type Changed = readonly { readonly name: string }[]
/** A test is about these: another version, supplier, configuration, deployment or data is another product. */
const TESTED: readonly string[] = ['versie', 'leverancier', 'configuratie', 'inzet', 'gegevens']
/** Whether a test that was done may not hold any more. */
export const touchesTest = (changes: Changed): boolean => changes.some(({ name }) => TESTED.includes(name))

/** Why to test again, in the words of a re-test; the weightiest first. */
export function retestKind(changes: Changed): 'supplier' | 'purpose' | 'version' {
  const has = (...names: readonly string[]) => changes.some(({ name }) => names.includes(name))
  return has('leverancier') ? 'supplier' : has('inzet', 'gegevens') ? 'purpose' : 'version'
}
