/**
 * A source of warnings as the demo city knows it: a made up alarm of its region, which gives out CSAF files, each with
 * its hash and signature. One of them was changed on the way, so that the demo shows what is not taken.
 */
import { createHash } from 'node:crypto'
import { createMessage, readPrivateKey, sign } from 'openpgp'
import { FINGERPRINT, HOST } from './desk/alarm.ts'
import type { Answer, Ask, Host } from './model.ts'

const BASE = `https://${HOST}`
/** Of a source that does not exist: it opens and signs nothing else. */
const KEY = `
-----BEGIN PGP PRIVATE KEY BLOCK-----

xUkEaVW5ABvS48//cQnmvLKgw1cgxpAuoAB79cSDbmr6YeWMoWeZigBFt+5p
MYHR8XolqDOty7al86EkJB27Wp3RUNeAMpX+vhG6zTNEaWdpdGFhbCBhbGFy
bSAoYmVkYWNodCkgPGFsYXJtQGRpZ2l0YWFsYWxhcm0udGVzdD7CwA8EExsK
AIUFgmlVuQADCwkHCRBOMCr1Hj/QtUUUAAAAAAAcACBzYWx0QG5vdGF0aW9u
cy5vcGVucGdwanMub3Jni4R/++J4H/wgpxow4JPyg5qUKVAI0d6yZSpph6lw
MeEFFQoIDgwEFgACAQIZAQKbAwIeARYhBC5XTcBzoJjrscbsOk4wKvUeP9C1
AABgrm1TlW4AqUyovkTh0Sy1MlVgdQAYrEX8crOk2rqHX38G6uInMEPAq6O2
XLeiIULtgg02Ml02wXjZaC0qPCteCwTHSQRpVbkAGaWJU/prwQXglI+9/xzU
SKeTAH45SPBnNwAjBgxtLutVABD2lCVbU7dsepHoxUQYFZziK/I3WrSMalWO
4Wmr9YliEEfCugQYGwoAcAWCaVW5AAkQTjAq9R4/0LVFFAAAAAAAHAAgc2Fs
dEBub3RhdGlvbnMub3BlbnBncGpzLm9yZ3VFXggkL9xeqtFr7b7zhVY69ZEh
bdLJwILk+ACvXqyVApsMFiEELldNwHOgmOuxxuw6TjAq9R4/0LUAAK/73eX+
CXTGcpl+CF95aXI8uyyY6C168H3UTn42cjpDBY6KWZuRMhJVbDCWS7z6OkxT
lNImMN6p/7wJUAa0KQDbCg==
=eR2b
-----END PGP PRIVATE KEY BLOCK-----
`

type Told = {
  readonly id: string
  /** Days ago. */
  readonly days: number
  readonly version: number
  readonly title: string
  readonly label?: string
  readonly text?: string
  readonly severity: string
  readonly facts: string
  readonly remedy: string
  readonly vendor: string
  readonly product: string
  readonly range: string
}

const ALL: readonly Told[] = [
  {
    id: 'ALARM-2026-0041',
    days: 3,
    version: 2,
    title: 'Gat in plug-in Formulierenbouwer voor WordPress',
    label: 'WHITE',
    severity: 'Urgent',
    facts:
      'Via een formulier kan een vreemde bestanden op de website zetten. Dat gebeurt al bij winkels.\n\n' +
      'De maker schrijft daarover op [zijn site](https://formulierenbouwer.test/gat).',
    remedy: 'Werk de plug-in bij naar versie 4.8.1 of hoger. Kan dat niet vandaag? Zet de plug-in dan uit.',
    vendor: 'WordPress',
    product: 'WordPress',
    range: 'met plug-in Formulierenbouwer tot en met 4.8.0',
  },
  {
    id: 'ALARM-2026-0043',
    days: 1,
    version: 1,
    title: 'Inlogpagina van een zaaksysteem laat te veel pogingen toe',
    severity: 'Normaal',
    facts: 'Iemand kan zonder grens wachtwoorden proberen. Wij zagen nog geen misbruik.',
    remedy: 'Zet de grens op tien pogingen, en zet een tweede stap bij het inloggen aan.',
    vendor: 'Kadewerk Software',
    product: 'Dossierkade',
    range: 'alle versies',
  },
  {
    id: 'ALARM-2026-0044',
    days: 1,
    version: 1,
    title: 'Vervalste updates van een kassaprogramma',
    label: 'GREEN',
    severity: 'Urgent',
    facts: 'Per e-mail gaat een nep-update rond.',
    remedy: 'Werk alleen bij vanuit het programma zelf.',
    vendor: 'Kassaland',
    product: 'Kassaland Winkel',
    range: 'alle versies',
  },
]
/** Changed after it was signed. */
const BROKEN = 'ALARM-2026-0044'

