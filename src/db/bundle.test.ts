/** A bundle gives back what went in, and anything that was changed in it is told. */
import { createHash } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { AT, consent, HOST, session } from '../../test/evidence.ts'
import type { Evidence, Request } from '../model/evidence.ts'
import { bundled, readBundle, type Bundle } from './bundle.ts'
import { harOf } from './har.ts'

const PICTURE = strToU8('een beeld')
const HASH = createHash('sha256').update(PICTURE).digest('hex')
const request = (over: Partial<Request>): Request => ({
  url: `https://${HOST}/`,
  host: HOST,
  method: 'GET',
  type: 'document',
  status: 200,
  failed: null,
  initiator: { kind: 'other', url: null },
  frame: `https://${HOST}/`,
  redirectedFrom: null,
  referrer: null,
  ...over,
})
const SESSION = session({
  finalUrl: `https://${HOST}/`,
  headers: [['x-a', '1']],
  screenshot: HASH,
  requests: [
    request({}),
    request({ url: 'https://telt.example/m.gif?a=1&b=%26', type: 'image', status: 302, referrer: `https://${HOST}/` }),
    request({ url: 'https://telt.example/n.gif', type: 'image', status: null, failed: 'net::ERR', outcome: 'blocked' }),
  ].map((one, at) => (at === 2 ? { ...one, redirectedFrom: 'https://telt.example/m.gif?a=1&b=%26' } : one)),
})
const EVIDENCE: Evidence = {
  format: 2,
  subject: { kind: 'website', address: HOST },
  begun: AT,
  ended: AT,
  versions: { leidraad: '2026.11.2', browser: '156' },
  host: [{ probe: 'dns', at: AT, result: { seen: false, why: 'timeout', detail: '' } }],
  pages: [
    {
      probe: 'session',
      page: `https://${HOST}/`,
      role: 'landing',
      phase: 'before-consent',
      profile: 'desktop',
      at: AT,
      result: { seen: true, value: SESSION },
    },
  ],
}
const BUNDLE: Bundle = {
  evidence: EVIDENCE,
  said: {
    subject: { kind: 'website', address: HOST, publicBody: false },
    catalogue: '1-abc',
    lists: 'a 1',
    findings: [
      {
        norm: 'VEI-13',
        criterion: 'VEI-13.caa',
        verdict: 'unknown',
        reason: 'unseen.timeout',
        seen: {},
        strength: 'measured',
        source: 'visit',
        at: AT,
      },
    ],
  },
  pictures: new Map([[HASH, PICTURE]]),
}

test('what went in comes out, and the same bundle has the same bytes', () => {
  const bytes = bundled(BUNDLE)
  expect(readBundle(bytes)).toEqual({ ...BUNDLE, pictures: new Map([[HASH, expect.anything()]]) })
  expect(bundled(BUNDLE)).toEqual(bytes)
  const { 'inhoud.json': manifest } = unzipSync(bytes)
  expect(JSON.parse(new TextDecoder().decode(manifest))).toMatchObject({
    versions: { leidraad: '2026.11.2', catalogue: '1-abc' },
    files: expect.arrayContaining([{ name: `beeld/${HASH}.jpg`, bytes: PICTURE.length, sha256: HASH }]),
  })
})

const changed = (change: (files: Record<string, Uint8Array>) => void) => {
  const files = unzipSync(bundled(BUNDLE))
  change(files)
  return () => readBundle(zipSync(files))
}

test.each([
  ['another word in the evidence', /bewijs\.json .* niet meer wat het was/, (files) => (files['bewijs.json']![9] = 65)],
  ['another picture', /niet meer wat het was/, (files) => (files[`beeld/${HASH}.jpg`] = strToU8('een ander'))],
  ['a part less', /ontbreekt verkeer\.har/, (files) => delete files['verkeer.har']],
  ['a part more', /hoort: \.\.\/ernaast/, (files) => (files['../ernaast'] = PICTURE)],
  ['no list of parts', /inhoud\.json ontbreekt/, (files) => delete files['inhoud.json']],
  ['a later form', /vorm 2/, (files) => (files['inhoud.json'] = strToU8('{"format":2,"files":[]}'))],
  ['a list that is none', /geen bundel/, (files) => (files['inhoud.json'] = strToU8('null'))],
  ['an empty list', /hoort: /, (files) => (files['inhoud.json'] = strToU8('{"format":1,"files":[]}'))],
] as readonly (readonly [string, RegExp, (files: Record<string, Uint8Array>) => unknown])[])(
  'refused: %s',
  (_, says, change) => expect(changed(change)).toThrow(says),
)

test('refused: no archive, one that is cut, one that unpacks without end', () => {
  expect(() => readBundle(strToU8('hallo'))).toThrow('geen bundel')
  expect(() => readBundle(bundled(BUNDLE).subarray(0, 400))).toThrow('geen bundel')
  const large = Buffer.from(bundled(BUNDLE))
  // What the list at the end says that the last part unpacks to (APPNOTE 4.3.12).
  large.writeUInt32LE(0x7fff_ffff, large.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24)
  expect(() => readBundle(large)).toThrow('te groot')
  const many = zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}`, new Uint8Array(1)])))
  expect(() => readBundle(many)).toThrow('te groot')
})

test('traffic as HAR: pages, requests, redirects, and what we do not know as unknown', () => {
  const { log } = harOf(EVIDENCE) as { log: { pages: object[]; entries: Record<string, unknown>[] } }
  expect(log.pages).toMatchObject([{ id: 'page_1', title: SESSION.title, comment: 'before-consent, desktop' }])
  expect(log.entries).toMatchObject([
    { pageref: 'page_1', response: { status: 200, headers: [{ name: 'x-a', value: '1' }], redirectURL: '' } },
    {
      request: {
        queryString: [
          { name: 'a', value: '1' },
          { name: 'b', value: '&' },
        ],
        bodySize: -1,
      },
      response: { status: 302, headers: [], redirectURL: 'https://telt.example/n.gif' },
    },
    { response: { status: 0, statusText: 'net::ERR' }, comment: 'blocked' },
  ])
})

test('traffic after a choice, and after it was taken back, are pages of their own', () => {
  const to = (host: string) => session({ title: host, requests: [request({ url: `https://${host}/` })] })
  const withdrawal = {
    steps: [],
    outcome: 'gone',
    stood: { cookies: [], storage: [] },
    next: to('terug.example'),
  } as const
  const walk = (phase: 'after-reject' | 'after-accept', value: ReturnType<typeof consent>) =>
    ({ ...EVIDENCE.pages[0]!, probe: 'consent', phase, result: { seen: true, value } }) as const
  const { log } = harOf({
    ...EVIDENCE,
    pages: [
      ...EVIDENCE.pages,
      walk('after-reject', consent({ outcome: 'gone', next: to('nee.example') })),
      walk('after-accept', consent({ outcome: 'gone', next: to('ja.example'), withdrawal })),
      walk('after-reject', consent({ outcome: 'no-way' })),
    ],
  }) as { log: { pages: { id: string; comment: string }[]; entries: { pageref: string; request: { url: string } }[] } }
  expect(log.pages.map(({ comment }) => comment)).toEqual([
    'before-consent, desktop',
    'after-reject, desktop',
    'after-accept, desktop',
    'after-withdrawal, desktop',
  ])
  expect(log.entries.slice(3).map(({ pageref, request: { url } }) => [pageref, url])).toEqual([
    ['page_2', 'https://nee.example/'],
    ['page_3', 'https://ja.example/'],
    ['page_4', 'https://terug.example/'],
  ])
})
