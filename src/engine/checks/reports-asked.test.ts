/** Reports of DMARC: asked for, not asked for, and sent to who does not take them. */
import { expect, test } from 'vitest'
import { judgeWith, mail } from '../../../test/evidence.ts'
import type { Lacks, Mail } from '../../model/evidence.ts'
import { reportsAsked } from './reports-asked.ts'

const judged = (records: readonly string[], reports?: Mail['dmarc']['reports'], lacks: Lacks = {}) =>
  judgeWith(
    reportsAsked,
    { mail: { ...mail({ dmarc: { at: 'voorbeeld.nl', records, ...(reports && { reports }) } }), lacks } },
    { subject: { kind: 'mail-domain', address: 'voorbeeld.nl', publicBody: true } },
  )
const TO = 'v=DMARC1; p=reject; rua=mailto:a@dienst.example'

test('reports to the domain itself, or to who says that it takes them, are asked', () => {
  expect(judged(['v=DMARC1; p=reject; rua=mailto:d@voorbeeld.nl'])).toMatchObject({ reason: 'asked', verdict: 'met' })
  expect(judged([TO], [{ host: 'dienst.example', welcome: true }])).toMatchObject({ verdict: 'met' })
  const two = 'v=DMARC1; p=none; rua=mailto:a@dienst.example,mailto:d@voorbeeld.nl'
  expect(judged([two], [{ host: 'dienst.example', welcome: false }])).toMatchObject({ verdict: 'met' })
})
test('a record that asks none, and one whose reports nobody takes, leave it unseen', () => {
  expect(judged(['v=DMARC1; p=reject'])).toMatchObject({ reason: 'not-asked', verdict: 'partly' })
  expect(judged(['v=DMARC1; p=reject; ruf=mailto:d@voorbeeld.nl'])).toMatchObject({ reason: 'not-asked' })
  expect(judged([TO], [{ host: 'dienst.example', welcome: false }])).toMatchObject({
    reason: 'unheard',
    verdict: 'partly',
  })
})
test('what could not be asked is unknown, and without a record there is nothing to ask it of', () => {
  expect(judged([TO], [{ host: 'dienst.example', welcome: null }])).toMatchObject({ verdict: 'unknown' })
  expect(judged([])).toMatchObject({ reason: 'no-record', verdict: 'not-applicable' })
  expect(judged([], undefined, { dmarc: ['no-answer'] })).toMatchObject({ verdict: 'unknown' })
  expect(judged(['v=DMARC1; p=none', 'v=DMARC1; p=none'])).toMatchObject({ reason: 'no-record' })
  expect(judged(['v = DMARC2; p=none'])).toMatchObject({ reason: 'no-record' })
})
