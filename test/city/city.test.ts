/** Whether the city is what it says: its servers, names and certificates as declared, and a truth for every check. */
import { execFileSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { readdirSync, readFileSync } from 'node:fs'
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { connect as tcpConnect } from 'node:net'
import { join } from 'node:path'
import { connect as tlsConnect, type TLSSocket } from 'node:tls'
import { parse } from 'csv-parse/sync'
import packet from 'dns-packet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { trackerMatcher } from '../../src/catalogue/tracker-list.ts'
import { checks as checksOfEngine } from '../../src/engine/checks/all.ts'
import { toldChecks } from '../../src/engine/checks/told.ts'
import { pdfChecks } from '../../src/engine/checks/pdf.ts'
import { useChecks } from '../../src/engine/checks/use.ts'
import { axeChecks as axeChecksOfEngine } from '../../src/engine/checks/axe.ts'
import { startCity, type City } from './city.ts'
import { domainsOf, variant } from './build.ts'
import { addressOf, providers } from './places.ts'
import { allSites } from './sites/all.ts'
import { tag, thirdParties } from './thirdparties.ts'
import { linkedChecks } from '../../src/engine/checks/linked.ts'
import { mailChecks, websiteChecks } from './truth.ts'

const ROOT = join(import.meta.dirname, '../..')
let city: City

beforeAll(async () => {
  city = await startCity()
})
afterAll(async () => {
  await city.close()
})

/** A question to the city's name server over UDP. */
function ask(
  name: string,
  type: packet.RecordType,
  over: { flags?: number; dnssecOk?: boolean } = {},
): Promise<packet.DecodedPacket> {
  const { dnssecOk = false, flags = 0 } = over
  const socket = createSocket('udp4')
  const query = packet.encode({
    type: 'query',
    id: 77,
    flags: packet.RECURSION_DESIRED | flags,
    questions: [{ type, name }],
    additionals: [{ type: 'OPT', name: '.', udpPayloadSize: 1232, flags: dnssecOk ? packet.DNSSEC_OK : 0 }] as never,
  })
  return new Promise((done, fail) => {
    socket.once('message', (message) => {
      socket.close()
      done(packet.decode(message))
    })
    socket.once('error', fail)
    socket.send(query, Number(city.network.resolver?.split(':')[1]), '127.0.0.1')
  })
}

const rcode = (answer: packet.DecodedPacket) => (answer.flags ?? 0) & 15
const vouched = (answer: packet.DecodedPacket) => ((answer.flags ?? 0) & packet.AUTHENTIC_DATA) !== 0
const values = (answer: packet.Packet, type: string) =>
  (answer.answers ?? []).filter((record) => record.type === type).map((record) => (record as { data: unknown }).data)
const texts = async (name: string) =>
  values(await ask(name, 'TXT'), 'TXT').map((data) => (Array.isArray(data) ? data.join('') : String(data)))
const addressIn = async (host: string) => String(values(await ask(host, 'A'), 'A')[0])

type Reply = { status: number; headers: IncomingHttpHeaders; body: string }

async function get(host: string, path: string, { secure }: { secure: boolean }): Promise<Reply> {
  const where = {
    host: await addressIn(host),
    port: city.network.ports[secure ? 443 : 80]!,
    path,
    headers: { host },
    agent: false as const,
  }
  return new Promise((done, fail) => {
    const heard = (response: IncomingMessage) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
      )
    }
    const request = secure
      ? secureRequest({ ...where, servername: host, rejectUnauthorized: false }, heard)
      : plainRequest(where, heard)
    request.once('error', fail)
    request.end()
  })
}

