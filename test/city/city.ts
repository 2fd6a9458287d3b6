/**
 * Starts the demo city Sluiswijk: web servers and a name server on loopback, and the files that let Leidraad visit it.
 */
import { createHash, X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Network } from '../../src/model/network.ts'
import { certificatesWanted, planOf, variant, type Plan } from './build.ts'
import { goodAnswer, hostCertificate, makeAuthority, makePair } from './certificates.ts'
import { zonesOf, type Zones } from './dns.ts'
import { serveMail, type Post } from './mail.ts'
import type { Site, Truth } from './model.ts'
import { serveDns } from './name-servers.ts'
import { announced, mailServers } from './places.ts'
import { REGISTRY } from './registry.ts'
import { ADDRESS } from './repository.ts'
import { serveWeb, type Certificates } from './servers.ts'
import { allSites } from './sites/all.ts'
import { truthOf } from './truth.ts'

export type City = {
  /** Path of the JSON file that opens the egress guard to this city. */
  readonly networkFile: string
  readonly network: Network
  /** The organisations, as a municipality would import them. */
  readonly csv: string
  /** What a perfect measurement would find now. */
  readonly truth: () => readonly Truth[]
  /** Some owners repair their sites, and one gets worse: for a second measurement. */
  readonly improve: () => void
  /** From now on the badges on its sites lead to this address, as `http://127.0.0.1:3000`. */
  readonly leadTo: (leidraad: string) => void
  readonly close: () => Promise<void>
}

const DAY = 86_400_000

/** Every server that takes mail has a certificate, whether it shows it or not. */
const posted = Object.values(mailServers).flatMap((servers) => servers.map(({ host }) => `${host} good`))

/** `answers`: what the authority says of those that are sent along with it, in base64. */
type Cache = {
  madeAt: string
  ca: string
  key: string
  rsa: string
  certificates: Record<string, string>
  answers: Record<string, string>
}

/** Certificates of the plans, from `dir` when made today for the same hosts. One key of each kind serves all. */
async function certificatesFor(plans: readonly Plan[], dir: string): Promise<{ ca: string; pairs: Certificates }> {
  const wanted = [...certificatesWanted(plans), ...posted]
  const file = join(dir, 'certificates.json')
  const kept = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Cache) : null
  const fresh =
    kept !== null &&
    Date.now() - Date.parse(kept.madeAt) < DAY / 2 &&
    typeof kept.rsa === 'string' &&
    kept.answers !== undefined &&
    wanted.every((id) => kept.certificates[id] !== undefined)
  const cache = fresh ? kept : makeCertificates(wanted)
  if (!fresh) await writeFile(file, JSON.stringify(cache), { mode: 0o600 })
  return {
    ca: cache.ca,
    pairs: new Map(
      Object.entries(cache.certificates).map(([id, cert]) => [
        id,
        {
          key: id.endsWith(' rsa') ? cache.rsa : cache.key,
          cert,
          ...(cache.answers[id] !== undefined && { answer: Buffer.from(cache.answers[id], 'base64') }),
        },
      ]),
    ),
  }
}

function makeCertificates(wanted: readonly string[]): Cache {
  const now = new Date()
  const authority = makeAuthority(now)
  const pair = makePair()
  const rsa = makePair('rsa')
  const certificates = Object.fromEntries(
    wanted.map((id) => {
      const [host = '', state = ''] = id.split(' ')
      return [id, hostCertificate(host, state as 'good', state === 'rsa' ? rsa : pair, authority, now)]
    }),
  )
  const answers = Object.fromEntries(
    Object.entries(certificates).flatMap(([id, pem]) =>
      id.endsWith(' stapled') ? [[id, goodAnswer(pem, authority, now).toString('base64')]] : [],
    ),
  )
  return {
    madeAt: now.toISOString(),
    ca: authority.pem,
    key: pair.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    rsa: rsa.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificates,
    answers,
  }
}

/** The servers that take mail, each with its certificate; what is `silent` has nobody listening. */
function postsOf(pairs: ReadonlyMap<string, { key: string; cert: string }>): Post[] {
  return Object.values(mailServers)
    .flat()
    .flatMap(({ host, a, encrypts }) => {
      if (encrypts === 'silent') return []
      const settings = encrypts === 'plain' ? undefined : { ...pairs.get(`${host} good`), ...POST[encrypts] }
      return [{ address: a, name: host, ...(settings ? { encrypts: settings } : {}) }]
    })
}
const SOUND = 'TLS_AES_256_GCM_SHA384:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256'
const POST = {
  sound: { minVersion: 'TLSv1.2', ciphers: SOUND },
  newest: { minVersion: 'TLSv1.3', ciphers: SOUND },
  old: { minVersion: 'TLSv1', ciphers: `ECDHE-ECDSA-AES128-SHA:${SOUND}:@SECLEVEL=0` },
} as const
/** What a TLSA record `3 1 1` says of this certificate. */
const keyDigest = (cert: string): string =>
  createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')

