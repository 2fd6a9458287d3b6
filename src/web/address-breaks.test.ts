/** Where an address may break, and that it stays the address. */
import { expect, test } from 'vitest'
import { Address } from './address.tsx'
import { html } from './layout.tsx'

test.each([
  ['www.bakkerijdekorenaar.test', '<span>www.<wbr/>bakkerijdekorenaar.</span><span>test</span>'],
  ['https://www.sluis.test/', '<span>https://www.<wbr/>sluis.</span><span>test/</span>'],
  ['sluis.test', '<span>sluis.</span><span>test</span>'],
  ['awww.test', '<span>awww.</span><span>test</span>'],
])('%s breaks between its names, and after “www.” only within the first', (address, parts) => {
  const page = html(Address({ children: address }))
  expect(page).toContain(parts)
  expect(page.replaceAll(/<[^>]+>/g, '')).toContain(address)
})
