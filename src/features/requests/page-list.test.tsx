/** The list of requests at the desk: what stands in a cell is one part, so that a phone keeps it in its column. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Due } from './page-list.tsx'

test.each([
  [
    'a step first',
    { dueOn: '2027-03-01', nextOn: '2026-12-01', stoppedSince: null },
    'antwoord uiterlijk 1 maart 2027',
  ],
  ['late', { dueOn: '2026-11-01', nextOn: null, stoppedSince: null }, '(te laat)'],
  ['in time', { dueOn: '2027-03-01', nextOn: null, stoppedSince: null }, '1 maart 2027'],
  ['stopped', { dueOn: '2027-03-01', nextOn: null, stoppedSince: '2026-11-01' }, 'staat stil'],
])('the day of one that is %s', (_, request, says) => {
  const cell = renderToStaticMarkup(<Due request={request} today="2026-11-29" />)
  expect(cell).toMatch(/^<span>(?:(?!<\/span>$).)*<\/span>$/)
  expect(cell).toContain(says)
})
