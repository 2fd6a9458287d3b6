/** The file of a bidder: made, read, known to be whole, used again only for the same words; and reports beside it. */
import { stringify } from 'yaml'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../lib/canonical.ts'
import type { Annex, Asked, Bid, BidAnswer } from '../../../model/tender.ts'
import { answerProblems, bidText, gapsOf, missingIn, readBid, reusable } from './bid-file.ts'
import { acrText, countedIn, isOlder } from './openacr.ts'
import { readAcr } from './openacr-read.ts'

const answer = (requirement: string, more: Partial<BidAnswer> = {}): BidAnswer => ({
  requirement,
  wording: 1,
  level: 'met',
  remark: '',
  component: '',
  proof: { what: 'Rapport', until: '' },
  tradeSecret: false,
  ...more,
})
const bid: Bid = {
  format: 'leidraad-antwoorden/1',
  annex: { number: 'AB-2026-0001', version: 2, hash: 'a'.repeat(64) },
  bidder: 'Kadewerk',
  product: 'Kadezaak 4',
  made: '2026-11-20T10:00:00.000Z',
  answers: [answer('updates'), answer('logboek', { level: 'partly', remark: 'In maart.' })],
}
const bytes = (text: string) => new TextEncoder().encode(text)
const asked = (id: string, more: Partial<Asked> = {}) => ({ id, wording: 1, own: false, due: 'bid', ...more }) as Asked
const annexWith = (...requirements: Asked[]) => ({ requirements }) as unknown as Annex

describe('the file', () => {
  test('is read as it was made, with the hash of its bytes', () => {
    const text = bidText(bid)
    expect(readBid(bytes(text))).toEqual({ bid, whole: true, hash: sha256(text), problem: undefined })
  })
  test('written otherwise it is the same content, and other bytes', () => {
    const other = JSON.stringify(JSON.parse(bidText(bid)))
    expect(readBid(bytes(other))).toMatchObject({ whole: true, hash: sha256(other) })
    expect(sha256(other)).not.toBe(sha256(bidText(bid)))
  })
  test('with one word changed by hand it is read, and told as not whole', () => {
    expect(readBid(bytes(bidText(bid).replace('In maart.', 'In april.')))).toMatchObject({ whole: false })
  })
  test.each([
    ['no JSON', '{', 'no-json'],
    ['no text', '\uFFFE\u0000', 'no-json'],
    ['something else', '{"format":"x"}', 'no-bid'],
    ['an answer too many', bidText({ ...bid, answers: [answer('updates'), answer('updates')] }), 'no-bid'],
    ['a key of its own', bidText({ ...bid, hidden: 1 } as Bid), 'no-bid'],
    ['an id that is a path', bidText({ ...bid, answers: [answer('../../x')] }), 'no-bid'],
    [
      'a date that is none',
      bidText({ ...bid, answers: [answer('a', { proof: { what: '', until: '2026-02-31' } })] }),
      'no-bid',
    ],
    ['a prototype', bidText(bid).replace('"bidder"', '"__proto__": {}, "bidder"'), 'no-bid'],
  ])('%s', (_, text, problem) => {
    expect(readBid(bytes(text)).problem).toBe(problem)
    expect(({} as { bidder?: string }).bidder).toBeUndefined()
  })
  test('of more than two megabytes it is not read', () =>
    expect(readBid(new Uint8Array(2 * 1024 * 1024 + 1)).problem).toBe('too-large'))
})

test('a remark is asked unless it is met; a date must be one', () => {
  const proof = { what: '', until: '' }
  expect(answerProblems({ level: 'met', remark: '', proof })).toEqual([])
  expect(answerProblems({ level: 'partly', remark: '', proof })).toEqual(['remark'])
  expect(answerProblems({ level: 'unmet', remark: 'Nog niet.', proof })).toEqual([])
  expect(answerProblems({ level: '', remark: '', proof: { what: '', until: 'morgen' } })).toEqual(['level', 'until'])
})

test('an answer is used again for the same requirement and wording, and never for words of one tender', () => {
  const annex = annexWith(asked('updates'), asked('logboek', { wording: 2 }), asked('hulp', { own: true }))
  const earlier = { ...bid, answers: [answer('updates'), answer('logboek'), answer('hulp'), answer('weg')] }
  expect(reusable(annex, earlier).map(({ requirement }) => requirement)).toEqual(['updates'])
  expect(missingIn(annex, bid.answers)).toEqual(['hulp'])
})

test('gaps and proof that is past its day are marked; nothing is counted together', () => {
  const today = '2026-11-28'
  expect(gapsOf(asked('updates'), undefined, today)).toEqual(['unanswered'])
  expect(gapsOf(asked('updates'), answer('updates'), today)).toEqual([])
  expect(gapsOf(asked('updates', { wording: 2 }), answer('updates'), today)).toEqual(['other-wording'])
  const proof = { what: '', until: '2026-11-27' }
  expect(gapsOf(asked('updates'), answer('updates', { level: 'unmet', proof }), today)).toEqual([
    'not-met',
    'no-proof',
    'expired-proof',
  ])
  expect(gapsOf(asked('x', { due: 'yearly' }), answer('x', { proof: { what: '', until: today } }), today)).toEqual([])
})

describe('a report on accessibility', () => {
  const report = {
    title: 'Kadezaak',
    product: { name: 'Kadezaak', version: 4 },
    catalog: '2.4-edition-wcag-2.1-508-eu-en',
    report_date: '2026-09-01',
    chapters: {
      success_criteria_level_a: {
        criteria: [
          { num: '1.1.1', components: [{ name: 'web', adherence: { level: 'supports', notes: '' } }] },
          {
            num: '1.3.1',
            components: [{ name: 'web', adherence: { level: 'partially-supports', notes: 'Eén tabel' } }],
          },
          { num: '1.4.1', components: [{ name: 'web', adherence: { level: '' } }, { name: 'software' }] },
        ],
      },
      hardware: { disabled: true },
    },
  }
  test('is read with the version of its catalogue; an older one is told and not refused', () => {
    const { report: read } = readAcr(stringify(report))
    expect(read).toMatchObject({
      product: 'Kadezaak 4',
      catalogue: '2.4-edition-wcag-2.1-508-eu-en',
      date: '2026-09-01',
    })
    expect([...countedIn(read!)]).toEqual([
      ['supports', 1],
      ['partially-supports', 1],
    ])
    expect(isOlder(read!)).toBe(true)
    for (const catalogue of ['2.5-edition-wcag-2.2-508-eu-en', '2.6-edition-wcag-2.2-en', '3.0-edition-wcag-3.0-en'])
      expect([catalogue, isOlder({ ...read!, catalogue })]).toEqual([catalogue, false])
    expect(isOlder({ ...read!, catalogue: '' })).toBe(true)
  })
  test('that was written is read again as it was', () => {
    const { report: read } = readAcr(stringify(report))
    expect(readAcr(acrText(bid, read!)).report).toEqual(read)
  })
  test.each([
    ['no YAML', 'a: [', 'no-yaml'],
    ['a list', '- a', 'no-yaml'],
    ['something else', 'title: x', 'no-report'],
    ['nothing answered', stringify({ ...report, chapters: {} }), 'no-report'],
    [
      'aliases that grow',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`)
        .join('\n')}`,
      'no-yaml',
    ],
    ['no end', 'a: '.repeat(400_000), 'too-large'],
    ['far too deep', `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`, 'no-yaml'],
  ])('%s', (_, text, problem) => expect(readAcr(text).problem).toBe(problem))
})
