/** What stands on an English page in Dutch, as data do, is marked so: in the title, the way to it, and the text. */
import type { Hono } from 'hono'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { seedEvents } from '../../test/event-city.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { createSite } from '../apps/site.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { canonical } from '../lib/canonical.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { newSpokenNumber, spoken } from '../lib/spoken-number.ts'
import { CAMPAIGN_SOURCES } from '../vocabulary/campaign.ts'
import { todayIn } from '../web/language.ts'

/** A word of every Dutch text below, and of nothing else. */
const WORD = 'grachtengordel'
const today = todayIn()
let database: TestDatabase
let site: Hono
let pages: readonly string[]

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const { id: municipality } = await ensureMunicipality(db, 'Sluiswijk')
  await seedEvents(db, municipality)
  const [campaign, warning, practice] = [newSpokenNumber(), newSpokenNumber(), newSpokenNumber()]
  const plan = {
    number: campaign,
    title: `Campagne ${WORD}`,
    aim: WORD,
    norm: 'VEI-12',
    about: WORD,
    criteria: ['VEI-12.spf'],
    points: [WORD],
    least: 'measured',
    audience: '',
    unit: 'street',
    strata: 'none',
    before: today,
    drawOn: today,
    source: 'lotto',
    reads: WORD,
    where: CAMPAIGN_SOURCES.lotto.where,
    starts: today,
    until: today,
    after: today,
    ways: ['letter'],
    steps: [WORD, `${WORD} twee`, `${WORD} drie`],
    probe: { publication: 1, leidraad: '1', axe: '4', lists: 'x', catalogue: '1' },
    clusters: [],
    meant: 20,
    leftOut: null,
    members: '',
    test: { alpha: 0.05, permutations: 1, fewest: 10 },
  }
  const arm = { meant: 20, clusters: 20, missing: 0, known: 20, before: 5, after: 5 }
  await db
    .insertInto('published.campaign')
    .values({
      municipality,
      number: campaign,
      state: 'told',
      title: plan.title,
      aim: WORD,
      norm: plan.norm,
      plan: canonical(plan),
      hash: 'a'.repeat(64),
      frozen_on: today,
      frozen_by: WORD,
      draw_on: today,
      starts: today,
      until: today,
      after: today,
      value: '1 2 3 4 5 6',
      seed: 'b'.repeat(64),
      drawn_on: today,
      drawn_by: WORD,
      firsts: [WORD],
      result: JSON.stringify({
        verdict: 'broken',
        first: arm,
        waiting: arm,
        difference: null,
        interval: null,
        bounds: null,
        p: null,
        leastP: 0.01,
        permutations: 1,
        exact: true,
        broken: [WORD],
        probe: plan.probe,
        reach: { meant: 20, first: 8, waiting: 0 },
      }),
      told_on: today,
      told_by: WORD,
      stopped_on: today,
      stopped_why: WORD,
      changed_at: new Date(),
    })
    .execute()
  await db
    .insertInto('published.warning')
    .values({
      municipality,
      id: uuid(),
      number: warning,
      title: `Waarschuwing ${WORD}`,
      what: WORD,
      act: WORD,
      works: WORD,
      call: WORD,
      products: '[]',
      refs: '[]',
      // What the source wrote: in which language is not known.
      notes: '',
      publisher: 'wij',
      tracking: 'x',
      version: 1,
      sent_on: today,
      changed_at: new Date(),
      ends_on: daysAfter(today, 30),
      counts: JSON.stringify({ applies: 0, not: 0, done: 0, help: 0 }),
    })
    .execute()
  await db
    .insertInto('published.practice')
    .values({
      municipality,
      id: uuid(),
      number: practice,
      title: `Aanpak ${WORD}`,
      organisation: 'Café de Sluis',
      problem: WORD,
      did: WORD,
      gained: WORD,
      link: '',
      norms: ['VEI-12'],
      licence: 'CC0-1.0',
      lang: 'nl',
      reviewer: 'Vera',
      function: WORD,
      reviewed_on: today,
    })
    .execute()
  const event = await db
    .updateTable('published.event')
    .set({ title: `Avond ${WORD}` })
    .where('title', 'like', 'Avond%')
    .returning('no')
    .executeTakeFirstOrThrow()
  site = createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: 'https://leidraad.sluiswijk.test',
    css: '',
    assets: {},
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
  })
  pages = [
    `/samen/campagnes/${spoken(campaign)}`,
    '/samen/campagnes',
    `/samen/waarschuwingen/${spoken(warning)}`,
    '/samen/waarschuwingen',
    `/samen/praktijken/${spoken(practice)}`,
    '/samen/praktijken',
    `/samen/bijeenkomsten/${event.no}`,
    '/samen/bijeenkomsten',
    '/zoeken?q=waarschuwing',
  ]
})
afterAll(() => database.close())

const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', 'img', 'wbr'])
/** Each piece of text with this word in it, and the language that it is marked with. */
function marked(html: string): readonly { readonly text: string; readonly lang: string }[] {
  const open: { name: string; lang: string }[] = []
  const found: { text: string; lang: string }[] = []
  for (const [, close, name, attributes, self, text] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gi,
  )) {
    if (text !== undefined) {
      const { name: around = '', lang = '' } = open.at(-1) ?? {}
      if (text.includes(WORD) && around !== 'script') found.push({ text, lang })
    } else if (close === '/')
      open.length = Math.max(
        0,
        open.findLastIndex((each) => each.name === name),
      )
    else if (self !== '/' && !VOID.has(name!))
      open.push({ name: name!, lang: /\slang="([^"]*)"/.exec(attributes!)?.[1] ?? open.at(-1)?.lang ?? '' })
  }
  return found
}

test('the marks of a page are read as they stand', () => {
  const text = `a<br>${WORD} <span lang="nl">${WORD}</span> ${WORD}`
  const html = `<html lang="en"><title lang="nl">${WORD}</title><p>${text}</p>`
  expect(marked(html).map(({ lang }) => lang)).toEqual(['nl', 'en', 'nl', 'en'])
})

test('on an English page every Dutch text of data is marked; on a Dutch page it is as the page', async () => {
  for (const path of pages) {
    const english = await site.request(`/en${path}`)
    expect(english.status, path).toBe(200)
    const all = marked((await english.text()).replaceAll('\u00AD', ''))
    expect(all.length, path).toBeGreaterThan(0)
    expect(
      all.filter(({ lang }) => lang !== 'nl').map(({ text }) => text),
      path,
    ).toEqual([])
    const dutch = marked((await (await site.request(path)).text()).replaceAll('\u00AD', ''))
    expect(
      dutch.every(({ lang }) => lang === 'nl'),
      path,
    ).toBe(true)
  }
})
