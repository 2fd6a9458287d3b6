/** Names of the site that are somebody else. */
import { expect, test } from 'vitest'
import { aliases, judgeWith, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { cnameCloaking } from './cname-cloaking.ts'

const lists = listsWith({
  trackers: ['volger.example', 'winkelt.example'],
  owners: {
    'telt.example': { category: 'analytics' },
    'net.example': { category: 'advertising' },
    'levert.example': { category: 'cdn' },
    'winkelt.example': { category: 'other' },
  },
})
const judged = (...chain: string[]) => {
  const names = aliases({ name: 'meten.voorbeeld.nl', chain })
  return judgeWith(cnameCloaking, { session: [sighting(session())], aliases: names }, { lists })
}

test('a name that leads to who follows or counts', () => {
  expect(judged('klant.net.example')).toMatchObject({
    reason: 'found',
    verdict: 'unmet',
    seen: { names: 'meten.voorbeeld.nl' },
  })
  expect(judged('klant.volger.example').reason).toBe('found')
  expect(judged('rand.onbekend.example', 'klant.net.example').reason).toBe('found')
  expect(judged('klant.telt.example')).toMatchObject({ reason: 'measuring', verdict: 'partly' })
})

test('who hosts or delivers, the organisation itself, nobody we know, and no alias at all', () => {
  for (const chain of [
    [],
    ['www.voorbeeld.nl'],
    ['rand.levert.example'],
    ['x.onbekend.example'],
    ['a.winkelt.example'],
  ])
    expect(judged(...chain)).toMatchObject({ reason: 'none', verdict: 'met' })
})

test('a question without answer', () => {
  const seen = {
    session: [sighting(session())],
    aliases: { names: [], lacks: { addresses: ['no-answer'] } } as const,
  }
  expect(judgeWith(cnameCloaking, seen, { lists }).verdict).toBe('unknown')
})
