/** Which cluster the rules propose, and that nothing is proposed where none fits. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { readGroupRules } from '../catalogue/group-rules.ts'
import type { GroupRule } from '../model/group.ts'
import { proposeGroup, ruleInWords } from './group.ts'

const rule = (of: Partial<GroupRule>): GroupRule => ({
  cluster: 'A',
  publicBody: undefined,
  kinds: [],
  sizes: [],
  why: 'daarom.',
  ...of,
})
const shop = { kind: 'Winkel ', size: 'micro', publicBody: false } as const

test('the first rule that fits counts, by kind without capitals, by size and by public body', () => {
  const rules = [
    rule({ cluster: 'D', publicBody: true }),
    rule({ cluster: 'B', kinds: ['winkel'], sizes: ['small'] }),
    rule({ cluster: 'A', kinds: ['winkel', 'café'] }),
    rule({ cluster: 'C', sizes: ['micro'] }),
  ]
  expect(proposeGroup(rules, shop)).toEqual({ cluster: 'A', rule: 'Soort: winkel of café. Dan groep A: daarom.' })
  expect(proposeGroup(rules, { ...shop, size: 'small' })?.cluster).toBe('B')
  expect(proposeGroup(rules, { ...shop, publicBody: true })?.cluster).toBe('D')
  expect(proposeGroup(rules, { ...shop, kind: 'kapper' })?.cluster).toBe('C')
})

test('nothing is proposed where no rule fits, and an unknown size fits no size', () => {
  expect(proposeGroup([rule({ sizes: ['micro'] })], { ...shop, size: null })).toBeUndefined()
  expect(proposeGroup([rule({ publicBody: true })], shop)).toBeUndefined()
  expect(proposeGroup([rule({ publicBody: false })], shop)?.cluster).toBe('A')
})

test('the rules of the program can be read, are told apart by their words, and speak of every size', () => {
  const rules = readGroupRules(path.join(import.meta.dirname, '../../lists/groepen.yaml'))
  expect(new Set(rules.map(ruleInWords)).size).toBe(rules.length)
  for (const size of ['micro', 'small', 'medium', 'large'] as const)
    expect(proposeGroup(rules, { kind: 'iets anders', size, publicBody: false })).toBeDefined()
  expect(proposeGroup(rules, { kind: 'ziekenhuis', size: 'large', publicBody: false })?.cluster).toBe('D')
})
