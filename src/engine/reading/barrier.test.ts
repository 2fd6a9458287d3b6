/** A barrier keeps its identity when the page around it changes, and two that nothing sets apart are counted. */
import { expect, test } from 'vitest'
import { axe, HOST, use } from '../../../test/evidence.ts'
import type { Axe, Evidence, Marks, Use } from '../../model/evidence.ts'
import { barriersBetween, between, counted, markOf, type Traits } from './barrier.ts'

const button: Traits = {
  role: 'button',
  name: '',
  landmark: 'navigation hoofdmenu',
  path: 'header nav ul li',
  own: 'zoek',
  text: '',
}

test.each([
  ['another rule', 'button-name', button, 'link-name', button],
  ['another name', 'a', button, 'a', { ...button, name: 'menu' }],
  ['another part of the page', 'a', button, 'a', { ...button, landmark: 'main' }],
  ['another place in it', 'a', button, 'a', { ...button, path: 'header nav' }],
  ['other words', 'a', button, 'a', { ...button, text: 'lees meer' }],
  [
    'words that moved from one trait to the next',
    'a',
    { ...button, name: 'x', text: '' },
    'a',
    { ...button, name: '', text: 'x' },
  ],
])('%s is another barrier', (_, rule, one, other, two) => expect(markOf(rule, one)).not.toBe(markOf(other, two)))

test('the same traits are the same barrier, whenever it is asked', () => {
  expect(markOf('button-name', button)).toBe(markOf('button-name', { ...button }))
  expect(markOf('button-name', button)).toMatch(/^[\da-f]{12}$/)
})

test.each<[string, Marks, Marks, ReturnType<typeof between>]>([
  ['nothing changed', { a: 2, b: 1 }, { b: 1, a: 2 }, { same: 3, fresh: 0, gone: 0 }],
  ['one mended', { a: 1, b: 1 }, { a: 1 }, { same: 1, fresh: 0, gone: 1 }],
  ['one of two equal ones mended', { a: 2 }, { a: 1 }, { same: 1, fresh: 0, gone: 1 }],
  ['one more of the same', { a: 1 }, { a: 3 }, { same: 1, fresh: 2, gone: 0 }],
  ['one mended and another made', { a: 1 }, { b: 1 }, { same: 0, fresh: 1, gone: 1 }],
  ['none before', {}, { a: 1 }, { same: 0, fresh: 1, gone: 0 }],
])('%s', (_, before, after, told) => expect(between(before, after)).toEqual(told))

const evidence = (pages: Readonly<Record<string, Axe>>): Evidence => ({
  format: 2,
  subject: { kind: 'website', address: HOST },
  begun: '2026-11-23T12:00:00Z',
  ended: '2026-11-23T12:00:10Z',
  versions: {},
  host: [],
  pages: Object.entries(pages).map(([page, value]) => ({
    probe: 'axe',
    page: `https://${HOST}${page}`,
    role: 'landing',
    phase: 'before-consent',
    profile: 'desktop',
    at: '2026-11-23T12:00:00Z',
    result: { seen: true, value },
  })),
})
const found = (rule: string, marks: readonly string[] | undefined): Axe['violations'][number] => ({
  rule,
  tags: [],
  impact: null,
  help: '',
  count: marks?.length ?? 1,
  nodes: [],
  ...(marks && { marks: counted(marks) }),
})

test('measurements are held beside each other on the pages that both saw, per rule', () => {
  const before = evidence({
    '/': axe({ violations: [found('image-alt', ['a', 'a']), found('label', ['c'])] }),
    '/weg': axe({ violations: [found('image-alt', ['z'])] }),
  })
  const after = evidence({
    '/': axe({ violations: [found('image-alt', ['a', 'b'])] }),
    '/nieuw': axe({ violations: [found('list', ['q'])] }),
  })
  expect(Object.fromEntries(barriersBetween(before, after))).toEqual({
    'image-alt': { same: 1, fresh: 1, gone: 1 },
    label: { same: 0, fresh: 0, gone: 1 },
  })
})

test('evidence of before marks were kept says nothing, rather than that all is new', () => {
  const old = evidence({ '/': axe({ violations: [found('image-alt', undefined)] }) })
  const now = evidence({ '/': axe({ violations: [found('image-alt', ['a'])] }) })
  expect(barriersBetween(old, now).size).toBe(0)
})

test('what was not seen whole on either side is neither gone nor new', () => {
  const whole = evidence({ '/': axe({ violations: [found('image-alt', ['a'])] }) })
  const half = evidence({ '/': axe({ violations: [], lacks: { barriers: ['loading'] } }) })
  expect(barriersBetween(whole, half).size).toBe(0)
  expect(barriersBetween(half, whole).size).toBe(0)
  // Of a thousand elements the marks of two hundred are kept: what is no longer among them may still be there.
  const many = evidence({ '/': axe({ violations: [{ ...found('image-alt', ['a']), count: 1_000 }] }) })
  expect(barriersBetween(many, whole).size).toBe(0)
})

test('a trial is held beside the same trial, and one that was not finished says nothing', () => {
  const usedOn = (tried: Use['tried']): Evidence => {
    const [record] = evidence({ '/': axe() }).pages
    const result = { seen: true as const, value: use({ tried }) }
    return { ...evidence({}), pages: [{ ...record!, probe: 'use', result } as Evidence['pages'][number]] }
  }
  const tried = (...marks: readonly string[]) => ({ looked: 9, count: marks.length, spots: [], marks: counted(marks) })
  const before = usedOn({ reflow: tried('a', 'b'), keyboard: tried('k') })
  const after = usedOn({ reflow: tried('b', 'c') })
  expect(Object.fromEntries(barriersBetween(before, after))).toEqual({ 'use-reflow': { same: 1, fresh: 1, gone: 1 } })
})
