import { expect, test } from 'vitest'
import type { Municipality } from '../db/municipality.ts'
import { hostNameOf } from '../lib/host-name.ts'
import { nameIn, servedAt } from './hosts.ts'

const one = (slug: string, ...hosts: string[]): Municipality => ({ id: slug, slug, name: slug, site: null, hosts })
const ours = new Set(['127.0.0.1:3000', 'localhost:3000', 'leidraad.test'])
const here = (host: string | undefined) => ours.has(host ?? '')
const start = { own: one('sluiswijk'), origin: 'https://leidraad.test', isUs: () => true, isHere: here }

test('the name in a Host header, whatever stands around it', () => {
  expect(nameIn('Digitaal.Sluiswijk.nl.:443')).toBe('digitaal.sluiswijk.nl')
  expect(nameIn('[::1]:3000')).toBe('[::1]')
  for (const wrong of [null, '', 'a:b', 'a/b', 'a@b', 'a b', 'a:80:80', 'a, b']) expect(nameIn(wrong)).toBeUndefined()
})

test('a name of a host as people type it', () => {
  expect(hostNameOf(' Digitaal.Sluiswijk.nl ')).toBe('digitaal.sluiswijk.nl')
  expect(hostNameOf('sluiswijk.nl.')).toBe('sluiswijk.nl')
  expect(hostNameOf('süd.nl')).toBe('xn--sd-xka.nl')
  for (const wrong of ['', 'a b', 'https://a.nl', 'a.nl/x', 'a.nl:80', '127.0.0.1', '-a.nl', 'a..nl', 'x@a.nl', '1'])
    expect(hostNameOf(wrong), wrong).toBeUndefined()
})

test('as long as nobody has a name of its own, any name is the one of this process', () => {
  const there = [one('sluiswijk'), one('molendam')]
  expect(servedAt(there, start, 'wat.dan.ook')?.municipality.slug).toBe('sluiswijk')
  expect(servedAt(there, { ...start, isUs: here }, 'wat.dan.ook')).toBeUndefined()
  // Nor when there is only a name that never leaves this machine.
  const near = [one('sluiswijk'), one('molendam', 'molendam.localhost')]
  expect(servedAt(near, start, 'wat.dan.ook')?.municipality.slug).toBe('sluiswijk')
  expect(servedAt(near, start, 'molendam.localhost:3000')?.municipality.slug).toBe('molendam')
})

test('the name decides; one that is nobody’s opens nothing', () => {
  const there = [one('sluiswijk', 'sluiswijk.test', 'ook.sluiswijk.test'), one('molendam', 'molendam.test')]
  expect(servedAt(there, start, 'molendam.test')).toMatchObject({
    municipality: { slug: 'molendam' },
    origin: 'https://molendam.test',
  })
  expect(servedAt(there, start, 'OOK.sluiswijk.test:443')).toMatchObject({
    municipality: { slug: 'sluiswijk' },
    origin: 'https://sluiswijk.test',
    asked: 'https://ook.sluiswijk.test',
  })
  expect(servedAt(there, start, 'leidraad.test')?.origin).toBe('https://sluiswijk.test')
  for (const nobody of [
    'elders.test',
    'x.molendam.test',
    'molendam.test.evil',
    '',
    null,
    'molendam.test, sluiswijk.test',
  ])
    expect(servedAt(there, start, nobody)).toBeUndefined()
})
