/**
 * SPF records by their grammar (RFC 7208 §4.6.1, §5, §6, §7 and appendix A). A record is read whole before anything is
 * done with it: one term that is not in the grammar, even behind `all`, makes the record void (§4.6).
 */
import { isIPv4, isIPv6 } from 'node:net'

export type Qualifier = '+' | '-' | '~' | '?'
export type Mechanism = {
  readonly name: 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists'
  readonly qualifier: Qualifier
  /** The domain-spec as written; undefined when it is about the domain itself, or about addresses. */
  readonly domain: string | undefined
  readonly text: string
}
export type SpfRecord = {
  readonly mechanisms: readonly Mechanism[]
  /** The domain-spec of `redirect=`. */
  readonly redirect: string | undefined
  /** The first term that makes the record void: outside the grammar, or a modifier that may stand but once. */
  readonly fault: { readonly kind: 'syntax' | 'repeated'; readonly term: string } | null
}

/** Terms that are read of one record; what comes after is a fault. */
const TERMS = 1_000
const DOMAIN = 2_000

const MACRO = '%(?:\\{[slodiphv](?:[0-9]*r?)[.+,/_=-]*\\}|[%_-])'
const LITERAL = '[\\x21-\\x24\\x26-\\x7e]'
const MACRO_STRING = new RegExp(`^(?:${MACRO}|${LITERAL})*$`, 'i')
/** Where a domain-spec must end: a label that is not all digits after a dot, or a macro. */
const DOMAIN_END = new RegExp(
  `(?:\\.(?:[a-z0-9]*[a-z][a-z0-9]*|[a-z0-9]+-[a-z0-9-]*[a-z0-9])\\.?|%(?:\\{[^{}]*\\}|[%_-]))$`,
  'i',
)
const ZERO = /%\{[a-z]0+r?[^0-9}]*\}/i
const IP4_MASK = /^(?:0|[1-9]\d?)$/
const IP6_MASK = /^(?:0|[1-9]\d{0,2})$/
const MECHANISM = /^([+\-~?]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?![a-z0-9._=-])(.*)$/is
const MODIFIER = /^([a-z][a-z0-9._-]*)=(.*)$/is

/** Whether a TXT record is an SPF record: the version, and then a space or nothing (§4.5). */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text)
}

/** Reads a record that `isSpf`. What could be read is given beside a fault. */
export function readSpf(record: string): SpfRecord {
  const mechanisms: Mechanism[] = []
  const once = new Map<string, string>()
  let fault: SpfRecord['fault'] = null
  const terms = record.split(' ').filter((each) => each !== '')
  for (const [at, term] of terms.entries()) {
    if (at === 0) continue
    const mechanism = at < TERMS ? mechanismOf(term) : undefined
    if (mechanism) {
      mechanisms.push(mechanism)
      continue
    }
    const modifier = modifierOf(term)
    const known = modifier !== undefined && ['redirect', 'exp'].includes(modifier.name)
    if (modifier === undefined || at >= TERMS) fault ??= { kind: 'syntax', term }
    else if (known && once.has(modifier.name)) fault ??= { kind: 'repeated', term }
    else if (known) once.set(modifier.name, modifier.value)
    if (at >= TERMS) break
  }
  return { mechanisms, redirect: once.get('redirect'), fault }
}

/** What of a record can be of use: nothing behind the first `all`, and with it no `redirect=` (§5.1, §6.1). */
export function heeded({ mechanisms, redirect, fault }: SpfRecord): SpfRecord {
  const all = mechanisms.findIndex(({ name }) => name === 'all')
  return all < 0
    ? { mechanisms, redirect, fault }
    : { mechanisms: mechanisms.slice(0, all + 1), redirect: undefined, fault }
}

function mechanismOf(term: string): Mechanism | undefined {
  const [, qualifier = '', word = '', rest = ''] = MECHANISM.exec(term) ?? []
  const name = word.toLowerCase() as Mechanism['name']
  const made = (domain?: string): Mechanism => ({
    name,
    qualifier: (qualifier || '+') as Qualifier,
    domain,
    text: term,
  })
  switch (name) {
    case 'all':
      return rest === '' ? made() : undefined
    case 'ip4':
    case 'ip6':
      return isNetwork(rest, name) ? made() : undefined
    case 'include':
    case 'exists':
      return rest.startsWith(':') && isDomainSpec(rest.slice(1)) ? made(rest.slice(1)) : undefined
    case 'ptr':
      return rest === ''
        ? made()
        : rest.startsWith(':') && isDomainSpec(rest.slice(1))
          ? made(rest.slice(1))
          : undefined
    case 'a':
    case 'mx': {
      const domain = withoutMasks(rest)
      if (domain === '') return made()
      return domain?.startsWith(':') && isDomainSpec(domain.slice(1)) ? made(domain.slice(1)) : undefined
    }
    default:
      return undefined
  }
}

