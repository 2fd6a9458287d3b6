/** Fields to write in: nothing that is pasted is cut by a browser, and what does not fit is said at its place. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { tooLong } from '../../lib/too-long.ts'
import { Area, Field } from './fields.tsx'
import { Form } from './form.tsx'
import { withTyped } from './typed.tsx'

test('no field that is sent is cut at its length; a search is, for it loses nothing', () => {
  const page = renderToStaticMarkup(
    <>
      <Area name="tekst" label="Tekst" maxLength={10} />
      <Field name="naam" label="Naam" maxLength={10} />
      <Field name="email" label="E-mail" type="email" maxLength={10} />
    </>,
  )
  expect(page).not.toMatch(/maxlength/i)
  expect(renderToStaticMarkup(<Field name="q" label="Zoek" type="search" maxLength={10} />)).toContain('maxLength="10"')
})

test('what was typed and is longer comes back whole, with its length', () => {
  const view = { token: 't', voor: 'v', back: '/balie', kept: undefined }
  const form = (
    <Form view={view} action="/balie/x">
      <Area name="tekst" label="Tekst" maxLength={10} />
    </Form>
  )
  const typed = [{ action: '/balie/x', prefix: '', fields: { tekst: ['elf tekens!'] } }]
  const page = renderToStaticMarkup(withTyped(form, typed))
  expect(page).toContain('>elf tekens!</textarea>')
  expect(page).toContain(tooLong(11, 10))
})
