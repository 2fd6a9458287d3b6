/** The registry of domains of the demo city: when each ends (RDAP, RFC 9083), with some that tell otherwise. */
import type { Answer, Ask, Host } from './model.ts'

const HOST = 'rdap.domeinregister.test'
export const REGISTRY = `https://${HOST}/v1/`

type Told = 'day' | 'unpublished' | 'unclear' | 'renewing' | 'unseen' | 'leaving'

/**
 * What a perfect look finds of these, with the days from now on which they end, or since which they are leaving. All
 * others end far away.
 */
export const registrations: Readonly<Record<string, { readonly told: Told; readonly days?: number }>> = {
  // Its owner has to hear of it.
  'kaashandeldewei.test': { told: 'day', days: 20 },
  // Its registry publishes no day.
  'cafetanker.test': { told: 'unpublished' },
  // Given up or forgotten: the registry lets it go soon.
  'drukkerijslot.test': { told: 'leaving', days: -12 },
  // Near misses: renewed by itself yesterday, two days, an answer about another domain, a day of no calendar.
  'bloemistmadelief.test': { told: 'renewing', days: -1 },
  'schoenmakerijdezool.test': { told: 'unclear' },
  'viswinkelzilt.test': { told: 'unseen' },
  'havenkerk-sluiswijk.test': { told: 'unclear' },
}
export const FAR = 400

const DAY = 86_400_000
/** The date so many days from now. */
export const dayAt = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
const moment = (days: number): string => `${dayAt(days)}T11:22:33Z`
const ends = (eventDate: string) => ({ eventAction: 'expiration', eventDate })

/** What is odd about the answer of these. */
const ODD: Readonly<Record<string, object>> = {
  'cafetanker.test': { events: [] },
  'drukkerijslot.test': {
    status: ['redemption period', 'pending delete'],
    events: [ends(moment(-40)), { eventAction: 'last changed', eventDate: moment(-12) }],
  },
  'bloemistmadelief.test': { status: ['auto renew period'], events: [ends(moment(-1))] },
  'schoenmakerijdezool.test': { events: [ends(moment(30)), ends(moment(395))] },
  'viswinkelzilt.test': { ldhName: 'viswinkelzilt-oud.test' },
  'havenkerk-sluiswijk.test': { events: [ends('9999-12-31T23:59:59Z')] },
}

function answer({ path, secure }: Ask): Answer {
  const name = /^\/v1\/domain\/([a-z0-9-]+\.test)$/.exec(path)?.[1]
  const told = secure && name !== undefined
  const body = told
    ? {
        rdapConformance: ['rdap_level_0'],
        objectClassName: 'domain',
        ldhName: name.toUpperCase(),
        status: ['active'],
        events: [ends(moment(registrations[name]?.days ?? FAR))],
        ...ODD[name],
      }
    : { rdapConformance: ['rdap_level_0'], errorCode: 404, title: 'Not Found' }
  return {
    status: told ? 200 : 404,
    headers: [['content-type', 'application/rdap+json']],
    body: Buffer.from(JSON.stringify(body)),
  }
}

export const registry: Host = {
  name: HOST,
  address: '127.20.0.200',
  ipv6: false,
  cname: [],
  certificate: 'good',
  answer,
}