async function handshake(
  host: string,
  over: { address?: string; version?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' } = {},
): Promise<TLSSocket> {
  const address = over.address ?? (await addressIn(host))
  const old = over.version ? { minVersion: over.version, maxVersion: over.version, ciphers: 'DEFAULT@SECLEVEL=0' } : {}
  return new Promise((done, fail) => {
    const socket = tlsConnect(
      {
        host: address,
        port: city.network.ports[443]!,
        servername: host,
        ca: city.network.ca!,
        rejectUnauthorized: false,
        ...old,
      },
      () => done(socket),
    )
    socket.once('error', fail)
  })
}

const certificateFault = async (host: string) => {
  const socket = await handshake(host)
  const fault = socket.authorizationError as unknown as { code?: string } | string | null
  socket.destroy()
  return typeof fault === 'object' && fault !== null ? (fault.code ?? String(fault)) : fault
}

const slug = (name: string) => allSites.find((site) => site.slug === name)!

describe('the list of organisations', () => {
  test('is read by a CSV parser and names every website and mail domain once', () => {
    const rows = parse(city.csv, { columns: true, delimiter: ';' }) as Record<string, string>[]
    expect(rows.length).toBeGreaterThanOrEqual(26)
    expect(Object.keys(rows[0]!)).toEqual([
      'naam',
      'soort',
      'grootte',
      'straat',
      'websites',
      'maildomeinen',
      'overheid',
    ])
    for (const row of rows) {
      expect(['micro', 'klein', 'midden', 'groot']).toContain(row['grootte'])
      expect(['ja', 'nee']).toContain(row['overheid'])
    }
    const subjects = rows.flatMap((row) => [
      `website ${row['websites']}`,
      ...row['maildomeinen']!.split(' ')
        .filter(Boolean)
        .map((domain) => `mail-domain ${domain}`),
    ])
    expect(new Set(subjects).size).toBe(subjects.length)
    expect(new Set(subjects)).toEqual(new Set(city.truth().map(({ kind, address }) => `${kind} ${address}`)))
    expect(rows.filter((row) => row['straat'] === 'Havenstraat')).toHaveLength(11)
  })
})

describe('the network file', () => {
  test('says what the city object says, with the authority beside it', () => {
    const file = JSON.parse(readFileSync(city.networkFile, 'utf8'))
    expect(file).toEqual({
      ...city.network,
      ports: city.network.ports,
      ca: 'ca.pem',
      routes: 'routes.txt',
      vrps: 'vrps.json',
    })
    expect(readFileSync(join(city.networkFile, '../ca.pem'), 'utf8')).toBe(city.network.ca)
  })
})

/**
 * Checks of which nothing can be in order, because what they look for is itself the fault. Their near miss is what has
 * the name of it: of text that rolls by itself (2.2.2), a box called marquee whose boat lies still for who asks for
 * that, and a tent of that name (the café). Every other check that can find fault has two addresses in order.
 */
const NEVER_IN_ORDER = ['axe-2.2.2']

describe('the truth', () => {
  test('holds every check of the engine that applies to the subject, and no other', () => {
    const files = readdirSync(join(ROOT, 'src/engine/checks')).filter(
      (name) => /^[a-z0-9-]+\.ts$/.test(name) && !/^(axe|embeds|linked|pdf|text-language|told|use|all)\.ts$/.test(name),
    )
    const engine = [
      ...files.map((name) => name.replace('.ts', '')),
      ...axeChecksOfEngine.map(({ id }) => id),
      ...linkedChecks.map(({ id }) => id),
      ...toldChecks.map(({ id }) => id),
      ...pdfChecks.map(({ id }) => id),
      ...useChecks.map(({ id }) => id),
      'text-language',
      'part-language',
      'embeds-video',
      'embeds-maps',
      'embeds-fonts',
      'embeds-social',
      'embeds-captcha',
    ]
    expect(new Set([...websiteChecks, ...mailChecks])).toEqual(new Set(engine))
    for (const { kind, expected } of city.truth()) {
      expect(Object.keys(expected).toSorted()).toEqual(
        [...(kind === 'website' ? websiteChecks : mailChecks)].toSorted(),
      )
    }
  })
  test('knows good and bad of nearly every check, so that misses and false alarms can both show', () => {
    const verdicts = (check: string) => new Set(city.truth().flatMap(({ expected }) => expected[check] ?? []))
    // Some only say that something is there, and never that it lacks.
    const canFault = new Set(
      checksOfEngine
        .filter(({ reasons }) =>
          Object.values(reasons).some((claim) => claim !== 'unknown' && /^(?:partly|unmet)$/.test(claim.verdict)),
        )
        .map(({ id }) => id),
    )
    const quiet = [...websiteChecks, ...mailChecks].filter(
      (check) => canFault.has(check) && !['partly', 'unmet'].some((word) => verdicts(check).has(word as 'unmet')),
    )
    expect(quiet).toEqual([])
    // Two that have what it looks at, in order.
    const inOrder = (check: string) => city.truth().filter(({ expected }) => expected[check] === 'met').length
    const alone = [...websiteChecks, ...mailChecks].filter((check) => canFault.has(check) && inOrder(check) < 2)
    expect(alone).toEqual(NEVER_IN_ORDER)
    const never = [...websiteChecks, ...mailChecks].filter(
      (check) => !verdicts(check).has('met') && !verdicts(check).has('not-applicable'),
    )
    expect(never).toEqual([])
  })
  test('of mail is told for domains that the site really has', () => {
    for (const site of allSites)
      expect(Object.keys(site.truth.mail).toSorted()).toEqual(
        domainsOf(site)
          .map(({ name }) => name)
          .toSorted(),
      )
  })
})

describe('names', () => {
  test('a site leads to the machine it lives on, which has a name of its provider in reverse', async () => {
    for (const site of allSites.filter(({ domain }) => domain.signing !== 'bogus')) {
      const address = await addressIn(site.host)
      expect(address).toBe(addressOf(site.home))
      expect(values(await ask(site.host, 'AAAA'), 'AAAA')).toEqual(site.home.ipv6 ? ['::1'] : [])
      const reverse = values(await ask(`${address.split('.').reverse().join('.')}.in-addr.arpa`, 'PTR'), 'PTR')
      expect(String(reverse[0]).endsWith(`.${providers[site.home.provider].domain}`)).toBe(true)
      expect(values(await ask(site.host, 'CNAME'), 'CNAME').length).toBe(site.home.alias ? 1 : 0)
    }
  })
  test('the resolver vouches for signed zones, only when asked, and for no others', async () => {
    for (const site of allSites.filter(({ domain }) => domain.signing !== 'bogus')) {
      const signed = site.domain.signing === 'secure'
      expect(vouched(await ask(site.domain.name, 'SOA', { dnssecOk: true }))).toBe(signed)
      expect(vouched(await ask(site.domain.name, 'SOA', { flags: packet.AUTHENTIC_DATA }))).toBe(signed)
      expect(vouched(await ask(site.domain.name, 'SOA'))).toBe(false)
      expect(values(await ask(site.domain.name, 'DS'), 'DS')).toHaveLength(signed ? 1 : 0)
    }
  })
  test('signatures that do not hold give SERVFAIL, and an answer to who does not check', async () => {
    const { host, domain } = slug('oranje')
    expect(rcode(await ask(host, 'A'))).toBe(2)
    const unchecked = await ask(host, 'A', { flags: packet.CHECKING_DISABLED, dnssecOk: true })
    expect(rcode(unchecked)).toBe(0)
    expect(vouched(unchecked)).toBe(false)
    expect(values(await ask(domain.name, 'DS'), 'DS')).toHaveLength(1)
  })
  test('names that do not exist are told apart from names without the record', async () => {
    expect(rcode(await ask('bestaat-niet.test', 'A'))).toBe(3)
    expect(rcode(await ask('test', 'CAA'))).toBe(0)
    const none = await ask('gemeente-sluiswijk.test', 'CNAME')
    expect(rcode(none)).toBe(0)
    expect(none.authorities?.[0]?.type).toBe('SOA')
    expect(rcode(await ask('www.example.com', 'A'))).toBe(5)
  })
  test('the name server answers over TCP too, in pieces', async () => {
    const question = packet.streamEncode({
      type: 'query',
      id: 5,
      flags: packet.RECURSION_DESIRED,
      questions: [{ type: 'MX', name: 'archief-sluiswijk.test' }],
    })
    const socket = tcpConnect(Number(city.network.resolver?.split(':')[1]), '127.0.0.1')
    socket.write(question.subarray(0, 5))
    setTimeout(() => socket.write(question.subarray(5)), 20)
    const answer = packet.streamDecode(
      await new Promise<Buffer>((done, fail) => {
        socket.once('data', done)
        socket.once('error', fail)
      }),
    )
    socket.destroy()
    expect(values(answer, 'MX')).toEqual([{ preference: 0, exchange: '.' }])
  })
})

describe('mail', () => {
  /** Lookups of RFC 7208 §4.6.4, counted in the city's own DNS. */
  async function lookups(record: string): Promise<number> {
    let count = 0
    for (const term of record.split(' ').slice(1)) {
      const [, mechanism, target] = /^[+~?-]?(include|a|mx|ptr|exists|redirect)(?:[:=](.*))?$/.exec(term) ?? []
      if (!mechanism) continue
      count++
      if (mechanism === 'include' || mechanism === 'redirect')
        count += await lookups((await texts(target!)).find((text) => text.startsWith('v=spf1')) ?? '')
    }
    return count
  }
  test('SPF is over ten lookups where the truth says so for that reason, and under it elsewhere', async () => {
    for (const site of allSites.filter(({ domain }) => domain.signing !== 'bogus')) {
      for (const { name, spf } of domainsOf(site)) {
        expect((await texts(name)).filter((text) => text.startsWith('v=spf1')).toSorted()).toEqual([...spf].toSorted())
        const counts = await Promise.all(spf.map(lookups))
        if (site.slug === 'universiteit') expect(counts).toEqual([12])
        else expect(Math.max(0, ...counts)).toBeLessThanOrEqual(10)
      }
    }
  })
  test('the policy of MTA-STS is served where DNS says there is one', async () => {
    for (const { domain } of allSites) {
      expect((await texts(`_mta-sts.${domain.name}`)).length).toBe(domain.mtaSts ? 1 : 0)
      if (!domain.mtaSts) continue
      const file = await get(`mta-sts.${domain.name}`, '/.well-known/mta-sts.txt', { secure: true })
      expect(file).toMatchObject({ status: 200, body: domain.mtaSts.policy })
      expect(await certificateFault(`mta-sts.${domain.name}`)).toBe(null)
    }
  })
})

describe('sites', () => {
  const up = allSites.filter((site) => site.server !== 'down' && site.domain.signing !== 'bogus' && !site.always)

  test('http redirects to https on the same name, or shows the site, as told', async () => {
    for (const site of up) {
      const reply = await get(site.host, '/', { secure: false })
      if (site.plain === 'serve') expect(reply.status).toBe(200)
      else expect([reply.status, reply.headers.location]).toEqual([301, `https://${site.host}/`])
    }
  })
  test('every page answers 200 with the headers of its site', async () => {
    for (const site of up) {
      for (const path of Object.keys(site.pages)) {
        const reply = await get(site.host, path, { secure: site.certificate !== 'none' })
        expect([site.host, path, reply.status]).toEqual([site.host, path, 200])
        for (const [name, value] of site.headers) {
          const got = reply.headers[name]
          expect(Array.isArray(got) ? got : [got]).toContain(value)
        }
      }
      expect((await get(site.host, '/bestaat-niet', { secure: site.certificate !== 'none' })).status).toBe(404)
      expect((await get(site.host, '/.well-known/security.txt', { secure: site.certificate !== 'none' })).status).toBe(
        site.files['/.well-known/security.txt'] ? 200 : 404,
      )
    }
  })
  test('every link and image inside a site leads somewhere', async () => {
    for (const site of up) {
      const secure = site.certificate !== 'none'
      const bodies = await Promise.all(
        Object.keys(site.pages).map(async (path) => (await get(site.host, path, { secure })).body),
      )
      const targets = new Set(
        bodies.flatMap((body) => [...body.matchAll(/(?:href|src)="(\/[^"#]*)"/g)].map(([, target]) => target!)),
      )
      const broken = await Promise.all(
        [...targets].map(async (target) => ({ target, ...(await get(site.host, target, { secure })) })),
      )
      expect(broken.filter(({ status }) => status !== 200).map(({ target }) => site.host + target)).toEqual([])
    }
  })
  test('parts of other companies all exist', async () => {
    const urls = Object.values(tag).flatMap((html) =>
      [...html.matchAll(/(?:src|href|toestemming)="(https:[^"]+)"/g)].map(([, url]) => new URL(url!)),
    )
    expect(urls.length).toBeGreaterThan(12)
    for (const { hostname, pathname, search } of urls)
      expect([hostname, (await get(hostname, pathname + search, { secure: true })).status]).toEqual([hostname, 200])
    const pixel = await get('reclamenet.test', '/pixel.gif?id=1', { secure: true })
    expect(pixel.headers['set-cookie']?.[0]).toMatch(/^rn_id=.{40}; Max-Age=63072000; Path=\/; Secure; SameSite=None$/)
  })
  test('scripts of other companies are scripts', () => {
    for (const host of thirdParties) {
      for (const path of [
        '/gtag/js',
        '/fbevents.js',
        '/gtm.js',
        '/toestemming.js',
        '/melding.js',
        '/praat.js',
        '/api.js',
        '/tel.js',
        '/kassa.js',
        '/opname.js',
        '/apparaat.js',
      ]) {
        const part = host.answer({ secure: true, host: host.name, method: 'GET', path, query: new URLSearchParams() })
        if (part.status === 200) expect(() => new Function(part.body.toString())).not.toThrow()
      }
    }
  })
  test('certificates are in the state that is told', async () => {
    const faults = {
      good: null,
      'ends-soon': null,
      rsa: null,
      stapled: null,
      abroad: null,
      expired: 'CERT_HAS_EXPIRED',
      'wrong-name': 'ERR_TLS_CERT_ALTNAME_INVALID',
      'self-signed': 'DEPTH_ZERO_SELF_SIGNED_CERT',
    }
    for (const site of up.filter(({ certificate }) => certificate !== 'none')) {
      expect([site.host, await certificateFault(site.host)]).toEqual([site.host, faults[site.certificate as 'good']])
    }
    const socket = await handshake(slug('huisarts').host)
    const days = (Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / 86_400_000
    socket.destroy()
    expect(days).toBeGreaterThan(7)
    expect(days).toBeLessThanOrEqual(8)
  })
  test('one server still speaks TLS 1.0 and 1.1, the others refuse', async () => {
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      const socket = await handshake(slug('makelaar').host, { version })
      expect(socket.getProtocol()).toBe(version)
      socket.destroy()
      await expect(handshake(slug('gemeente').host, { version })).rejects.toThrow()
    }
  })
  test('no https, nobody home, a wall and a long wait are as told', async () => {
    await expect(handshake(slug('voetbal').host)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await expect(get(slug('drukkerij').host, '/', { secure: false })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await expect(get(slug('drukkerij').host, '/', { secure: true })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect((await get(slug('sportschool').host, '/nieuws/', { secure: true })).status).toBe(403)
    const early = await Promise.race([
      get(slug('camping').host, '/', { secure: true }).catch(() => 'closed'),
      new Promise((done) => setTimeout(() => done('waiting'), 300)),
    ])
    expect(early).toBe('waiting')
  })
  test('the chat line opens and says hello', async () => {
    const socket = await handshake('praatvenster.test')
    socket.write(
      'GET /lijn HTTP/1.1\r\nhost: praatvenster.test\r\nconnection: Upgrade\r\nupgrade: ' +
        'websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    let heard = ''
    await new Promise<void>((done) =>
      socket.on('data', (part) => {
        heard += part.toString('latin1')
        if (heard.includes('helpen?')) done()
      }),
    )
    socket.destroy()
    // The example of RFC 6455 §1.3.
    expect(heard).toContain('sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  })
})

describe('companies', () => {
  test('every host that serves the city or is asked by its sites has an owner', () => {
    const { eigenaren } = parseYaml(readFileSync(city.network.owners!, 'utf8')) as { eigenaren: { host: string }[] }
    const owners = new Set(eigenaren.map(({ host }) => host))
    const asked = [
      ...thirdParties.map(({ name }) => name),
      ...Object.values(providers).map(({ domain }) => domain),
      'naamdienst.test',
      'wolknamen.test',
      'oudenaam.test',
      'postpolder.test',
      'wolkpost.test',
    ]
    expect(asked.filter((host) => !owners.has(host))).toEqual([])
  })
  test('the addresses of followers are on the public list, those of the others are not', () => {
    const match = trackerMatcher(readFileSync(join(ROOT, 'lists/easyprivacy.txt'), 'utf8'))
    const on = (url: string, type: string) => match({ url, page: 'https://www.klikkado.test/', type }) !== undefined
    expect(on('https://statistiek-groot.test/gtag/js?id=G-SLUIS01', 'script')).toBe(true)
    expect(on('https://statistiek-groot.test/g/collect?v=2&tid=1', 'ping')).toBe(true)
    expect(on('https://reclamenet.test/fbevents.js', 'script')).toBe(true)
    expect(on('https://reclamenet.test/pixel.gif?id=551&ev=PageView', 'image')).toBe(true)
    expect(on('https://taglaad.test/gtm.js?id=GTM-SLUIS1', 'script')).toBe(true)
    for (const [url, type] of [
      ['https://polderstatistiek.test/tel.js', 'script'],
      ['https://polderstatistiek.test/api/bezoek', 'fetch'],
      ['https://cookievraag.test/toestemming.js', 'script'],
      ['https://lettertypen.test/css2?family=Sluis', 'stylesheet'],
      ['https://videoreus.test/embed/sluiswijk', 'document'],
      ['https://kaartreus.test/maps/embed?pb=sluiswijk', 'document'],
      ['https://leveringsnet.test/bib/galerij-2.1.min.js', 'script'],
      ['https://praatvenster.test/praat.js', 'script'],
      ['https://menstest.test/api.js', 'script'],
      ['https://sociaal-net.test/plugins/like?href=sluiswijk', 'document'],
      ['https://betaalvlot.test/kassa.js', 'script'],
      ['https://meekijker.test/opname.js', 'script'],
      ['https://meekijker.test/in?wie=1', 'fetch'],
      ['https://meekijker.test/punt.png', 'image'],
    ] as const)
      expect([url, on(url, type)]).toEqual([url, false])
  })
})

describe('running by itself', () => {
  test('prints where the city is', () => {
    const out = execFileSync(
      process.execPath,
      [
        '-e',
        `
      const { spawn } = require('node:child_process')
      const city = spawn(process.execPath, [${JSON.stringify(join(import.meta.dirname, 'main.ts'))}])
      let out = ''
      let told = false
      city.stdout.on('data', part => {
        out += part
        if (!told && out.includes('Ctrl-C')) told = city.kill('SIGINT')
      })
      city.on('exit', code => { console.log(out, 'exit', code) })`,
      ],
      { encoding: 'utf8' },
    )
    expect(out).toMatch(/name server +127\.0\.0\.1:\d+/)
    for (const { host } of allSites) expect(out).toContain(host)
    expect(out).toContain('exit 0')
  })
})

/** Last: from here on the city is another. */
describe('improvement', () => {
  test('repairs some sites, and the truth with them, lets one get worse, and leaves the others alone', async () => {
    const worked = allSites.filter(({ later }) => later)
    expect(worked.length).toBeGreaterThanOrEqual(7)
    const worse = slug('schoenmaker').host
    const before = new Map(city.truth().map((truth) => [`${truth.kind} ${truth.address}`, truth.expected]))
    city.improve()
    const bad = { unmet: 2, partly: 1 } as Record<string, number>
    for (const { kind, address, organisation, expected } of city.truth()) {
      const site = allSites.find((one) => one.organisation.name === organisation)!
      const old = before.get(`${kind} ${address}`)!
      if (!site.later) expect(expected).toEqual(old)
      for (const check of Object.keys(expected))
        expect([
          address,
          check,
          (bad[expected[check]!] ?? 0) <= (bad[old[check]!] ?? 0) || old[check] === 'unknown',
        ]).toEqual([address, check, address !== worse || !['framing', 'nosniff'].includes(check)])
      if (site.later && kind === 'website') expect(expected).not.toEqual(old)
    }
    const club = variant(slug('voetbal'), true)
    expect(await addressIn(club.host)).toBe(addressOf(club.home))
    expect((await get(club.host, '/', { secure: false })).headers.location).toBe(`https://${club.host}/`)
    expect((await get(club.host, '/', { secure: true })).body).toContain('<html lang="nl">')
    expect(await certificateFault(slug('tandarts').host)).toBe(null)
    expect((await get(slug('universiteit').host, '/', { secure: true })).body).not.toContain('taglaad')
    expect((await texts('universiteit-sluiswijk.test')).filter((text) => text.startsWith('v=spf1'))).toEqual(
      variant(slug('universiteit'), true).domain.spf,
    )
  })
})
