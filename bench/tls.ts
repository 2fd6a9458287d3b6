/**
 * What we see of how servers encrypt, beside what sslscan sees of the same: Debian's nginx, Apache, stunnel, Postfix,
 * Dovecot, GnuTLS and OpenSSL in odd configurations, on loopback, in one run. Tells each difference and what it cost.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { scan } from '../src/engine/probes/tls/handshake-scan.ts'
import { handshakesProbe } from '../src/engine/probes/tls/handshakes.ts'
import type { Handshakes } from '../src/model/evidence.ts'
import { openEgress } from '../src/outside/egress.ts'
import { startTls } from '../src/outside/smtp.ts'
import { GROUPS, SUITES } from '../src/outside/tls/codes.ts'
import { installed, makeKeys, SERVED, start, stop, tidy, type Served } from './tls-servers.ts'

const SSLSCAN = '/usr/bin/sslscan'
if (!existsSync(SSLSCAN)) {
  console.log('skipped: sslscan is not installed (apt install sslscan)')
  process.exit(0)
}
const only = process.argv.slice(2)

type Seen = {
  readonly suites: Readonly<Record<string, ReadonlySet<number>>>
  readonly groups: Record<string, Set<string>>
}
const LABEL: Readonly<Record<string, string>> = {
  'TLSv1.0': 'TLSv1',
  'TLSv1.1': 'TLSv1.1',
  'TLSv1.2': 'TLSv1.2',
  'TLSv1.3': 'TLSv1.3',
  SSLv3: 'SSLv3',
  SSLv2: 'SSLv2',
}

async function bySslscan(port: number, mail: boolean): Promise<Seen> {
  const words = [
    '--xml=-',
    '--no-heartbleed',
    ...(mail ? ['--starttls-smtp'] : []),
    '--sni-name=stad.test',
    `127.0.0.1:${port}`,
  ]
  const { stdout } = await promisify(execFile)(SSLSCAN, words, { timeout: 120_000, maxBuffer: 10_000_000 })
  const suites: Record<string, Set<number>> = {}
  const groups: Record<string, Set<string>> = {}
  for (const [, version, id] of stdout.matchAll(/<cipher [^>]*sslversion="([^"]+)"[^>]*\bid="0x([0-9A-Fa-f]+)"/g))
    (suites[LABEL[version!]!] ??= new Set()).add(Number.parseInt(id!, 16))
  for (const [, version, id] of stdout.matchAll(/<group [^>]*sslversion="([^"]+)"[^>]*\bid="0x([0-9A-Fa-f]+)"/g))
    (groups[LABEL[version!]!] ??= new Set()).add(GROUPS.get(Number.parseInt(id!, 16)) ?? id!)
  return { suites, groups }
}

const codeOf = new Map([...SUITES].map(([code, name]) => [name, code]))
function ours({ suites, groups }: Pick<Handshakes, 'suites' | 'groups'>): Seen {
  const older = Object.entries(suites).some(([version, each]) => version !== 'TLSv1.3' && (each?.names.length ?? 0) > 0)
  return {
    suites: Object.fromEntries(
      Object.entries(suites).map(([version, each]) => [
        version,
        new Set((each?.names ?? []).map((name) => codeOf.get(name)!)),
      ]),
    ),
    groups: {
      'TLSv1.3': new Set(groups.newest ?? []),
      ...(older ? { 'TLSv1.2': new Set(groups.older ?? []) } : {}),
    },
  }
}

function differences<T>(left: ReadonlySet<T> | undefined, right: ReadonlySet<T> | undefined, tell: (one: T) => string) {
  const [a, b] = [left ?? new Set<T>(), right ?? new Set<T>()]
  const alone = (one: ReadonlySet<T>, other: ReadonlySet<T>) => [...one].filter((each) => !other.has(each)).map(tell)
  return { we: alone(a, b), they: alone(b, a) }
}

async function look(port: number, mail: boolean) {
  const egress = openEgress({
    allow: ['127.0.0.0/8'],
    hosts: { '*.test': '127.0.0.1' },
    ports: { 443: port, 25: port },
  })
  const begun = { cpu: process.cpuUsage(), at: performance.now() }
  const seen = mail
    ? await lookMail()
    : await handshakesProbe.look(
        { subject: { kind: 'website', address: 'stad.test', publicBody: false } },
        { egress, signal: new AbortController().signal },
      )
  const used = process.cpuUsage(begun.cpu)
  return { seen, ms: performance.now() - begun.at, cpu: (used.user + used.system) / 1_000 }

  async function lookMail(): Promise<Handshakes> {
    const until = Date.now() + 45_000
    const {
      asker,
      certificates: _,
      ...all
    } = await scan({
      connect: async () => {
        const began = await startTls((await egress.connectMail('stad.test')).socket, until)
        if (began.state !== 'ready') throw new Error(began.detail)
        return began.socket
      },
      name: 'stad.test',
      protocols: [],
      most: 240,
      until,
      signal: new AbortController().signal,
    })
    return {
      ...all,
      host: 'stad.test',
      address: '127.0.0.1',
      renegotiations: null,
      earlyData: null,
      connections: asker.made(),
    }
  }
}

const keys = makeKeys()
let port = 24_400
let different = 0
const rows: string[] = []
const told: string[] = []
for (const served of SERVED.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)))) {
  port++
  if (!installed(served)) {
    rows.push(`| ${served.name} | skipped: ${served.from} is not installed | | | | |`)
    continue
  }
  const { child, told: said } = await start(served, keys, port)
  if (!child) {
    rows.push(`| ${served.name} | did not start | | | | |`)
    told.push(`${served.name}: ${said()}`)
    different++
    continue
  }
  try {
    await compare(served)
  } catch (error) {
    different++
    rows.push(`| ${served.name} | was not compared | | | | |`)
    told.push(`${served.name}: ${String(error)} ${said()}`)
  } finally {
    await stop(child)
  }
}
tidy(keys)

async function compare(served: Served): Promise<void> {
  const mail = served.mail === true
  const warm = await look(port, mail)
  const mine = await look(port, mail)
  const theirs = await bySslscan(port, mail)
  const all = ours(mine.seen)
  const same = JSON.stringify({ ...warm.seen, connections: 0 }) === JSON.stringify({ ...mine.seen, connections: 0 })
  const suites = Object.keys(LABEL).flatMap((label) => {
    const version = LABEL[label]!
    const { we, they } = differences(
      all.suites[version],
      theirs.suites[version],
      (code) => SUITES.get(code) ?? code.toString(16),
    )
    return [...we.map((one) => `${version} ${one}: we alone`), ...they.map((one) => `${version} ${one}: sslscan alone`)]
  })
  const groups = ['TLSv1.2', 'TLSv1.3'].flatMap((version) => {
    const { we, they } = differences(all.groups[version], theirs.groups[version], String)
    return [
      ...we.map((one) => `${version} group ${one}: we alone`),
      ...they.map((one) => `${version} group ${one}: sslscan alone`),
    ]
  })
  const count = Object.values(mine.seen.suites).reduce((sum, each) => sum + (each?.names.length ?? 0), 0)
  rows.push(
    `| ${[served.name, count, suites.length || 'same', groups.length || 'same', mine.seen.connections].join(' | ')}` +
      ` | ${mine.cpu.toFixed(0)} ms, ${mine.ms.toFixed(0)} ms |`,
  )
  if (suites.length + groups.length > 0 || !same) different++
  told.push(...[...suites, ...groups].map((line) => `${served.name}: ${line}`))
  if (!same) told.push(`${served.name}: two looks of ours differ`)
  if (process.env['TLS_SHOW']) console.log(JSON.stringify(mine.seen, null, 1))
}

console.log(
  '| server | suites × versions | suites beside sslscan | groups beside sslscan | connections | CPU, time |\n' +
    '|---|---|---|---|---|---|',
)
console.log(rows.join('\n'))
if (told.length > 0) console.log(`\nDifferences:\n${told.join('\n')}`)
process.exitCode = different === 0 ? 0 : 1
