/** The page with a form that is used beside the landing page, and those that are not. */
import { expect, test } from 'vitest'
import { contactForm, seen, session, unseen } from '../../test/evidence.ts'
import type { Field, Form, PageRecord, PageRole } from '../model/evidence.ts'
import { formPage } from './form-page.ts'

const AT = '2026-11-30T12:00:00Z'
const page = (path: string, role: PageRole, forms: readonly Form[] | null): PageRecord => ({
  probe: 'session',
  page: `https://www.dorp.test${path}`,
  role,
  phase: 'before-consent',
  profile: 'desktop',
  at: AT,
  result: forms === null ? unseen('timeout') : seen(session({ forms })),
})
const asks = (type: Field['type'], name: string, label: string): Form => {
  const usual = contactForm('/')
  return { ...usual, fields: [{ ...usual.fields[0]!, type, name, label }] }
}
const newsletter = asks('email', 'nieuws', 'E-mail')
const search: Form = { ...asks('text', 'q', 'Zoeken'), method: 'get', search: true }
const question = asks('textarea', 'vraag', 'Uw vraag')
const order = asks('text', 'maat', 'Uw maat')

test('the first page with a form that the landing page has not', () => {
  const pages = [
    page('/', 'landing', [newsletter]),
    page('/zoek', 'search', [newsletter, search]),
    page('/weg', 'form', null),
    page('/contact', 'contact', [newsletter, question]),
    page('/bestel', 'other', [order]),
  ]
  expect(formPage(pages)).toEqual({ url: 'https://www.dorp.test/contact', role: 'contact' })
})

test('none where only the landing page has one, or every page the same', () => {
  expect(formPage([page('/', 'landing', [question]), page('/contact', 'contact', [question])])).toBeUndefined()
  expect(formPage([page('/', 'landing', [question]), page('/nieuws', 'news', [])])).toBeUndefined()
  expect(formPage([page('/', 'landing', [newsletter]), page('/zoek', 'search', [search])])).toBeUndefined()
  expect(formPage([])).toBeUndefined()
})

test('another guise or moment is no page of its own', () => {
  const contact = page('/contact', 'contact', [question])
  for (const over of [{ profile: 'phone' }, { phase: 'after-reject' }] as const)
    expect(formPage([page('/', 'landing', []), { ...contact, ...over } as PageRecord])).toBeUndefined()
})
