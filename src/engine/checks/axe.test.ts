/**
 * Whether each success criterion answers for its own rules only, and the list of criteria is what axe-core can really
 * fail.
 */
import axeCore from 'axe-core'
import { describe, expect, test } from 'vitest'
import { axe, judgeWith, sighting } from '../../../test/evidence.ts'
import type { Axe } from '../../model/evidence.ts'
import { axeChecks } from './axe.ts'

const check = (criterion: string) => axeChecks.find(({ id }) => id === `axe-${criterion}`)!
const HOME = 'https://www.voorbeeld.nl/'
const CONTACT = 'https://www.voorbeeld.nl/contact'
const ALT = ['cat.text-alternatives', 'wcag2a', 'wcag111']
const violation = (
  rule: string,
  tags: readonly string[],
  targets: readonly string[],
  count = targets.length,
  frame = HOME,
): Axe['violations'][number] => ({
  rule,
  tags,
  impact: 'serious',
  help: '',
  count,
  nodes: targets.map((target) => ({ target, html: `<img class="${target}">`, frame, summary: '' })),
})

describe('the list of criteria', () => {
  // These rules answer "look for yourself", never "wrong": their functions know no such answer (axe.js, captionEvaluate
  // and multipleLabelEvaluate), or the rule says reviewOnFail.
  const neverFails = ['video-caption', 'form-field-multiple-labels']
  type Audit = { _audit: { rules: { id: string; reviewOnFail?: boolean; tags: string[] }[] } }
  const { rules } = (axeCore as unknown as Audit)._audit

  test('is every A and AA criterion for which axe-core has a rule that can fail', () => {
    const definite = rules.filter(
      ({ id, reviewOnFail, tags }) =>
        !reviewOnFail &&
        !neverFails.includes(id) &&
        tags.some((tag) => ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'].includes(tag)) &&
        !tags.some((tag) => ['experimental', 'deprecated', 'best-practice'].includes(tag)),
    )
    // 2.1.3 is level AAA; a rule for 2.1.1 carries its tag too.
    const criteria = definite.flatMap(({ tags }) =>
      tags.flatMap((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)?.slice(1).join('.') ?? []),
    )
    expect(new Set(axeChecks.map(({ id }) => id))).toEqual(
      new Set(criteria.filter((each) => each !== '2.1.3').map((each) => `axe-${each}`)),
    )
    expect(axeCore.version).toBe('4.14.1')
  })
})

describe('one criterion', () => {
  test('a barrier on one page is told with rule, page, selector, html and count', () => {
    const pages = [
      sighting(axe({ passed: [{ rule: 'image-alt', tags: ALT, count: 3 }] })),
      sighting(axe({ violations: [violation('image-alt', ALT, ['.a', '.b'], 7, CONTACT)] }), { page: CONTACT }),
    ]
    const { verdict, seen } = judgeWith(check('1.1.1'), { axe: pages })
    expect(verdict).toBe('unmet')
    expect(seen).toMatchObject({ pages: 2, pagesWith: 1, elements: 7, rules: 'image-alt' })
    expect((seen['details'] as string[])[0]).toBe(
      'image-alt · https://www.voorbeeld.nl/contact · 7× · .a · <img class=".a">',
    )
  })
  test('an element in a frame names the frame', () => {
    const inFrame = violation('image-alt', ALT, ['iframe >> .a'], 1, 'https://kaart.example/')
    expect(judgeWith(check('1.1.1'), { axe: [sighting(axe({ violations: [inFrame] }))] }).seen['details']).toEqual([
      `image-alt · ${HOME} (frame https://kaart.example/) · 1× · iframe >> .a · <img class="iframe >> .a">`,
    ])
  })
  test('twenty lines show every rule, also when one fails a hundred times', () => {
    const many = violation(
      'image-alt',
      ALT,
      Array.from({ length: 100 }, (_, n) => `.n${n}`),
    )
    const { seen } = judgeWith(check('1.1.1'), {
      axe: [
        sighting(
          axe({
            violations: [many, violation('object-alt', ALT, ['object'])],
          }),
        ),
      ],
    })
    expect(seen['details']).toHaveLength(20)
    expect((seen['details'] as string[])[1]).toMatch(/^object-alt/)
  })
  test('a barrier of another criterion leaves this one alone', () => {
    const other = axe({
      violations: [violation('color-contrast', ['wcag2aa', 'wcag143'], ['p'])],
      passed: [{ rule: 'image-alt', tags: ALT, count: 1 }],
    })
    expect(judgeWith(check('1.1.1'), { axe: [sighting(other)] }).verdict).toBe('met')
    expect(judgeWith(check('1.4.3'), { axe: [sighting(other)] }).verdict).toBe('unmet')
  })
  test('1.4.1 does not answer for 1.4.12, whose tag begins the same', () => {
    const spacing = axe({ violations: [violation('avoid-inline-spacing', ['wcag21aa', 'wcag1412'], ['p'])] })
    expect(judgeWith(check('1.4.1'), { axe: [sighting(spacing)] }).reason).toBe('nothing-to-test')
    expect(judgeWith(check('1.4.12'), { axe: [sighting(spacing)] }).reason).toBe('barriers')
  })
  test('a rule counts for each criterion it is tagged with', () => {
    const link = axe({ violations: [violation('link-name', ['wcag2a', 'wcag244', 'wcag412'], ['a'])] })
    expect(['2.4.4', '4.1.2'].map((each) => judgeWith(check(each), { axe: [sighting(link)] }).verdict)).toEqual([
      'unmet',
      'unmet',
    ])
  })
  test('experimental, deprecated and best-practice rules never count', () => {
    const tags = ['wcag2a', 'wcag131', 'experimental']
    const seen = axe({ violations: [violation('p-as-heading', tags, ['p'])] })
    expect(judgeWith(check('1.3.1'), { axe: [sighting(seen)] }).reason).toBe('nothing-to-test')
  })
  test('only undecided elements are unknown, whatever their number', () => {
    const unsure = axe({ incomplete: [{ rule: 'color-contrast', tags: ['wcag2aa', 'wcag143'], count: 40 }] })
    expect(judgeWith(check('1.4.3'), { axe: [sighting(unsure)] })).toMatchObject({
      verdict: 'unknown',
      seen: { undecided: 40, details: ['? color-contrast · https://www.voorbeeld.nl/ · 40×'] },
    })
  })
  test('undecided elements beside passed ones are told, and frames that were not measured too', () => {
    const mixed = axe({
      passed: [{ rule: 'image-alt', tags: ALT, count: 2 }],
      incomplete: [{ rule: 'image-alt', tags: ALT, count: 1 }],
      framesMissed: 2,
    })
    expect(judgeWith(check('1.1.1'), { axe: [sighting(mixed)] })).toMatchObject({
      verdict: 'met',
      seen: { undecided: 1, framesMissed: 2 },
    })
  })
  test('more undecided than passed elements are unknown and named, as many are told beside what passed', () => {
    const tags = ['wcag2aa', 'wcag143']
    const nodes = [{ target: 'p.op-foto', html: '<p class="op-foto">', frame: HOME, summary: '' }]
    const mixed = (passed: number, count: number) =>
      judgeWith(check('1.4.3'), {
        axe: [
          sighting(
            axe({
              passed: [{ rule: 'color-contrast', tags, count: passed }],
              incomplete: [{ rule: 'color-contrast', tags, count, nodes }],
            }),
          ),
        ],
      })
    expect(mixed(1, 40)).toMatchObject({
      verdict: 'unknown',
      reason: 'undecided',
      seen: { details: ['? color-contrast · https://www.voorbeeld.nl/ · 40× · p.op-foto · <p class="op-foto">'] },
    })
    expect(mixed(39, 40).reason).toBe('undecided')
    expect(mixed(40, 40)).toMatchObject({ verdict: 'met', reason: 'none-found-partly' })
  })
  test('what the second engine says too is counted, and what was not asked is not known', () => {
    const fault = violation('image-alt', ALT, ['.a', '.b'])
    const told = (confirmed?: number) =>
      judgeWith(check('1.1.1'), {
        axe: [sighting(axe({ violations: [confirmed === undefined ? fault : { ...fault, confirmed }] }))],
      }).seen['confirmed']
    expect([told(2), told(0), told()]).toEqual([2, 0, undefined])
  })
  test('the second engine alone never scores', () => {
    const hint = { rule: 'text-alternatives/img-alt', criteria: ['1.1.1'], count: 1, targets: ['img'], frame: HOME }
    const alone = axe({ second: { framesTested: 1, violations: [hint], skipped: [] } })
    expect(judgeWith(check('1.1.1'), { axe: [sighting(alone)] }).reason).toBe('nothing-to-test')
  })
  test('nothing that the rules are about is not applicable', () => {
    expect(judgeWith(check('1.1.1'), { axe: [sighting(axe())] }).verdict).toBe('not-applicable')
  })
  test('hostile markup is clipped to one line', () => {
    const evil = violation('image-alt', ALT, [`a\n\u202E${'x'.repeat(5_000)}`])
    const answer = judgeWith(check('1.1.1'), { axe: [sighting(axe({ violations: [evil] }))] })
    const [line] = answer.seen['details'] as string[]
    expect(line!.length).toBeLessThanOrEqual(300)
    expect(line).not.toMatch(/[\n\u202E]/)
  })
})
