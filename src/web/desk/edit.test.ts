import { expect, test } from 'vitest'
import { basisOf, merged } from './edit.tsx'

const opened = { naam: 'Zaaksysteem', versie: '1', rollen: ['fg', 'auditor'] }

test('who was second keeps what they changed, and what they left alone is as the colleague made it', () => {
  const now = { ...opened, naam: 'Zaken', rollen: ['fg'] }
  const typed = { ...opened, versie: '2' }
  expect(merged(basisOf(opened), now, typed)).toEqual({
    values: { naam: 'Zaken', versie: '2', rollen: ['fg'] },
    taken: ['naam', 'rollen'],
  })
})

test('where both changed the same, what was typed stands; the order of a list is no change', () => {
  const now = { ...opened, naam: 'Zaken' }
  const typed = { ...opened, naam: 'Anders', rollen: ['auditor', 'fg'] }
  expect(merged(basisOf(opened), now, typed)).toEqual({ values: { ...typed, rollen: opened.rollen }, taken: [] })
})

test('a mark that says nothing takes nothing over', () => {
  for (const basis of ['', 'x', 'naam:0'])
    expect(merged(basis, { ...opened, naam: 'Zaken' }, opened)).toEqual({ values: opened, taken: [] })
})

test('the mark is another as soon as one field is', () => {
  expect(basisOf({ ...opened, versie: '2' })).not.toBe(basisOf(opened))
  expect(basisOf({ ...opened, rollen: ['auditor', 'fg'] })).toBe(basisOf(opened))
})
