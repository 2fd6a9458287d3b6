/** What a product's form must hold. Pure. */
import { isDate } from '../../lib/iso-date.ts'
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

type Sent = { text(name: string, most?: number): string; all(name: string): readonly string[] }
/** The form as it was sent. Throws TooLong when a text is longer than it may be. */
export const inputOf = (sent: Sent): ProductInput => ({
  naam: sent.text('naam', 200),
  leverancier: sent.text('leverancier', 200),
  versie: sent.text('versie', 100),
  configuratie: sent.text('configuratie', 2_000),
  inzet: sent.text('inzet', 1_000),
  omschrijving: sent.text('omschrijving', 2_000),
  gegevens: sent.all('gegevens'),
  van: sent.text('van'),
  tot: sent.text('tot'),
  kosten: sent.text('kosten'),
  eigenaar: sent.text('eigenaar', 200),
  websites: sent.text('websites', 4_000),
})

const linesOf = (websites: string): string[] => websites.split(/\s+/).filter((word) => word !== '')

/** The addresses that were typed, one a line, each as the measurement keeps a website; what is none is left out. */
export const addressesOf = (websites: string): string[] => [
  ...new Set(linesOf(websites).flatMap((word) => websiteAddress(word) ?? [])),
]

const noted = (why: string | undefined): string => (why === undefined ? '' : `: ${why}`)
const isDateOrNone = (text: string): boolean => text === '' || isDate(text)

/** What is not right, by field; `kinds`: ids of the kinds of data there are. */
export function problemsOf(input: ProductInput, kinds: ReadonlySet<string>): Readonly<Record<string, string>> {
  const wrong = linesOf(input.websites).find((word) => websiteAddress(word) === undefined)
  return {
    ...(input.naam === '' ? { naam: 'Vul de naam in.' } : {}),
    ...(input.leverancier === '' ? { leverancier: 'Vul de leverancier in, of “eigen bouw”.' } : {}),
    ...(input.inzet === '' ? { inzet: 'Beschrijf waarvoor het wordt gebruikt.' } : {}),
    ...(isDateOrNone(input.van) ? {} : { van: 'Vul een datum in, zoals 31-12-2026.' }),
    ...(isDateOrNone(input.tot)
      ? input.van !== '' && input.tot !== '' && input.tot < input.van
        ? { tot: 'Het contract eindigt vóór het begint.' }
        : {}
      : { tot: 'Vul een datum in, zoals 31-12-2026.' }),
    ...(/^\d{0,9}$/.test(input.kosten) ? {} : { kosten: 'Vul hele euro’s in, zonder punten of komma’s.' }),
    ...(input.gegevens.every((kind) => kinds.has(kind)) ? {} : { gegevens: 'Kies uit de lijst.' }),
    ...(wrong === undefined
      ? {}
      : {
          websites:
            `“${wrong.slice(0, 60)}” is geen webadres dat wij kunnen meten${noted(whyNoWebsite(wrong))}. ` +
            'Schrijf het zoals afspraken.gemeente.nl.',
        }),
  }
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

/** What is missing when something that was tested changes. */
export function testProblems(toets: string, reason: string): Readonly<Record<string, string>> {
  if (toets !== 'nieuw' && toets !== 'zelfde') return { toets: 'Zeg of de toets van dit product nog geldt.' }
  if (toets === 'zelfde' && reason === '') return { reden: 'Schrijf waarom de toets blijft gelden.' }
  return {}
}
