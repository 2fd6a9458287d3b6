/** Whether office documents without an open form trip, and those with one, or of others, do not. */
import { expect, test } from 'vitest'
import { judgeWith, session, sighting } from '../../../test/evidence.ts'
import { openDocumentFormats } from './open-document-formats.ts'

const at = (href: string, text = '') => ({ href: new URL(href, 'https://www.voorbeeld.nl/').href, text })
const judge = (...links: { href: string; text: string }[]) =>
  judgeWith(openDocumentFormats, { session: [sighting(session({ links }))] })

test.each([
  '/a/Aanvraag.docx',
  '/aanvraag.doc',
  '/cijfers.XLSX?v=2',
  '/download?file=presentatie.pptx',
  'https://files.voorbeeld.nl/a.xls#x',
  '/a%20b.docx',
  '/100%.docx',
])('%s alone is unmet', (href) => {
  expect(judge(at(href))).toMatchObject({ reason: 'closed', verdict: 'unmet', seen: { documents: 1, closed: 1 } })
})
test.each(['/aanvraag.pdf', '/aanvraag.odt', '/cijfers.csv', '/begroting.ods'])('%s is met', (href) => {
  expect(judge(at(href))).toMatchObject({ reason: 'open', verdict: 'met' })
})
test('the same name in an open format is an alternative', () => {
  expect(judge(at('/f/Aanvraag subsidie.docx', 'Word'), at('/g/aanvraag-subsidie.odt', 'ODT'))).toMatchObject({
    reason: 'open',
    verdict: 'met',
  })
  expect(judge(at('/cijfers.xlsx'), at('/cijfers.html'))).toMatchObject({ reason: 'open' })
})
test('the same words under the link are an alternative', () => {
  const both = [at('/1.docx', 'Aanvraag subsidie (Word, 40 kB)'), at('/2.pdf', 'Aanvraag subsidie (PDF, 300 kB)')]
  expect(judge(...both).reason).toBe('open')
})
test('the alternative may stand on another page', () => {
  const pages = [
    sighting(session({ links: [at('/plan.docx')] })),
    sighting(session({ links: [at('/plan.pdf')] }), { page: 'https://www.voorbeeld.nl/b' }),
  ]
  expect(judgeWith(openDocumentFormats, { session: pages }).reason).toBe('open')
})
test('a closed document among open ones is partly, and is named', () => {
  expect(judge(at('/plan.pdf', 'Download'), at('/aanvraag.docx', 'Download'))).toMatchObject({
    reason: 'some-closed',
    verdict: 'partly',
    seen: { documents: 2, closed: 1, details: ['https://www.voorbeeld.nl/aanvraag.docx · https://www.voorbeeld.nl/'] },
  })
})
test('documents of another organisation are not counted', () => {
  expect(judge(at('https://www.ander.nl/model.docx'))).toMatchObject({
    reason: 'no-documents',
    verdict: 'not-applicable',
  })
})
test.each([
  '/',
  '/contact.html',
  '/docs',
  '/doc/',
  '/over.docx/uitleg',
  'mailto:a.docx@voorbeeld.nl',
  'javascript:x.docx',
  '/word-docx',
])('%s is no document', (href) => {
  expect(judge(at(href)).reason).toBe('no-documents')
})
test('one document linked twice counts once', () => {
  expect(judge(at('/a.docx'), at('/a.docx')).seen['documents']).toBe(1)
})