/** Whether this machine has ::1. Without it names still have AAAA records, and visitors fall back to IPv4. */
const hasIpv6 = (): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer().once('error', () => done(false))
    server.listen(0, '::1', () => server.close(() => done(true)))
  })

/** The organisations of the sites as CSV: semicolons, one header line, lists separated by a space. */
export function csvOf(sites: readonly Site[]): string {
  const cell = (value: string) => (/[;"\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  const rows = sites.map(({ organisation, host, truth }) => [
    organisation.name,
    organisation.kind,
    organisation.size,
    organisation.street,
    host,
    Object.keys(truth.mail).join(' '),
    organisation.publicBody ? 'ja' : 'nee',
  ])
  return (
    [['naam', 'soort', 'grootte', 'straat', 'websites', 'maildomeinen', 'overheid'], ...rows]
      .map((row) => row.map(cell).join(';'))
      .join('\n') + '\n'
  )
}

/**
 * Opens the city. `dir` keeps the certificates and the network file; without it a temporary folder is used and removed
 * at close. Ports are free ones. Throws when the addresses of 127/8 cannot be bound.
 */
export async function startCity(options: { readonly dir?: string } = {}): Promise<City> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'sluiswijk-')))
  await mkdir(dir, { recursive: true })
  const plansFor = (leidraad?: string) => ({
    before: planOf(allSites, leidraad),
    after: planOf(
      allSites.map((site) => variant(site, true)),
      leidraad,
    ),
  })
  const statesOf = ({ before, after }: ReturnType<typeof plansFor>) => ({
    before: { plan: before, zones: zones(before) },
    after: { plan: after, zones: zones(after) },
  })
  const plans = plansFor()
  const { ca, pairs } = await certificatesFor(Object.values(plans), dir)
  const key = keyDigest(pairs.get('web1.polderhost.test good')!.cert)
  const zones = (plan: Plan): Zones => zonesOf(plan.domains, [...plan.hosts.values()], plan.machines, key)
  let states = statesOf(plans)
  let improved = false
  const now = () => (improved ? states.after : states.before)
  const listeners = new Map(
    [...plans.before.listeners, ...plans.after.listeners].map((listener) => [listener.address, listener]),
  )
  const six = await hasIpv6()
  if (six) listeners.set('::1', { address: '::1', plainOnly: false, kind: 'modern' })
  const dns = await serveDns(() => now().zones, six)
  const web = await serveWeb([...listeners.values()], () => now().plan.hosts, pairs).catch(async (error) => {
    await dns.close()
    throw error
  })
  const post = await serveMail(postsOf(pairs)).catch(async (error) => {
    await Promise.all([dns.close(), web.close()])
    throw error
  })
  const network: Network = {
    allow: ['127.0.0.0/8', '::1/128'],
    resolver: `127.0.0.1:${dns.port}`,
    hosts: {},
    ports: { 25: post.port, 53: dns.port, 80: web.http, 443: web.https },
    ca,
    cvdr: ADDRESS,
    registries: { test: REGISTRY },
    vrps: join(dir, 'vrps.json'),
    routes: join(dir, 'routes.txt'),
  }
  await writeFile(
    network.vrps!,
    JSON.stringify({
      roas: announced.flatMap(([prefix, , asn]) =>
        asn === null ? [] : [{ prefix, asn, maxLength: Number(prefix.split('/')[1]) }],
      ),
    }),
  )
  await writeFile(network.routes!, announced.map(([prefix, origin]) => `${origin}\t${prefix}\t300\n`).join(''))
  // The companies that only exist here have owners that only exist here.
  const ownersFile = join(import.meta.dirname, 'owners.yaml')
  const beside = { ca: 'ca.pem', vrps: 'vrps.json', routes: 'routes.txt' }
  const networkFile = join(dir, 'network.json')
  await writeFile(join(dir, 'ca.pem'), ca)
  await writeFile(networkFile, `${JSON.stringify({ ...network, ...beside, owners: ownersFile }, null, 2)}\n`)
  return {
    networkFile,
    network: { ...network, owners: ownersFile },
    csv: csvOf(allSites),
    truth: () => truthOf(allSites.map((site) => variant(site, improved))),
    improve: () => {
      improved = true
    },
    leadTo: (leidraad) => {
      states = statesOf(plansFor(leidraad))
    },
    close: async () => {
      await Promise.all([dns.close(), web.close(), post.close()])
      if (!options.dir) await rm(dir, { recursive: true })
    },
  }
}
