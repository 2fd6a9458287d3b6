/** Which pages are watched, and what ran where nobody watched. */
import { expect, test } from 'vitest'
import { HOST, scriptsOn } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Form } from '../../model/evidence.ts'
import { toWatch, unwatched } from './watched.ts'

const subject = { kind: 'website', address: HOST, publicBody: false } as const
const at = (path: string) => `https://${HOST}${path}`
const form: Form = {
  action: at('/klaar'),
  method: 'post',
  selector: 'form',
  fields: [{ name: 'mail', type: 'email', label: 'E-mail' }],
}
const next = (...pages: ReturnType<typeof scriptsOn>[]) => toWatch(pages, at('/'), subject)

test('forms first, and then whoever brings most that was not met before', () => {
  const home = scriptsOn('/', ['a.example'])
  const contact = scriptsOn('/contact', ['b.example'], [form])
  const map = scriptsOn('/kaart', ['www.b.example', 'c.example'])
  const services = scriptsOn('/diensten', ['c.example', 'd.example'])
  expect(next(home, map, services, contact)).toEqual([at('/contact'), at('/diensten')])
  expect(next(home, services, scriptsOn('/nieuws', ['e.example']))).toEqual([at('/diensten'), at('/nieuws')])
  const many = ['e', 'f', 'g', 'h'].map((name) => scriptsOn(`/${name}`, [`${name}.example`]))
  expect(next(home, contact, ...many)).toEqual([at('/contact'), at('/e'), at('/f')])
})

test('where nobody else brings anything the next page, or the first once more', () => {
  expect(next(scriptsOn('/', ['a.example']), scriptsOn('/over', ['a.example']), scriptsOn('/x'))).toEqual([at('/over')])
  expect(next(scriptsOn('/'))).toEqual([at('/')])
  const forms = ['/a', '/b', '/c'].map((path) => scriptsOn(path, [], [form]))
  expect(next(scriptsOn('/', [HOST]), ...forms)).toEqual([at('/a'), at('/b')])
})

test('what ran only where nobody watched, page by page', () => {
  const lists = listsWith({ owners: { 'vraagt.example': { category: 'consent' } } })
  const pages = [scriptsOn('/', ['a.example']), scriptsOn('/b', ['b.example', 'vraagt.example'])]
  const left = (...watched: string[]) => unwatched(pages, watched, subject, lists).map(({ page }) => page)
  expect(left(at('/'))).toEqual([at('/b')])
  expect(left(at('/'), at('/b'))).toEqual([])
  expect(unwatched([scriptsOn('/'), scriptsOn('/b', ['vraagt.example'])], [at('/')], subject, lists)).toEqual([])
})
