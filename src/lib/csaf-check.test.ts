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
    expect(await endOf(look, await fileOf(good, { hashes: { sha512: sha('sha512', good) } }))).toBe('')
    const told = await look(await fileOf(good))
    expect(told).toMatchObject({ hash: sha('sha256', good), signedBy: signer.fingerprint })
    // Without a signature it is said that nobody signed.
    expect(await look(await fileOf(good, { signature: undefined }))).toMatchObject({ signedBy: '' })
    expect(await endOf(look, await fileOf(good, { bytes: Buffer.alloc(MOST_CSAF_BYTES + 1) }))).toBe('json')

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
      for (const source of ['own', 'feed'] as const) {
        const out = csafOf(
          {
            number: '7HX3M9WF2C',
            label,
            source,
            publisher: 'Alarm',
            tracking: 'A-1',
            at: new Date('2026-11-01'),
            words,
          },
          { name: 'Gemeente Sluiswijk', origin: 'https://leidraad.sluiswijk.test' },
        )
        const bare = { ...words, products: [], urgency: null, act: '', actBy: null, references: [], no: 1 }
        expect(await endOf(look, await fileOf(JSON.stringify(out))), label).toBe('')
        const least = csafOf(
          { number: '7HX3M9WF2C', label, source, publisher: 'Alarm', tracking: 'A-1', at: words.at, words: bare },
          { name: 'Gemeente Sluiswijk', origin: 'https://leidraad.sluiswijk.test' },
        )
        expect(await endOf(look, await fileOf(JSON.stringify(least))), label).toBe('')
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
