/** Which requirements apply, what a person chose of them, and the annex that follows. */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../../catalogue/norms.ts'
import { readRequirements } from '../../../catalogue/requirements.ts'
import { annexPaper } from '../../../web/annex/paper.ts'
import { annexOf, askedOf, balanceOf, hashOfAnnex, lowestLevel, offered, tenderNumber } from './compose.ts'
import type { Bought, Choice, Head } from './compose.ts'

const book = readRequirements('eisen', readCatalogue('norms'))
const service: Bought = {
  productKind: 'service',
  dataClass: 'confidential',
  criticality: 'high',
  traits: ['personal-data', 'website', 'hosting'],
  norms: [],
}
const ids = (bought: Bought) => offered(book, bought, []).map(({ requirement: { id } }) => id)
const choose = (requirement: string, more: Partial<Choice> = {}): Choice => ({
  requirement,
  choice: 'taken',
  level: 'basic',
  words: {},
  reason: '',
  ...more,
})
const head: Head = {
  municipality: 'Sluiswijk',
  number: 'AB-2026-0001',
  no: 1,
  version: 1,
  title: 'Zaaksysteem',
  subject: 'Een zaaksysteem als dienst',
  productKind: 'service',
  dataClass: 'confidential',
  criticality: 'high',
  traits: service.traits,
  reference: '',
  place: '',
  closesAt: '2027-01-15T11:00:00.000Z',
  norms: '0.3.0',
}

test('personal data, an algorithm and city data each bring their own, and nothing without them', () => {
  expect(ids(service)).toEqual(expect.arrayContaining(['verwerkersovereenkomst', 'datalek-uren', 'en-301-549']))
  expect(ids(service).filter((id) => id.startsWith('algoritme'))).toEqual([])
  expect(ids({ ...service, traits: ['algorithm'] })).toContain('algoritme-stop')
  expect(ids({ ...service, traits: ['algorithm'] })).not.toContain('algoritme-gelijk')
  expect(ids({ ...service, traits: [] })).not.toContain('verwerkersovereenkomst')
  expect(
    ids({ ...service, productKind: 'devices', dataClass: 'public', criticality: 'low', traits: [] }),
  ).not.toContain('exitplan')
  expect(ids({ ...service, norms: ['AUT-03'] })).toEqual(['exitplan', 'wissen-na-afloop'])
})

test('the lowest level is asked until a person asks more, and own words take the place of the text', () => {
  const requirement = book.requirements.find(({ id }) => id === 'updates')!
  expect(lowestLevel(requirement)).toBe('basic')
  expect(askedOf({ requirement, choice: choose('updates') }).text).toBe(requirement.texts.basic)
  expect(askedOf({ requirement, choice: choose('updates', { level: 'significant' }) }).level).toBe('significant')
  // A level that it has no words for is never asked.
  expect(askedOf({ requirement, choice: choose('updates', { level: 'ambitious' }) }).level).toBe('basic')
  const own = askedOf({
    requirement,
    choice: choose('updates', { choice: 'adapted', words: { text: 'Binnen drie dagen.' } }),
  })
  expect([own.text, own.own]).toEqual(['Binnen drie dagen.', true])
})

test('taking nearly everything is told; leaving some out is not', () => {
  const all = ids(service)
  expect(
    balanceOf(
      offered(
        book,
        service,
        all.map((id) => choose(id)),
      ),
    ).everything,
  ).toBe(true)
  const half = all.map((id, index) => choose(id, index % 2 ? {} : { choice: 'left', reason: 'Niet nodig.' }))
  const balance = balanceOf(offered(book, service, half))
  expect(balance.everything).toBe(false)
  expect(balance.taken + balance.left).toBe(all.length)
  expect(balanceOf(offered(book, service, [])).open).toBe(all.length)
})

test('only what a person took stands in it, with the model of an agreement where there are personal data', () => {
  const choices = [choose('verwerkersovereenkomst'), choose('updates'), choose('hulp', { choice: 'left' })]
  const annex = annexOf(head, book, [], offered(book, service, choices))
  expect(annex.requirements.map(({ id }) => id)).toEqual(['verwerkersovereenkomst', 'updates'])
  expect(annex.parts.map(({ id }) => id)).toEqual(['privacy', 'beveiliging'])
  expect(annex.processorModel?.licence).toContain('CC BY-NC-SA')
  expect(annexOf({ ...head, traits: [] }, book, [], []).processorModel).toBeNull()
  expect(annex.standards.map(({ name }) => name)).toContain('HTTPS en HSTS')
  expect(annex.standards.map(({ name }) => name)).not.toContain('DCAT-AP-NL')
})

test('the hash is of what is asked: of a word, not of the number of the version', () => {
  const annex = annexOf(head, book, [], offered(book, service, [choose('updates')]))
  expect(hashOfAnnex({ ...annex, version: 7 })).toBe(hashOfAnnex(annex))
  expect(hashOfAnnex({ ...annex, title: 'Anders' })).not.toBe(hashOfAnnex(annex))
  // Of what was issued with more in it than an annex has now, the hash is still of all of it.
  const before = { ...annex, forLawyer: ['Welk artikel geldt?'] }
  expect(hashOfAnnex(before)).not.toBe(hashOfAnnex(annex))
  expect(JSON.stringify(annexPaper(before))).not.toContain('Welk artikel geldt?')
  expect(tenderNumber(7, 2026)).toBe('AB-2026-0007')
})