export type Family = 'four' | 'six'

/** Of all addresses of a family the part that a term spans by its mask (§5.6), for each address that it stands for. */
export function spanOf({ name, text }: Mechanism, family: Family): number {
  const six = /\/\/(\d+)$/.exec(text)?.[1]
  const one = /\/(\d+)$/.exec(name === 'ip6' || six === undefined ? text : text.slice(0, -six.length - 2))?.[1]
  const [mask, whole] = family === 'four' ? [one, 32] : [name === 'ip6' ? one : six, 128]
  return 2 ** -Number(mask ?? whole)
}

/** §6: `redirect` and `exp` take a domain-spec, any other name a macro-string. */
function modifierOf(term: string): { name: string; value: string } | undefined {
  const [, word = '', value = ''] = MODIFIER.exec(term) ?? []
  const name = word.toLowerCase()
  if (name === '') return undefined
  const right = name === 'redirect' || name === 'exp' ? isDomainSpec(value) : isMacroString(value)
  return right ? { name, value } : undefined
}

/** §5.6: `:` an address without leading zeros or zone, and at most one mask. */
function isNetwork(rest: string, name: 'ip4' | 'ip6'): boolean {
  if (!rest.startsWith(':')) return false
  const [address = '', mask, ...more] = rest.slice(1).split('/', 3)
  if (more.length > 0) return false
  return name === 'ip4'
    ? isIPv4(address) && isMask(mask, IP4_MASK, 32)
    : isIPv6(address) && !address.includes('%') && isMask(mask, IP6_MASK, 128)
}

const isMask = (mask: string | undefined, shape: RegExp, most: number): boolean =>
  mask === undefined || (shape.test(mask) && Number(mask) <= most)

/** What stands before `/24`, `//64` or `/24//64`; undefined when a mask there cannot be (§5.3). */
function withoutMasks(rest: string): string | undefined {
  const six = /\/\/(\d+)$/.exec(rest)
  const before = six ? rest.slice(0, six.index) : rest
  const four = /\/(\d+)$/.exec(before)
  if (!isMask(six?.[1], IP6_MASK, 128) || !isMask(four?.[1], IP4_MASK, 32)) return undefined
  return four ? before.slice(0, four.index) : before
}

/** §7.1: macros that exist outside `exp` text; a number of labels is not zero. */
function isMacroString(text: string): boolean {
  return text.length <= DOMAIN && MACRO_STRING.test(text) && !ZERO.test(text)
}

function isDomainSpec(text: string): boolean {
  return text !== '' && isMacroString(text) && DOMAIN_END.test(text)
}

/**
 * The name a domain-spec stands for, in lower case and without its last dot (§7.3); undefined when it depends on a
 * message. What it says of the domain itself (`%{d}`, and `%{o}` of its own mail) is filled in. Names that are too long
 * lose labels on the left (§4.3, §7.3).
 */
export function targetOf(spec: string, { domain, sender }: { domain: string; sender: string }): string | undefined {
  let known = true
  const text = spec.replaceAll(new RegExp(MACRO, 'gi'), (macro) => {
    if (macro === '%%') return '%'
    if (macro === '%_') return ' '
    if (macro === '%-') return '%20'
    const [, letter = '', digits = '', reversed = '', delimiters = ''] =
      /^%\{([a-z])(\d*)(r?)([^}]*)\}$/i.exec(macro) ?? []
    const value = { d: domain, o: sender }[letter.toLowerCase()]
    if (value === undefined) known = false
    const marks = new Set(delimiters === '' ? '.' : delimiters)
    const parts = split(value ?? '', marks)
    if (reversed !== '') parts.reverse()
    return (digits === '' ? parts : parts.slice(-Math.min(Number(digits), 128))).join('.')
  })
  if (!known) return undefined
  let name = text.toLowerCase().replace(/\.$/, '')
  while (name.length > 253 && name.includes('.')) name = name.slice(name.indexOf('.') + 1)
  return name
}

function split(text: string, marks: ReadonlySet<string>): string[] {
  const parts = ['']
  for (const letter of text) {
    if (marks.has(letter)) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}
