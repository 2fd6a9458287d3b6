/** When nobody needs to walk past a question for consent, and when somebody does. */
import { expect, test } from 'vitest'
import { consent, cookie, HOST, request, seen, session } from '../../test/evidence.ts'
import type { PageRecord, Session } from '../model/evidence.ts'
import { unwalked } from './unwalked.ts'

const where = { page: `https://${HOST}/`, role: 'landing', profile: 'desktop', at: '2026-11-30T00:00:00Z' } as const
const landing = (over: Partial<Session> = {}): PageRecord[] => [
  { ...where, probe: 'session', phase: 'before-consent', result: seen(session(over)) },
]

test('a page that speaks of nothing of the kind, calls in nobody and keeps nothing is not walked', () => {
  expect(unwalked(landing(), HOST)).toMatchObject({ outcome: 'no-question', unwalked: true })
  expect(unwalked(landing({ cookies: [cookie()] }), HOST)).toBeDefined()
})

test.each<[string, Partial<Session>]>([
  ['another party', { requests: [request({ url: 'https://ander.example/x.js' })] }],
  ['a cookie that a script reads', { cookies: [cookie({ httpOnly: false })] }],
  ['a cookie that stays', { cookies: [cookie({ lifetime: 9_000 })] }],
  ['a word', { text: 'Wij gebruiken cookies.' }],
  ['a frame', { frames: [{ url: 'https://x.example/', title: null }] }],
  ['a page that was half seen', { lacks: { content: ['loading'] } }],
])('it is walked for %s', (_, over) => expect(unwalked(landing(over), HOST)).toBeUndefined())

test('after a walk that saw no question nobody walks once more; after any other somebody does', () => {
  const walked = (outcome: 'no-question' | 'gone'): PageRecord[] => [
    ...landing({ text: 'cookies' }),
    { ...where, probe: 'consent', phase: 'after-reject', result: seen(consent({ outcome })) },
  ]
  expect(unwalked(walked('no-question'), HOST)).toMatchObject({ unwalked: true })
  expect(unwalked(walked('gone'), HOST)).toBeUndefined()
})
