/**
 * How well the servers encrypt that take mail for the domain, held against a version of the NCSC guidelines: versions,
 * suites, groups and primes, and how a connection begins. The worst of all servers counts. Senders take any certificate
 * (RFC 7435), so that its name and issuer are not judged here.
 * Trips on: TLS 1.0 on the second server. Near misses: DHE of ffdhe3072 (partly); a server that was not reached beside
 * one that is insufficient: what was seen stands.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Exchanger, Handshakes } from '../../model/evidence.ts'
import { byRules, ratedGroups, ratedSuites, ratedVersions, worst, type Rated } from '../reading/tls-levels.ts'
import type { RuleSet } from '../reading/ncsc.ts'

const WHOLE = ['exchangers', 'suites', 'groups', 'handshake'] as const

export const mailTls = defineCheck({
  id: 'mail-tls',
  needs: { exchangers: true },
  reasons: {
    good: whole('met', ...WHOLE),
    sufficient: whole('met', ...WHOLE),
    'to-go': whole('partly', ...WHOLE),
    'phase-out': shown('unmet'),
    insufficient: shown('unmet'),
    'not-seen': 'unknown',
    nothing: 'unknown',
    'no-such-ruleset': 'unknown',
    'no-mail': whole('not-applicable', 'exchangers'),
  },
  judge({ exchangers: { domain, servers, none } }, context) {
    return byRules(context, (rules) => {
      if (none) return { reason: 'no-mail', seen: { domain } }
      const rated = servers.flatMap((server) => ratedOf(rules, server))
      const answer = worst(rules, rated, { domain })
      const bad = answer.reason === 'insufficient' || answer.reason === 'phase-out'
      // What one server does wrong is so whatever the others do; what is right has to be so of all.
      const unseen = servers.filter(({ state }) => state !== 'encrypts').map(({ host }) => host)
      if (!bad && (unseen.length > 0 || rated.length === 0))
        return { reason: 'not-seen', seen: { domain, hosts: unseen.join(', ') } }
      const unsure = servers.flatMap(({ host, handshakes }) =>
        Object.entries(handshakes?.lacks ?? {}).flatMap(([part, why]) =>
          why.map((lack) => ({ page: host, part: part as (typeof WHOLE)[number], lack })),
        ),
      )
      return { ...answer, unsure }
    })
  },
})

function ratedOf(rules: RuleSet, { host, handshakes }: Exchanger): Rated[] {
  if (!handshakes) return []
  const all = [
    ...ratedVersions(rules, handshakes),
    ...ratedSuites(rules, handshakes),
    ...ratedGroups(rules, handshakes),
    ...begun(rules, handshakes),
  ]
  return all.map(({ name, level }) => ({ name: `${host}: ${name}`, level }))
}

/** What is wrong with how a connection begins. */
function begun({ handshake: rules }: RuleSet, { older, oldSignatures }: Handshakes): Rated[] {
  const extended = older && older.version !== 'SSLv3' && !older.extendedMasterSecret
  const rated: (Rated | false | null)[] = [
    older?.compression ? { name: 'DEFLATE', level: 'insufficient' } : null,
    older && !older.secureRenegotiation && { name: 'without RFC 5746', level: 'insufficient' },
    extended && { name: 'without RFC 7627', level: rules.withoutExtendedSecret },
    // SHA-224 is told of websites; every OpenSSL of today signs with it when nothing else is offered.
    ...(oldSignatures ?? [])
      .filter((name) => !name.endsWith('_sha224'))
      .map((name): Rated => ({ name, level: name.endsWith('_md5') ? 'insufficient' : rules.signsSha1 })),
  ]
  return rated.filter((each): each is Rated => !!each && each.level !== 'good')
}
