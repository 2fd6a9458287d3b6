/** Data for search engines: what somebody typed ends no element, and reads as it was. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LinkedData } from './linked-data.tsx'

test('what was typed stays data', () => {
  const name = '</script><script>alert(1)</script><!-- "x" & \'y\''
  const made = renderToStaticMarkup(<LinkedData data={{ '@type': 'Place', name }} />)
  expect(made.match(/<\/?script/g)).toEqual(['<script', '</script'])
  expect(made).not.toContain('<!--')
  const [, json = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/.exec(made) ?? []
  expect(JSON.parse(json)).toEqual({ '@context': 'https://schema.org', '@type': 'Place', name })
})
