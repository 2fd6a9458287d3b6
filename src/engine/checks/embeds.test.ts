/** Content that comes from another party the moment a page opens. */
import { expect, test } from 'vitest'
import type { Request, Session } from '../../model/evidence.ts'
import { LOADING, HOST, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { embedsCaptcha, embedsFonts, embedsMaps, embedsSocial, embedsVideo } from './embeds.ts'

const us = { country: 'US', company: 'Groot Ltd', parent: 'Groot Inc.' }
const lists = listsWith({
  owners: {
    'video.example': { ...us, category: 'video', service: 'Video' },
    'google.com': { ...us, category: 'other', service: 'Google' },
    'gstatic.com': { ...us, category: 'cdn' },
    'fonts.gstatic.com': { ...us, category: 'fonts', service: 'Google Fonts' },
    'kaart.example': { ...us, category: 'maps' },
    'osm.example': { category: 'maps', country: 'GB' },
    'pdok.example': { category: 'maps', country: 'NL' },
    'kamer.example': { ...us, category: 'cdn' },
    'tags.example': { ...us, category: 'tag-manager' },
    'sociaal.example': { ...us, category: 'social' },
  },
})
const on = (requests: Partial<Request>[], over: Partial<Session> = {}) => [
  sighting(session({ requests: requests.map((each) => request(each)), ...over })),
]
const with_ = { lists }

test('a video frame from outside the EEA is unmet, with company and page', () => {
  const answer = judgeWith(
    embedsVideo,
    { session: on([{ url: 'https://video.example/embed/x', frame: 'https://video.example/embed/x' }]) },
    with_,
  )
  expect(answer).toMatchObject({
    reason: 'outside',
    verdict: 'unmet',
    seen: { hosts: 'video.example (Video)', parents: 'Groot Inc.', countries: 'US' },
  })
})
test('without requests of the kind it is met, whatever links stand on the page', () => {
  const pages = on([{ url: `https://${HOST}/video.mp4` }], {
    links: [{ href: 'https://video.example/watch', text: 'Bekijk de video' }],
  })
  for (const check of [embedsVideo, embedsMaps, embedsFonts, embedsSocial, embedsCaptcha]) {
    expect(judgeWith(check, { session: pages }, with_)).toMatchObject({ reason: 'none', verdict: 'met' })
  }
})
test('a public map is met, one with an adequacy decision partly, and the farthest decides', () => {
  expect(judgeWith(embedsMaps, { session: on([{ url: 'https://pdok.example/t.png' }]) }, with_)).toMatchObject({
    reason: 'inside',
    verdict: 'met',
  })
  expect(
    judgeWith(
      embedsMaps,
      { session: on([{ url: 'https://pdok.example/t.png' }, { url: 'https://osm.example/t.png' }]) },
      with_,
    ),
  ).toMatchObject({ reason: 'adequate', verdict: 'partly' })
  expect(
    judgeWith(
      embedsMaps,
      { session: on([{ url: 'https://osm.example/t.png' }, { url: 'https://kaart.example/js' }]) },
      with_,
    ).reason,
  ).toBe('outside')
})
test('services on a shared host are told apart by their path', () => {
  const captcha = on([{ url: 'https://www.google.com/recaptcha/api.js' }])
  const map = on([
    {
      url: 'https://www.google.com/maps/embed?pb=1',
      type: 'document',
      frame: 'https://www.google.com/maps/embed?pb=1',
    },
  ])
  const search = on([{ url: 'https://www.google.com/search' }])
  expect([embedsCaptcha, embedsMaps].map((check) => judgeWith(check, { session: captcha }, with_).reason)).toEqual([
    'outside',
    'none',
  ])
  expect([embedsCaptcha, embedsMaps].map((check) => judgeWith(check, { session: map }, with_).reason)).toEqual([
    'none',
    'outside',
  ])
  expect([embedsCaptcha, embedsMaps].map((check) => judgeWith(check, { session: search }, with_).reason)).toEqual([
    'none',
    'none',
  ])
})
test('fonts asked for by the page are fonts; fonts that a map or captcha brings along are not', () => {
  const font = 'https://fonts.gstatic.com/s/x.woff2'
  expect(judgeWith(embedsFonts, { session: on([{ url: font, type: 'font' }]) }, with_).reason).toBe('outside')
  expect(
    judgeWith(
      embedsFonts,
      {
        session: on([
          { url: font, type: 'font', initiator: { kind: 'parser', url: 'https://fonts.gstatic.com/css2' } },
        ]),
      },
      with_,
    ).reason,
  ).toBe('outside')
  expect(
    judgeWith(
      embedsFonts,
      { session: on([{ url: font, type: 'font', initiator: { kind: 'script', url: 'https://tags.example/gtm.js' } }]) },
      with_,
    ).reason,
  ).toBe('outside')
  expect(
    judgeWith(
      embedsFonts,
      { session: on([{ url: font, type: 'font', frame: 'https://www.google.com/maps/embed?pb=1' }]) },
      with_,
    ).reason,
  ).toBe('none')
  expect(
    judgeWith(
      embedsFonts,
      { session: on([{ url: font, type: 'font', frame: 'https://iemand.example/widget' }]) },
      with_,
    ).reason,
  ).toBe('none')
  expect(
    judgeWith(
      embedsFonts,
      { session: on([{ url: font, type: 'font', initiator: { kind: 'script', url: 'https://kaart.example/js' } }]) },
      with_,
    ).reason,
  ).toBe('none')
})
test('a frame beyond the recorded requests is still seen', () => {
  const pages = on([], {
    frames: [
      { url: 'https://sociaal.example/plugins/like', title: null },
      { url: 'about:blank', title: null },
    ],
    lacks: { requests: ['cut'] },
  })
  expect(judgeWith(embedsSocial, { session: pages }, with_).reason).toBe('outside')
})
test("a video company's own site does not embed a stranger", () => {
  const pages = [
    sighting(
      session({ url: 'https://www.video.example/', requests: [request({ url: 'https://static.video.example/x.js' })] }),
    ),
  ]
  expect(judgeWith(embedsVideo, { session: pages }, { lists, subject: { address: 'www.video.example' } }).reason).toBe(
    'none',
  )
})
test('nothing found on a page that never finished is unknown', () => {
  expect(judgeWith(embedsVideo, { session: on([], { lacks: LOADING }) }, with_)).toMatchObject({
    reason: expect.stringMatching(/^half-seen/),
    verdict: 'unknown',
  })
})
test.each([
  [embedsMaps, 'https://tegels.anders/14/8412/5389.png', 'image'],
  [embedsMaps, 'https://a.tegels.anders/kaart/v1/7/65/42@2x.webp?key=x', 'image'],
  [embedsMaps, 'https://geo.anders/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=x', 'image'],
  [embedsFonts, 'https://letters.anders/a.woff2', 'font'],
  [embedsVideo, 'https://film.anders/a.mp4', 'media'],
  [embedsVideo, 'https://film.anders/live/index.m3u8', 'xhr'],
  [embedsMaps, 'https://x.kamer.example/14/8412/5389.png', 'image'],
  [embedsFonts, 'https://kamer.example/ajax/a.woff2', 'font'],
  [embedsVideo, 'https://x.kamer.example/film.mp4', 'media'],
])('%o of a party that nobody knows is not known: %s', (check, url, type) => {
  expect(judgeWith(check, { session: on([{ url, type }]) }, with_)).toMatchObject({
    reason: 'not-known',
    verdict: 'unknown',
  })
  const own = on([{ url: url.replace(/[a-z.]+\.anders|(?:x\.)?kamer\.example/, `cdn.${HOST}`), type }])
  expect(judgeWith(check, { session: own }, with_).reason).toBe('none')
})
test.each([
  [embedsMaps, 'https://x.anders/uploads/2026/11/23/4.jpg', 'image'],
  [embedsMaps, 'https://x.anders/3/9/1.png', 'image'],
  [embedsMaps, 'https://x.anders/items/12/34', 'fetch'],
  [embedsFonts, 'https://x.anders/a.css', 'stylesheet'],
  [embedsFonts, 'https://kamer.example/a.js', 'script'],
  [embedsVideo, 'https://kamer.example/a.jpg', 'image'],
  [embedsVideo, 'https://x.anders/voorlezen.mp3', 'media'],
])('what only looks like it is none of %o: %s', (check, url, type) => {
  expect(judgeWith(check, { session: on([{ url, type }]) }, with_).reason).toBe('none')
})
test('a known map decides over one of a party that nobody knows, unless that would be praise', () => {
  const tile = { url: 'https://tegels.anders/14/8412/5389.png', type: 'image' }
  expect(judgeWith(embedsMaps, { session: on([tile, { url: 'https://kaart.example/' }]) }, with_).reason).toBe(
    'outside',
  )
  expect(judgeWith(embedsMaps, { session: on([tile, { url: 'https://pdok.example/t.png' }]) }, with_).reason).toBe(
    'not-known',
  )
})
test('a map of which no two sources say the country is not known, unless a known one outside decides', () => {
  const half = listsWith({
    owners: {
      'half.example': { category: 'maps', parent: null, country: null },
      'kaart.example': { ...us, category: 'maps' },
      'pdok.example': { category: 'maps', country: 'NL' },
    },
  })
  const judged = (...hosts: string[]) =>
    judgeWith(embedsMaps, { session: on(hosts.map((host) => ({ url: `https://${host}/kaart.js` }))) }, { lists: half })
  expect(judged('half.example')).toMatchObject({
    reason: 'not-known',
    verdict: 'unknown',
    seen: { hosts: 'half.example' },
  })
  expect(judged('half.example', 'pdok.example')).toMatchObject({ reason: 'not-known', verdict: 'unknown' })
  expect(judged('half.example', 'kaart.example')).toMatchObject({ reason: 'outside', verdict: 'unmet' })
})
