/** What is read of a CSAF document, within bounds; and what is no warning for us. */
import { expect, test } from 'vitest'
import { advisory, withdrawn } from '../../../test/csaf/documents.ts'
import type { ReadWarning } from '../../model/warning.ts'
import { readCsaf, versionKey } from './read-csaf.ts'
import { proposals, productsTyped, type Known } from './rules.ts'

const read = (wanted: Parameters<typeof advisory>[0] = {}) => readCsaf(advisory(wanted)) as ReadWarning

test('title, publisher, product with maker and versions, and what else the source says', () => {
  expect(read({ distribution: { tlp: { label: 'GREEN' } }, severity: 'Urgent' })).toMatchObject({
    title: 'Gat in een kassa',
    publisher: 'Alarm',
    tracking: 'ALARM-2026-0001',
    versionKey: [1],
    label: 'GREEN',
    urgency: 'urgent',
    products: [{ vendor: 'Kassamaker', name: 'Kassa 7', range: 'tot en met 7.1', status: '' }],
    references: [{ what: 'Meer', url: 'https://alarm.test/meer' }],
    notes: '# Feiten\n\nIn de **kassa** zit een gat.',
    ended: null,
  })
})

test('the classes of the NCSC are read: Urgent and Normaal, and chance and damage of older files', () => {
  expect(read({ severity: 'Normaal' })).toMatchObject({ urgency: 'normal', chance: null, damage: null })
  const notes = [
    { category: 'general', title: 'Kans', text: 'medium' },
    { category: 'general', title: 'Schade', text: 'high' },
  ]
  expect(read({ notes })).toMatchObject({ urgency: null, chance: 'medium', damage: 'high' })
  expect(read({ notes }).notes).not.toContain('medium')
  expect(read({ severity: 'Kritiek' })).toMatchObject({ urgency: null })
})

test('without a label there is none; a draft is a draft, and so is a version before the first', () => {
  expect(read().label).toBeNull()
  expect(read({ status: 'draft' }).status).toBe('draft')
  expect(read({ version: '2.0.0-rc.1' }).status).toBe('draft')
  for (const category of ['withdrawn', 'csaf_withdrawn']) expect(read({ category }).ended).toBe('withdrawn')
  expect(read({ category: 'csaf_superseded' }).ended).toBe('superseded')
  // Of the next version of CSAF only that, and nothing else.
  expect(readCsaf(withdrawn({ id: 'A-1', version: '2' }))).toMatchObject({ ended: 'withdrawn', label: 'CLEAR' })
})

test('versions are held against each other as numbers', () => {
  expect(versionKey('10')).toEqual([10])
  expect(versionKey('1.10.2')).toEqual([1, 10, 2])
  expect(versionKey('1.10.2+build.1')).toEqual([1, 10, 2])
  for (const wrong of ['', 'v1', '1.2', '1.2.3-beta', '99999999999']) expect(versionKey(wrong)).toBeUndefined()
})

test('another version of CSAF, or anything else, is no warning', () => {
  const later = advisory()
  for (const wrong of [null, 7, {}, { document: {} }, { document: { ...later.document, csaf_version: '2.1' } }])
    expect(typeof readCsaf(wrong)).toBe('string')
  expect(typeof readCsaf({ document: { csaf_version: '2.0', title: 'x' } })).toBe('string')
})

test('what is long is cut, and what is much is left', () => {
  const long = advisory({ title: 'x'.repeat(5_000) })
  const many = Array.from({ length: 500 }, (_, at) => ({ product_id: `Q${at}`, name: `Ding ${at}` }))
  const told = readCsaf({ ...long, product_tree: { full_product_names: many } }) as ReadWarning
  expect(told.title).toHaveLength(200)
  expect(told.products).toHaveLength(50)
})

const known = (name: string, words = name): Known => ({ kind: 'entry', id: name, name, words, organisation: null })
test('a product is proposed where its whole name stands, or its maker and its name; never on a part of a word', () => {
  const products = [{ vendor: 'Kassamaker', name: 'Kassa 7', range: '', status: '' }]
  const found = (...all: Known[]) => proposals(products, all).map(({ known: { name } }) => name)
  expect(found(known('Kassa 7 in de winkel'), known('KASSA-7'))).toEqual(['Kassa 7 in de winkel', 'KASSA-7'])
  expect(found(known('Onderhoud', 'Kassamaker bv levert kassa versie 7'))).toEqual(['Onderhoud'])
  expect(found(known('Kassa 70'), known('Kassamaker'), known('Boekhoudkassa 7x'), known(''))).toEqual([])
  expect(proposals([{ vendor: 'De bv', name: 'software', range: '', status: '' }], [known('de software')])).toEqual([])
})

test('products are typed a line each', () => {
  expect(productsTyped('Maker; Ding; tot 3\n\n ; Alleen naam')).toEqual([
    { vendor: 'Maker', name: 'Ding', range: 'tot 3', status: '' },
    { vendor: '', name: 'Alleen naam', range: '', status: '' },
  ])
  for (const wrong of ['Maker', 'a; b; c; d', `a; ${'b'.repeat(400)}`, 'a; b\n'.repeat(51)])
    expect(typeof productsTyped(wrong)).toBe('string')
})
