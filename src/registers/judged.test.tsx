/** A verdict on the desk is a word and a shape, as on the site. */
import { expect, test } from 'vitest'
import { html } from '../web/layout.tsx'
import { Judged } from './judged.tsx'

type Props = React.ComponentProps<typeof Judged>
const drawn = (verdict: string) =>
  html(
    <Judged
      norms={[]}
      findings={
        [
          {
            register: { id: 'palen' },
            entry: { id: 'p', title: 'Paal' },
            norm: 'TST-01',
            criterion: 'TST-01.a',
            verdict,
            reason: 'entry.filled',
            seen: { field: 'Naam' },
          },
        ] as unknown as Props['findings']
      }
    />,
  ).toString()

test.each([
  ['met', 'voldoet'],
  ['unmet', 'voldoet niet'],
  ['unknown', 'onbekend'],
])('%s has a shape beside its word', (verdict, word) => {
  expect(drawn(verdict)).toMatch(
    new RegExp(`<span class="ld-badge ld-badge--${verdict}"><svg[^>]*aria-hidden="true".*</svg>${word}</span>`),
  )
})
