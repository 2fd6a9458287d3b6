/** To whom the companies belong that hear of a visit. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { ownersOutsideEea } from './owners-outside-eea.ts'

const lists = listsWith({
  owners: {
    'groot.example': { country: 'US', company: 'Groot Ireland Ltd', parent: 'Groot Inc.' },
    'brits.example': { country: 'GB', parent: 'Brits Ltd' },
    'deens.example': { country: 'DK', parent: 'Deens A/S' },
    'nl.example': { country: 'NL' },
  },
})
const eea = { ...lists, inEea: (country: string) => ['NL', 'DK', 'IE'].includes(country) }
const judged = (...hosts: string[]) =>
  judgeWith(
    ownersOutsideEea,
    { session: [sighting(session({ requests: hosts.map((host) => request({ url: `https://${host}/` })) }))] },
    { lists: eea },
  )

test('a parent outside the EEA is partly, though the subsidiary is Irish', () => {
  expect(judged('groot.example', 'nl.example')).toMatchObject({
    reason: 'outside',
    verdict: 'partly',
    seen: { count: 1, parents: 'Groot Inc.', countries: 'US' },
  })
})
test('an unknown host beside an American one does not hide it', () => {
  expect(judged('groot.example', 'onbekend.example')).toMatchObject({ reason: 'outside', seen: { unknown: 1 } })
})
test('only parties inside are met, with an adequacy decision too', () => {
  expect(judged('deens.example', 'nl.example')).toMatchObject({ reason: 'inside', verdict: 'met' })
  expect(judged('deens.example', 'brits.example')).toMatchObject({
    reason: 'adequate',
    verdict: 'met',
    seen: { parents: 'Brits Ltd' },
  })
})
test('a host nobody has on the list makes it unknown', () => {
  expect(judged('nl.example', 'onbekend.example')).toMatchObject({
    reason: 'not-known',
    verdict: 'unknown',
    seen: { unknown: 1 },
  })
})
test('no other parties is met, the own host counts for nobody', () => {
  expect(judged(HOST)).toMatchObject({ reason: 'none', verdict: 'met' })
})
test('of several, those furthest away are told', () => {
  expect(judged('groot.example', 'brits.example', 'nl.example').seen).toMatchObject({ parents: 'Groot Inc.' })
  expect(judged('brits.example', 'nl.example').seen).toMatchObject({ parents: 'Brits Ltd' })
  expect(judged('deens.example').seen).toMatchObject({ parents: 'Deens A/S' })
})
test('an owner on one source only is no ground for a verdict, and hides no other', () => {
  const unsettled = listsWith({
    owners: {
      'half.example': { parent: null, country: null },
      'groot.example': { country: 'US', parent: 'Groot Inc.' },
    },
  })
  const on = (...hosts: string[]) =>
    judgeWith(
      ownersOutsideEea,
      { session: [sighting(session({ requests: hosts.map((host) => request({ url: `https://${host}/` })) }))] },
      { lists: unsettled },
    )
  expect(on('half.example')).toMatchObject({ reason: 'not-known', verdict: 'unknown', seen: { unknown: 1 } })
  expect(on('half.example').seen['details']).toEqual([expect.stringContaining('Bedrijf BV, –, – (')])
  expect(on('half.example', 'groot.example')).toMatchObject({ reason: 'outside', seen: { unknown: 1 } })
})
