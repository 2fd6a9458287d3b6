/** The order in which a file is looked at: its origin before its words, and what the worker costs ends with it. */
import { beforeAll, expect, test } from 'vitest'
import { advisory, newSigner, sha, type Signer } from '../../test/csaf/documents.ts'
import { csafOf } from '../web/warning/csaf.ts'
import { TLP } from '../vocabulary/tlp.ts'
import { MOST_CSAF_BYTES, withCsaf, type CsafFile, type LookAtCsaf } from './csaf-check.ts'

let signer: Signer
beforeAll(async () => {
  signer = await newSigner()
})
const fileOf = async (text: string, more: Partial<CsafFile> = {}): Promise<CsafFile> => ({
  bytes: Buffer.from(text),
  hashes: { sha256: sha('sha256', text) },
  signature: await signer.sign(text),
  keys: [signer.publicKey],
  fingerprint: signer.fingerprint,
  ...more,
})
/** In order, but for a product that its list does not name. */
const ofUnknownProduct = () => ({
  ...advisory(),
  vulnerabilities: [{ product_status: { known_affected: ['P9'] } }],
})
/** At which step it ended; empty: it is in order. */
const endOf = async (look: LookAtCsaf, file: CsafFile) => {
  const told = await look(file)
  return 'refused' in told ? told.refused : ''
}

test('hash, signature, and only then schema and mandatory tests; each refusal at its own step', async () => {
  const good = JSON.stringify(advisory())
  const wrong = JSON.stringify({ document: { csaf_version: '2.0' } })
  const other = await newSigner()
  await withCsaf(async (look) => {
    // What is wrong in two ways is told at the first step: nobody reads on before its origin is in order.
    expect(await endOf(look, await fileOf('geen json', { hashes: { sha256: sha('sha256', 'anders') } }))).toBe('hash')
    expect(await endOf(look, await fileOf('geen json', { signature: await signer.sign('anders') }))).toBe('signature')
    expect(await endOf(look, await fileOf('geen json', { signature: 'geen handtekening' }))).toBe('signature')
    expect(await endOf(look, await fileOf(good, { keys: [other.publicKey] }))).toBe('key')
    expect(await endOf(look, await fileOf(good, { fingerprint: other.fingerprint }))).toBe('key')
    // Another key under the right fingerprint signs nothing.
    expect(await endOf(look, await fileOf(good, { signature: await other.sign(good) }))).toBe('signature')
    expect(await endOf(look, await fileOf('geen json'))).toBe('json')
    expect(await endOf(look, await fileOf(wrong))).toBe('tests')
    // What is no CSAF, and what is another CSAF, is told before what is wrong in it.
    for (const none of ['[]', '7', 'null', '{}', '{"document":{}}'])
      expect(await endOf(look, await fileOf(none)), none).toBe('none')
    const next = await fileOf(JSON.stringify({ document: { csaf_version: '2.1', category: 'csaf_base' } }))
    expect(await look(next)).toMatchObject({ refused: 'version', detail: '2.1' })
    // What fails is told by its number, its place and its own words.
    const told61 = await look(await fileOf(JSON.stringify(ofUnknownProduct())))
    expect(told61).toMatchObject({
      refused: 'tests',
      failures: [{ test: '6.1.1', path: '/vulnerabilities/0/product_status/known_affected/0' }],
    })
    const bare = await look(await fileOf(wrong))
    expect(bare).toMatchObject({
      failures: expect.arrayContaining([
        { test: '', path: '/document', keyword: 'required', what: 'category', said: expect.any(String) },
      ]),
    })
    expect(await endOf(look, await fileOf(good, { hashes: { sha512: sha('sha512', good) } }))).toBe('')
    const told = await look(await fileOf(good))
    expect(told).toMatchObject({ hash: sha('sha256', good), signedBy: signer.fingerprint })
    // Without a signature it is said that nobody signed.
    expect(await look(await fileOf(good, { signature: undefined }))).toMatchObject({ signedBy: '' })
    expect(await endOf(look, await fileOf(good, { bytes: Buffer.alloc(MOST_CSAF_BYTES + 1) }))).toBe('large')

    // What 2.0 does not know fails: labels of 2.0 are five, of CSAF 2.0 four.
    for (const label of ['CLEAR', 'AMBER+STRICT'])
      expect(await endOf(look, await fileOf(JSON.stringify(advisory({ distribution: { tlp: { label } } }))))).toBe(
        'tests',
      )

    // What goes out is in order under every label.
    for (const label of TLP) {
      const words = {
        no: 3,
        at: new Date('2026-11-05T12:00:00Z'),
        title: 'Gat in de kassa',
        what: 'In de kassa zit een gat.',
        act: 'Werk bij.',
        actBy: '2026-12-01',
        works: 'Er staat 7.2.',
        call: 'Bel ons.',
        urgency: 'urgent' as const,
        products: [{ vendor: 'Kassamaker', name: 'Kassa 7', range: 'tot en met 7.1', status: '' }],
        references: [{ what: '', url: 'https://alarm.test/meer' }],
      }
      const bare = { ...words, products: [], urgency: null, act: '', actBy: null, references: [], no: 1 }
      const at = new Date('2026-11-01')
      const base = { number: '7HX3M9WF2C', label, publisher: 'Alarm', tracking: 'A-1', at }
      for (const source of ['own', 'feed'] as const)
        for (const state of ['open', 'sent'] as const)
          for (const each of [words, bare]) {
            const out = csafOf(
              { ...base, source, state, words: each },
              { name: 'Gemeente Sluiswijk', origin: 'https://leidraad.sluiswijk.test' },
            )
            expect(await endOf(look, await fileOf(JSON.stringify(out))), `${label} ${source} ${state}`).toBe('')
          }
    }
  })
}, 180_000)

test('the worker ends whatever came of the work, and one at a time looks', async () => {
  await expect(withCsaf(() => Promise.reject(new Error('weg')))).rejects.toThrow('weg')
  const order: string[] = []
  await Promise.all([
    withCsaf(async () => {
      order.push('begin')
      await new Promise((done) => setImmediate(done))
      order.push('eind')
    }),
    withCsaf(async () => void order.push('daarna')),
  ])
  expect(order).toEqual(['begin', 'eind', 'daarna'])
})
