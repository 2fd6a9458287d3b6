/** What Internet.nl would say of a mail domain by our evidence: criteria and points of its mail test (1.11, 2026). */
import type { Evidence, Exchangers, HostEvidence, HostKey, Mail } from '../model/evidence.ts'
import type { Mark, Span, Yardstick } from '../model/yardstick.ts'
import { daneOfMail } from '../engine/reading/dane.ts'
import { isDmarc, policyOf, readDmarc } from '../engine/reading/dmarc.ts'
import { lacksOffer } from '../engine/reading/exchangers.ts'
import { publicSix } from '../engine/reading/public-six.ts'
import { mark, routesOf, signed, total, UNKNOWN } from './internet-nl.ts'
import { handshakeMarks } from './internet-nl-tls.ts'
import { keyOf, nameServers, signatureOf, worst } from './internet-nl-web.ts'

/** null: nothing is known of the domain. */
export function internetNlMail({ host }: Evidence): Yardstick | null {
  const seen = <K extends HostKey>(key: K): HostEvidence[K] | undefined =>
    host.flatMap((record) =>
      record.probe === key && record.result.seen ? [record.result.value as HostEvidence[K]] : [],
    )[0]
  const mail = seen('mail')
  if (!mail) return null
  const receives = !mail.nullMx && mail.mx.length > 0
  const addresses = mail.mx.flatMap(({ a, aaaa }) => [...a, ...aaaa])
  const parts = [
    { part: 'ipv6', marks: [...nameServers(mail, undefined), ...sixOf(mail, receives)] },
    { part: 'dnssec', marks: [mark('dnssec', worst([signed(mail.dnssec), ...mail.mx.map(zoneOf)]), 10)] },
    { part: 'auth', marks: authority(mail) },
    { part: 'tls', marks: receives ? encryption(mail, seen('exchangers')) : [] },
    {
      part: 'rpki',
      marks: [
        ...(receives ? [mark('rpki-mx', routesOf(mail.routes, 'mail', addresses), 15)] : []),
        mark(
          'rpki-ns',
          routesOf(
            mail.routes,
            'nameserver',
            mail.ns.flatMap(({ a, aaaa }) => [...a, ...aaaa]),
          ),
          15,
        ),
        // The name servers of the mail servers are not asked for.
        ...(receives ? [mark('rpki-mx-ns', [0, 15], 15)] : []),
      ],
    },
  ]
  return { parts, total: total(parts) }
}

function sixOf(mail: Mail, receives: boolean): Mark[] {
  if (!receives)
    return mail.lacks?.exchangers
      ? [mark('mx-aaaa', UNKNOWN, 10), mark('mx-reach', UNKNOWN, 10)]
      : [mark('mx-aaaa', [10, 10], 10), mark('mx-reach', [10, 10], 10)]
  const modern = mail.mx.filter(({ aaaa }) => aaaa.some(publicSix(mail))).length
  const span: Span =
    modern === mail.mx.length && !mail.lacks?.exchangers
      ? [10, 10]
      : modern === 0 && !mail.lacks?.['exchanger-addresses']
        ? [0, 0]
        : UNKNOWN
  return [mark('mx-aaaa', span, 10), mark('mx-reach', modern === 0 ? span : UNKNOWN, 10)]
}

function zoneOf({ tlsa }: Mail['mx'][number]): Span {
  const state = tlsa?.state
  return state === undefined || state === 'unseen' ? UNKNOWN : signed(state)
}

function authority(mail: Mail): Mark[] {
  const { records } = mail.dmarc
  const one = records.length === 1 && isDmarc(records[0]!)
  const unseen = mail.lacks?.dmarc !== undefined
  const asked = one ? policyOf(readDmarc(records[0]!), mail.dmarc.at === mail.domain) : null
  const policy: Span =
    asked === 'reject' || asked === 'quarantine'
      ? [readDmarc(records[0]!).test && asked === 'quarantine' ? 2 : 10, 10]
      : asked === 'none'
        ? [2, 2]
        : [0, 0]
  const { spfTree, spf } = mail
  const good = spfTree !== null && spfTree.problem === null && (spfTree.all === '-' || spfTree.all === '~')
  const bad = spfTree?.fault === 'syntax' || spf.length !== 1
  // What an include lets through is no part of the policy there, as far as is known.
  const spfUnseen = mail.lacks?.spf !== undefined || (spf.length === 1 && (!spfTree || spfTree.wide !== undefined))
  return [
    mark('dmarc', unseen ? UNKNOWN : one ? [10, 10] : [0, 0], 10),
    mark('dmarc-policy', unseen ? UNKNOWN : policy, 10),
    mark(
      'dkim',
      mail.dkim?.base === 'there' ? [10, 10] : mail.dkim?.base === 'none' ? [0, mail.dkim.sure ? 0 : 10] : UNKNOWN,
      10,
    ),
    mark('spf', mail.lacks?.spf ? UNKNOWN : spf.length === 1 ? [10, 10] : [0, 0], 10),
    mark('spf-policy', spfUnseen ? UNKNOWN : good ? [10, 10] : bad ? [0, 0] : [2, 2], 10),
  ]
}

/** Of several servers the worst counts. */
function encryption(mail: Mail, exchangers: Exchangers | undefined): Mark[] {
  const servers = mail.mx.map(({ host, tlsa }) => ({
    tlsa,
    said: exchangers?.servers.find((each) => each.host === host),
  }))
  const each = servers.map(({ tlsa, said }): Mark[] => {
    const hand = said?.handshakes ?? undefined
    const none: Span = exchangers && lacksOffer(exchangers, said?.state) ? [0, 0] : UNKNOWN
    const starttls: Span = said?.state === 'encrypts' ? [10, 10] : none
    const dane = daneOfMail(tlsa, said, mail.domain)
    const danePoints: Span = dane === 'match' ? [10, 10] : dane === 'unseen' || dane === 'bogus' ? UNKNOWN : [0, 0]
    const old = hand ? [hand.suites.TLSv1, hand.suites['TLSv1.1'], hand.suites.SSLv3, hand.suites.SSLv2] : []
    const versions: Span = !hand
      ? none
      : old.some((one) => (one?.names.length ?? 0) > 0)
        ? [0, 0]
        : old.includes(null)
          ? UNKNOWN
          : [10, 10]
    return [
      mark('starttls', starttls, 10),
      mark('versions', versions, 10),
      ...handshakeMarks(hand, none, { early: false }),
      mark('key', hand ? worst(hand.chain.map(keyOf)) : none, 10),
      mark('signature', hand ? worst(hand.chain.slice(0, 1).map(signatureOf)) : none, 10),
      mark('dane', danePoints, 10),
      mark('dane-valid', danePoints, 10),
    ]
  })
  const tests = [...new Set(each.flatMap((marks) => marks.map(({ test }) => test)))]
  return tests.map((test) =>
    mark(test, worst(each.flatMap((marks) => marks.filter((one) => one.test === test).map(({ span }) => span))), 10),
  )
}
