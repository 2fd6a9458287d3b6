/** CAA records by their grammar (RFC 8659 §4). */
import type { Dns } from '../../model/evidence.ts'

type Record = NonNullable<Dns['caa']>['records'][number]
export type Caa = {
  readonly tag: string
  /** Of `issue` and its like: who may issue; null when nobody is named, as in `;` and in what is not in the grammar. */
  readonly issuer: string | null
  /** The record does not do what it was meant to. */
  readonly broken: boolean
}

/** IANA registry of certification authority restriction properties. */
const ISSUES: readonly string[] = ['issue', 'issuewild', 'issuemail', 'issuevmc']
const KNOWN: readonly string[] = [...ISSUES, 'iodef', 'contactemail', 'contactphone']
/** §4.1: of the flags only this one has a meaning; the others are ignored. */
const CRITICAL = 128
/** Evidence keeps values up to here: behind it nothing is known. */
const KEPT = 500

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
const ISSUER = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*)?$`, 'i')
const PARAMETER = new RegExp(`^${LABEL}[ \\t]*=[ \\t]*[\\x21-\\x3a\\x3c-\\x7e]*$`, 'i')

/** Reads one record. */
export function readCaa(record: Record): Caa {
  const { tag, value } = record
  const name = tag.toLowerCase()
  if (!KNOWN.includes(name)) return { tag: name, issuer: null, broken: isBarrier(record) || !/^[a-z0-9]+$/.test(name) }
  if (name === 'iodef') return { tag: name, issuer: null, broken: !isAddress(value) }
  if (!ISSUES.includes(name)) return { tag: name, issuer: null, broken: false }
  const [domain = '', ...parameters] = value.slice(0, KEPT).split(';')
  const issuer = domain.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '')
  const sound =
    ISSUER.test(issuer) &&
    parameters
      // A last semicolon with nothing behind it is in use, and harms nobody.
      .filter((each, at) => each.trim() !== '' || at < parameters.length - 1)
      .every((each, at) => PARAMETER.test(each.trim()) || (value.length >= KEPT && at === parameters.length - 1))
  // §4.2: what is not in the grammar names nobody, so that nobody may issue.
  return { tag: name, issuer: sound && issuer !== '' ? issuer.toLowerCase() : null, broken: !sound }
}

/** §4.1: an authority that meets a critical tag that it does not know issues nothing, whatever stands beside it. */
export const isBarrier = ({ flags, tag }: Record): boolean =>
  (flags & CRITICAL) !== 0 && !KNOWN.includes(tag.toLowerCase())

/** §4.4: where to report is a mail address or a web service. */
function isAddress(value: string): boolean {
  return /^mailto:[^\s@]+@[^\s@]+$/i.test(value) || (/^https?:\/\//i.test(value) && URL.canParse(value))
}