const momentOf = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()

const documentOf = (told: Told) => ({
  document: {
    category: 'csaf_security_advisory',
    csaf_version: '2.0',
    lang: 'nl',
    title: told.title,
    ...(told.label === undefined ? {} : { distribution: { tlp: { label: told.label } } }),
    aggregate_severity: { text: told.severity },
    notes: [{ category: 'description', title: 'Feiten', text: told.facts }],
    publisher: { category: 'coordinator', name: 'Digitaal alarm Sluisstreek', namespace: BASE },
    tracking: {
      id: told.id,
      status: 'final',
      version: `${told.version}`,
      initial_release_date: momentOf(told.days + 1),
      current_release_date: momentOf(told.days),
      revision_history: Array.from({ length: told.version }, (_, at) => ({
        number: `${at + 1}`,
        date: momentOf(at + 1 === told.version ? told.days : told.days + 1),
        summary: at === 0 ? 'Eerste versie' : 'Aangevuld',
      })),
    },
  },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: told.vendor,
        branches: [
          {
            category: 'product_name',
            name: told.product,
            branches: [
              {
                category: 'product_version_range',
                name: told.range,
                product: { product_id: 'P1', name: `${told.vendor} ${told.product} ${told.range}` },
              },
            ],
          },
        ],
      },
    ],
  },
  vulnerabilities: [
    {
      title: told.title,
      notes: [{ category: 'summary', text: told.facts }],
      product_status: { known_affected: ['P1'] },
      remediations: [{ category: 'mitigation', details: told.remedy, product_ids: ['P1'] }],
    },
  ],
})

const type = (path: string): string => (path.endsWith('.json') ? 'application/json' : 'text/plain')
const pathOf = ({ id }: Told): string => `/csaf/2026/${id.toLowerCase()}.json`

/** Every file by its path, signed when the city opens. */
async function makeFiles(): Promise<ReadonlyMap<string, string>> {
  const privateKey = await readPrivateKey({ armoredKey: KEY.trim() })
  const files = new Map<string, string>([['/csaf/sleutel.asc', privateKey.toPublic().armor()]])
  for (const told of ALL) {
    const text = JSON.stringify(documentOf(told), null, 2)
    const message = await createMessage({ binary: Buffer.from(text) })
    const given = told.id === BROKEN ? text.replace('Werk alleen bij', 'Werk nooit bij') : text
    files.set(pathOf(told), given)
    files.set(`${pathOf(told)}.asc`, await sign({ message, signingKeys: privateKey, detached: true }))
    const hash = createHash('sha512').update(given).digest('hex')
    files.set(`${pathOf(told)}.sha512`, `${hash}  ${told.id.toLowerCase()}.json\n`)
  }
  const entry = ALL.map((told) => ({
    id: told.id,
    title: told.title,
    published: momentOf(told.days + 1),
    updated: momentOf(told.days),
    content: { type: 'application/json', src: BASE + pathOf(told) },
    link: [
      { rel: 'self', href: BASE + pathOf(told) },
      { rel: 'hash', href: `${BASE}${pathOf(told)}.sha512` },
      { rel: 'signature', href: `${BASE}${pathOf(told)}.asc` },
    ],
  }))
  files.set('/csaf/feed.json', JSON.stringify({ feed: { id: 'alarm', title: 'Digitaal alarm', entry } }))
  files.set(
    '/.well-known/csaf/provider-metadata.json',
    JSON.stringify({
      canonical_url: `${BASE}/.well-known/csaf/provider-metadata.json`,
      metadata_version: '2.0',
      last_updated: momentOf(1),
      role: 'csaf_trusted_provider',
      list_on_CSAF_aggregators: false,
      mirror_on_CSAF_aggregators: false,
      publisher: { category: 'coordinator', name: 'Digitaal alarm Sluisstreek', namespace: BASE },
      public_openpgp_keys: [{ fingerprint: FINGERPRINT, url: `${BASE}/csaf/sleutel.asc` }],
      distributions: [{ rolie: { feeds: [{ summary: 'Alles', tlp_label: 'WHITE', url: `${BASE}/csaf/feed.json` }] } }],
    }),
  )
  return files
}
const files = await makeFiles()

function answer({ path }: Ask): Answer {
  const body = files.get(path)
  return {
    status: body === undefined ? 404 : 200,
    headers: [['content-type', `${type(path)}; charset=utf-8`]],
    body: Buffer.from(body ?? 'Dit bestand is hier niet.\n'),
  }
}

export const alarm: Host = {
  name: HOST,
  address: '127.20.0.200',
  ipv6: false,
  cname: [],
  certificate: 'good',
  answer,
}
