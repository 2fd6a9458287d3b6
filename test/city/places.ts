/** Who runs what in and around Sluiswijk: hosting, name servers and mail, each in an address range of its own. */
import type { Home } from './model.ts'

type Provider = { readonly domain: string; readonly range: string; readonly machine: (n: number) => string }

export const providers: Readonly<Record<Home['provider'], Provider>> = {
  polderhost: { domain: 'polderhost.test', range: '127.20.0', machine: (n) => `web${n}.polderhost.test` },
  sluisweb: { domain: 'sluisweb.test', range: '127.21.0', machine: (n) => `s${n}.sluisweb.test` },
  servicecentrum: {
    domain: 'servicecentrum-sluisstreek.test',
    range: '127.22.0',
    machine: (n) => `rek${n}.servicecentrum-sluisstreek.test`,
  },
  // Stands before the machines of others.
  randnet: { domain: 'randnet.test', range: '127.31.0', machine: (n) => `rand-${n}.randnet.test` },
  wolkdienst: { domain: 'wolkdienst.test', range: '127.30.0', machine: (n) => `srv-${n}.eu-west.wolkdienst.test` },
}

export const addressOf = (home: Home): string => `${providers[home.provider].range}.${home.machine}`
export const machineOf = (home: Home): string => providers[home.provider].machine(home.machine)

/** Name servers per provider: `v6` tells which of them have an AAAA record. */
export const nameServers = {
  naamdienst: [
    { host: 'ns1.naamdienst.test', a: '127.50.0.1', v6: true },
    { host: 'ns2.naamdienst.test', a: '127.50.1.1', v6: true },
  ],
  wolknamen: [
    { host: 'ns-12.wolknamen.test', a: '127.51.0.1', v6: true },
    { host: 'ns-87.wolknamen.test', a: '127.51.1.1', v6: true },
  ],
  sluisweb: [
    { host: 'ns1.sluisweb.test', a: '127.21.9.1', v6: true },
    { host: 'ns2.sluisweb.test', a: '127.21.9.2', v6: false },
  ],
  oudenaam: [
    { host: 'dns.oudenaam.test', a: '127.52.0.1', v6: false },
    { host: 'dns2.oudenaam.test', a: '127.52.0.2', v6: false },
  ],
} as const

/** `encrypts`: how well (city.ts); `plain`: not at all; `silent`: nobody answers. */
export const mailServers = {
  postpolder: [
    { host: 'mx1.postpolder.test', a: '127.60.0.1', v6: true, priority: 10, encrypts: 'sound' },
    { host: 'mx2.postpolder.test', a: '127.60.0.2', v6: true, priority: 20, encrypts: 'newest' },
  ],
  wolkpost: [{ host: 'sluiswijk.mail.wolkpost.test', a: '127.61.0.1', v6: false, priority: 0, encrypts: 'sound' }],
  oudepost: [
    { host: 'mx1.oudepost.test', a: '127.63.0.1', v6: false, priority: 10, encrypts: 'old' },
    { host: 'mx2.oudepost.test', a: '127.63.0.2', v6: false, priority: 20, encrypts: 'plain' },
  ],
  stilpost: [{ host: 'mx.stilpost.test', a: '127.64.0.1', v6: false, priority: 10, encrypts: 'silent' }],
} as const

/** A name server that is named and serves nothing; and one that always learns of a change a moment later. */
export const LAME = 'dns2.oudenaam.test'
export const LATE = 'ns-87.wolknamen.test'

/** Networks that announce ranges, and what the holders of the ranges allow (RPKI). */
export const announced: readonly (readonly [prefix: string, origin: number, allowed: number | null])[] = [
  ['127.20.0.0/24', 65_020, 65_020],
  ['127.22.0.0/24', 65_022, 65_022],
  // Somebody moved to another network, and told nobody.
  ['127.21.0.0/16', 65_021, 65_099],
  ['127.30.0.0/24', 65_030, null],
  ['127.31.0.0/24', 65_031, null],
  ['127.50.0.0/24', 65_050, 65_050],
  ['127.50.1.0/24', 65_150, 65_150],
  ['127.51.0.0/16', 65_051, null],
  ['127.60.0.0/24', 65_060, 65_060],
  ['127.61.0.0/16', 65_061, null],
  ['::/32', 65_000, 65_000],
]

/** SPF records of the mail services, to be included by their customers. */
export const spfOfServices: Readonly<Record<string, string>> = {
  'spf.postpolder.test': 'v=spf1 ip4:127.60.0.0/24 -all',
  'spf.wolkpost.test': 'v=spf1 ip4:127.61.0.0/24 -all',
  'spf.brievenbus.test': 'v=spf1 include:spf-a.brievenbus.test include:spf-b.brievenbus.test ~all',
  'spf-a.brievenbus.test': 'v=spf1 ip4:127.62.1.0/24 ~all',
  'spf-b.brievenbus.test': 'v=spf1 ip4:127.62.2.0/24 ~all',
  'spf.roosterhuis.test': 'v=spf1 include:spf.wolkpost.test include:spf-uit.roosterhuis.test ~all',
  'spf-uit.roosterhuis.test': 'v=spf1 a:uit.roosterhuis.test ~all',
  'spf.enquetebureau.test': 'v=spf1 include:spf.wolkpost.test a:uit.enquetebureau.test ~all',
}

/** Machines that only have an address: senders named in the records above. */
export const senders: Readonly<Record<string, string>> = {
  'uit.roosterhuis.test': '127.62.3.1',
  'uit.enquetebureau.test': '127.62.4.1',
}

/** Names that look like one in the city and were registered by somebody, with where their mail goes. */
export const alike: Readonly<Record<string, string>> = { 'gemeentesluiswijk.test': 'mx.verkochtenaam.test' }

/** Aliases under names in the city that lead to nothing any more. */
export const forgotten: Readonly<Record<string, string>> = {
  'shop.kaashandeldewei.test': 'winkel-4711.oudekassa.test',
  'blog.theaterdevlet.test': 'vlet.wolkdienst.test',
}

/** Domains of services whose zone is signed. */
export const signedServices: ReadonlySet<string> = new Set([
  'naamdienst.test',
  'postpolder.test',
  'polderhost.test',
  'servicecentrum-sluisstreek.test',
  'wolkdienst.test',
])
