/** Parts over http on a page over https. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import type { Request, Session } from '../../model/evidence.ts'
import { mixedContent } from './mixed-content.ts'

const page = (over: Partial<Session>) => judgeWith(mixedContent, { session: [sighting(session(over))] })
const asks = (...requests: Partial<Request>[]) => page({ requests: [request(), ...requests.map(request)] })

test.each([
  ['script', 'active'],
  ['stylesheet', 'active'],
  ['fetch', 'active'],
  ['font', 'active'],
  ['image', 'passive'],
  ['media', 'passive'],
])('a %s over http is %s', (type, reason) => {
  expect(asks({ url: 'http://oud.example/x', type })).toMatchObject({
    reason,
    seen: { count: 1, details: ['http://oud.example/x'] },
  })
})

test('a frame over http is active, and so is a socket without encryption', () => {
  expect(asks({ url: 'http://kaart.example/', type: 'document', frame: 'http://kaart.example/' }).reason).toBe('active')
  expect(asks({ url: 'ws://chat.example/', type: 'websocket' }).reason).toBe('active')
})

test('everything over https, within the page or on the own machine is fine', () => {
  expect(
    asks(
      {
        url: 'https://a.example/x.js',
        type: 'script',
      },
      { url: 'http://localhost:3000/x', type: 'fetch' },
    ).verdict,
  ).toBe('met')
  expect(page({ links: [{ href: 'http://oud.example/', text: 'Oud' }] }).verdict).toBe('met')
})

test('the way a page came from http to https is not part of the page', () => {
  const start = `http://${HOST}/`
  const between = `http://${HOST}/nl/`
  const end = `https://${HOST}/nl/`
  const requests = [
    request({ url: start, frame: start }),
    request({ url: between, frame: between, redirectedFrom: start }),
    request({ url: end, frame: end, redirectedFrom: between }),
  ]
  expect(page({ url: start, finalUrl: end, requests }).verdict).toBe('met')
})

test('what the browser said about upgrades and blocks counts too', () => {
  const begin = `Mixed Content: The page at 'https://${HOST}/' was loaded over HTTPS, but requested an insecure`
  const upgraded = `${begin} element 'http://oud.example/x.png'. This request was automatically upgraded to HTTPS.`
  const blocked = `${begin} script 'http://oud.example/x.js'. This request has been blocked; it must be over HTTPS.`
  expect(page({ console: [{ level: 'warning', text: upgraded }] })).toMatchObject({
    reason: 'passive',
    seen: { details: ['http://oud.example/x.png'] },
  })
  expect(
    page({
      console: [
        { level: 'error', text: blocked },
        { level: 'warning', text: upgraded },
      ],
    }),
  ).toMatchObject({
    reason: 'active',
    seen: { count: 1 },
  })
  expect(page({ console: [{ level: 'info', text: 'Mixed Content: https is fijn' }] }).verdict).toBe('met')
})

test('pages over http cannot be mixed', () => {
  const url = `http://${HOST}/`
  const requests = [request({ url: 'http://a.example/x.js', type: 'script', frame: url })]
  expect(page({ url, finalUrl: url, requests })).toMatchObject({ reason: 'no-https', verdict: 'unknown' })
})
test('where the visit itself came along over http is not a part of the page', () => {
  const plain = `http://${HOST}/`
  const way = [request({ url: plain, status: 301 }), request({ url: `https://${HOST}/`, redirectedFrom: plain })]
  expect(page({ requests: way }).verdict).toBe('met')
  const elsewhere = request({ url: 'http://kaart.example/', redirectedFrom: 'http://oud.example/', type: 'document' })
  expect(page({ requests: [...way, elsewhere] }).reason).toBe('active')
  const image = request({ url: 'http://oud.example/a.png', redirectedFrom: plain, type: 'image' })
  expect(page({ requests: [...way, image] }).reason).toBe('passive')
})
test('what the browser writes about something else is no part over http', () => {
  const text = "The page requested an insecure image 'http://oud.example/x.png'."
  expect(page({ console: [{ level: 'warning', text }] }).verdict).toBe('met')
})
