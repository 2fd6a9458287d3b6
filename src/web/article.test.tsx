/** A law stands with its article; what the municipality promises itself says so, and names no law. */
import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ArticleOf } from './article.tsx'

const shown = (law: string, article: string) =>
  renderToStaticMarkup(<ArticleOf article={{ law, article, check: false }} lang="nl" />).replaceAll(/<[^>]+>/g, '')

test('a law with its article, and an own promise as a sentence', () => {
  expect(shown('Awb', 'artikel 9:1')).toBe('(Awb artikel 9:1)')
  for (const file of readdirSync('verzoeken').filter((each) => each.endsWith('.yaml'))) {
    const text = readFileSync(`verzoeken/${file}`, 'utf8')
    expect(text, file).not.toContain('Eigen afspraak')
    for (const [, law, article] of text.matchAll(/wet: (Dit beloven wij)\s+artikel: (.+)/g))
      expect(shown(law!, article!), file).toBe('(Dit beloven wij zelf)')
  }
})
