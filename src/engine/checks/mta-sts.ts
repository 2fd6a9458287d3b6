/**
 * MTA-STS: sending servers may deliver only over an encrypted line to the named mail servers (RFC 8461).
 *   unmet   no or more than one TXT record (§3.1); a policy that cannot be fetched over trusted https or read; mode
 *           `none`; a mail server that no pattern of the policy covers, so that its mail is refused or goes unprotected
 *   partly  mode `testing`; a policy that is remembered for less than two weeks, where §3.2 expects weeks
 * Trips on: `mode: testing`. Near misses: lines that end in LF only, `mx: *.mail.example` for `mx1.mail.example`.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'
import { tagsOf } from '../../lib/tags.ts'

const TWO_WEEKS = 1_209_600
/** RFC 9110 §15.5.5 and §15.5.11. */
const GONE: ReadonlySet<number> = new Set([404, 410])
const MODES = ['enforce', 'testing', 'none']

export const mtaSts = defineCheck({
  id: 'mta-sts',
  needs: { mail: true },
  reasons: {
    enforce: whole('met', 'exchangers'),
    testing: shown('partly'),
    short: shown('partly'),
    'mx-differs': shown('unmet'),
    'mode-none': shown('unmet'),
    invalid: shown('unmet'),
    'no-policy': shown('unmet'),
    'record-invalid': shown('unmet'),
    missing: whole('unmet', 'mta-sts'),
    'not-seen': 'unknown',
    'no-mail': whole('not-applicable', 'exchangers'),
  },
  judge({ mail }) {
    const { policy } = mail.mtaSts
    // §3.1 gives the version in these letters alone; what is written otherwise is no record.
    const txt = mail.mtaSts.txt.filter((each) => each.startsWith('v=STSv1'))
    const { domain } = mail
    if (mail.nullMx || mail.mx.length === 0) return { reason: 'no-mail', seen: { domain } }
    if (txt.length === 0) return { reason: 'missing', seen: { domain } }
    const id = txt.length === 1 ? tagsOf(txt[0]!.slice(0, 1_000))?.get('id') : undefined
    if (!/^[a-z0-9]{1,32}$/i.test(id ?? '')) {
      return { reason: 'record-invalid', seen: { domain, details: txt.slice(0, 20).map((each) => clip(each)) } }
    }
    if (!policy) return { reason: 'not-seen', seen: { why: 'probe-failed' } }
    if (!policy.seen) {
      // §3.3: without a host or a trusted certificate, or behind a redirect, there is no policy. The rest may be us.
      const theirs = ['name-not-found', 'tls-failed', 'redirected-away', 'redirect-loop'].includes(policy.why)
      return { reason: theirs ? 'no-policy' : 'not-seen', seen: { domain, why: policy.why } }
    }
    const { status, text, url } = policy.value
    // Whoever refuses us may let another in: only where a server says that there is nothing, there is nothing.
    if (status >= 400 && !GONE.has(status)) return { reason: 'not-seen', seen: { why: String(status) } }
    const inPlace = url === `https://mta-sts.${domain}/.well-known/mta-sts.txt`
    if (status !== 200 || !inPlace) return { reason: 'no-policy', seen: { domain, why: `${status} ${clip(url)}` } }
    const read = policyOf(text)
    const details = text
      .slice(0, 2_000)
      .split(/\r?\n/, 20)
      .map((line) => clip(line))
      .filter((line) => line !== '')
    if (!read) return { reason: 'invalid', seen: { domain, details } }
    const bare = mail.mx.map(({ host }) => host).filter((host) => !read.mx.some((pattern) => covers(pattern, host)))
    const seen = {
      domain,
      mode: read.mode,
      days: Math.floor(read.maxAge / 86_400),
      hosts: clip(bare.join(', ')),
      details,
    }
    if (read.mode === 'none') return { reason: 'mode-none', seen }
    if (bare.length > 0) return { reason: 'mx-differs', seen }
    if (read.mode === 'testing') return { reason: 'testing', seen }
    return { reason: read.maxAge < TWO_WEEKS ? 'short' : 'enforce', seen }
  },
})

/**
 * The policy file (§3.2): a field per line, nothing between its name and the colon; of a repeated one the first counts,
 * only `mx` repeats. null: not valid.
 */
function policyOf(text: string): { mode: string; maxAge: number; mx: string[] } | null {
  const fields = text
    .slice(0, 65_536)
    .split(/\r?\n/, 1_000)
    .flatMap((line) => {
      const colon = line.indexOf(':')
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const]
    })
  const first = (name: string): string => fields.find(([each]) => each === name)?.[1] ?? ''
  const mx = fields.filter(([name, value]) => name === 'mx' && value !== '').map(([, value]) => value.toLowerCase())
  const mode = first('mode')
  if (first('version') !== 'STSv1' || !MODES.includes(mode) || !/^\d{1,10}$/.test(first('max_age'))) return null
  return mx.length > 0 || mode === 'none' ? { mode, maxAge: Number(first('max_age')), mx } : null
}

/** §4.1: `*.` stands for exactly one label. */
function covers(pattern: string, host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (!pattern.startsWith('*.')) return pattern === name
  return name.includes('.') && name.slice(name.indexOf('.') + 1) === pattern.slice(2)
}
