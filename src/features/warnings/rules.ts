/** What follows by rule alone: whom a product may concern, what a version changed, whether a warning is over. */
import type { WarnedProduct, WarningWords } from '../../model/warning.ts'
import type { WarningState } from '../../vocabulary/warning.ts'

/** Something that we know is used: an entry of a register, an assessed product, or what a measurement saw on a site. */
export type Known = {
  readonly kind: 'entry' | 'product' | 'site'
  readonly id: string
  /** What stands on the screen. */
  readonly name: string
  /** What it is called, with whose it is: words to look in. */
  readonly words: string
  /** Of a site: the organisation whose it is. */
  readonly organisation: string | null
}
export type Proposal = { readonly known: Known; readonly product: WarnedProduct; readonly why: string }

const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
/** Words that say nothing of which product it is. */
const EMPTY = new Set(
  'bv nv inc ltd gmbh llc corp corporation company software the de het een plugin server'.split(' '),
)
const telling = (text: string): readonly string[] =>
  plain(text)
    .trim()
    .split(' ')
    .filter((word) => word.length > 1 && !EMPTY.has(word))

/**
 * What may use one of these products: the whole name of the product stands in what we know, or of its maker and its
 * name together every word that tells something. A person says whether it is so.
 */
export function proposals(products: readonly WarnedProduct[], known: readonly Known[]): readonly Proposal[] {
  const found = new Map<string, Proposal>()
  for (const product of products) {
    const name = plain(product.name)
    const words = telling(`${product.vendor} ${product.name}`)
    if (telling(product.name).length === 0) continue
    for (const each of known) {
      const at = plain(each.words)
      const why = at.includes(name)
        ? `“${product.name.trim()}” staat erin`
        : words.length > 1 && words.every((word) => at.includes(` ${word} `))
          ? `${words.map((word) => `“${word}”`).join(' en ')} staan erin`
          : undefined
      const key = `${each.kind} ${each.id}`
      if (why !== undefined && !found.has(key)) found.set(key, { known: each, product, why })
    }
  }
  return [...found.values()]
}

/** The same for who reads it: a maker that has the name of its product is said once. */
export const productShown = ({ vendor, name, range }: WarnedProduct): string =>
  [vendor === name ? '' : vendor, name, range].filter(Boolean).join(', ')

export type Difference = { readonly what: string; readonly before: string; readonly after: string }

/** A product as one line, as it is typed too. */
export const productLine = ({ vendor, name, range }: WarnedProduct): string =>
  [vendor, name, range].join('; ').replace(/(?:; )+$/, '')

const shown: Readonly<Record<string, (words: WarningWords) => string>> = {
  titel: ({ title }) => title,
  'wat er is gebeurd': ({ what }) => what,
  'wat te doen': ({ act }) => act,
  'uiterlijk op': ({ actBy }) => actBy ?? '',
  'zo ziet u dat het werkte': ({ works }) => works,
  'wie te bellen': ({ call }) => call,
  urgentie: ({ urgency }) => urgency ?? '',
  producten: ({ products }) => products.map(productLine).join('\n'),
  'meer van de bron': ({ notes }) => notes,
}

/** What one version says otherwise than the one before. */
export const differences = (before: WarningWords, after: WarningWords): readonly Difference[] =>
  Object.entries(shown).flatMap(([what, of]) =>
    of(before) === of(after) ? [] : [{ what, before: of(before), after: of(after) }],
  )

/** Lines of `maker; product; versions`, as they are typed. Gives them, or a sentence about the first that is none. */
export function productsTyped(text: string): readonly WarnedProduct[] | string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length > 50) return 'Noem hooguit vijftig producten.'
  const products: WarnedProduct[] = []
  for (const line of lines) {
    const [vendor = '', name = '', range = '', ...more] = line.split(';').map((part) => part.trim())
    if (name === '' || more.length > 0)
      return `Schrijf per regel: maker; product; versies. Deze regel is anders: “${line.slice(0, 80)}”.`
    if (line.length > 300) return `Deze regel is te lang: “${line.slice(0, 80)}…”.`
    products.push({ vendor, name, range, status: '' })
  }
  return products
}

type Running = { readonly state: WarningState; readonly endsOn: string | null }
/** It was sent and its last day has passed: nobody acts on it any more, until it is renewed. */
export const isPast = ({ state, endsOn }: Running, today: string): boolean =>
  state === 'sent' && endsOn !== null && endsOn < today
/** It holds today. */
export const isRunning = (warning: Running, today: string): boolean =>
  warning.state === 'sent' && !isPast(warning, today)

/** What still lacks before it can be sent, as fields of its form. */
export const lacksToSend = ({ what, act, works, call }: WarningWords): readonly string[] =>
  [
    what === '' && 'wat er is gebeurd',
    act === '' && 'wat iemand moet doen',
    works === '' && 'hoe iemand ziet dat het werkte',
    call === '' && 'wie iemand kan bellen',
  ].filter((each) => each !== false)
