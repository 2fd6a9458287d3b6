/** Where files of a repository stand, where interfaces are described, and what a site calls its own. */
import { expect, test } from 'vitest'
import { describedAt, documentsIn, isOwn, rawPlace } from './source-places.ts'

test.each([
  ['https://github.com/stad/site', 'https://raw.githubusercontent.com/stad/site/HEAD/'],
  ['https://www.github.com/stad/site.git', 'https://raw.githubusercontent.com/stad/site/HEAD/'],
  ['https://github.com/stad/site/blob/main/publiccode.yml', 'https://raw.githubusercontent.com/stad/site/HEAD/'],
  ['https://gitlab.com/stad/groep/site/-/tree/main', 'https://gitlab.com/stad/groep/site/-/raw/HEAD/'],
  ['https://gitlab.stad.test:8443/a/b', 'https://gitlab.stad.test:8443/a/b/-/raw/HEAD/'],
  ['https://codeberg.org/stad/site/', 'https://codeberg.org/stad/site/raw/branch/HEAD/'],
  ['https://code.overheid.nl/stad/site', 'https://code.overheid.nl/stad/site/raw/branch/HEAD/'],
  ['https://forgejo.stad.test/a/b/src/branch/main/LICENSE', 'https://forgejo.stad.test/a/b/raw/branch/HEAD/'],
])('files of %s', (href, place) => {
  expect(rawPlace(href)).toBe(place)
})

test.each([
  'https://github.com/stad',
  'https://github.com/',
  'https://github.com/orgs/stad',
  'https://gitlab.com/explore/projects',
  'https://developer.overheid.nl/apis',
  'https://github.com.stad.test/stad/site',
  'https://notgitlab.com/a/b',
  'https://github.com/stad/%2e%2e%2fx',
  'https://gitlab.com/a/b/c/d/e/f/g/h',
  'mailto:x@github.com',
  'niets',
])('%s is no repository that we know to read', (href) => {
  expect(rawPlace(href)).toBeUndefined()
})

test('an interface is described where the rules have it, and a page may lead there', () => {
  expect(describedAt('https://www.stad.nl/api/#uitleg', 'stad.nl')).toEqual([
    'https://www.stad.nl/api/',
    'https://www.stad.nl/api/openapi.json',
    'https://www.stad.nl/api/openapi.yaml',
    'https://www.stad.nl/api/v1/openapi.json',
    'https://www.stad.nl/openapi.json',
  ])
  expect(describedAt('https://api.stad.nl/kaart/v2/swagger-ui/index.html', 'www.stad.nl')[1]).toBe(
    'https://api.stad.nl/kaart/v2/openapi.json',
  )
  expect(describedAt('https://elders.nl/api.yaml?x=1', 'stad.nl')).toEqual(['https://elders.nl/api.yaml?x=1'])
  expect(describedAt('https://elders.nl/api/', 'stad.nl')).toEqual([])
  expect(describedAt('mailto:api@stad.nl', 'stad.nl')).toEqual([])
  expect(
    documentsIn(
      ['https://stad.nl/a/openapi.yaml', 'https://stad.nl/data.json', 'https://elders.nl/openapi.json'].map((href) => ({
        href,
      })),
      'stad.nl',
    ),
  ).toEqual(['https://stad.nl/a/openapi.yaml'])
})

const led = (said: string, file = 'https://raw.githubusercontent.com/x/y/HEAD/publiccode.yml') => ({
  href: 'https://github.com/x/y',
  said,
  page: 'https://www.stad.nl/',
  file,
})
test.each([
  ['Onze broncode'],
  ['Broncode van deze website'],
  ['onze eigen software op GitHub'],
  ['Our source code'],
  ['Source code of this site'],
])('"%s" is of the site', (said) => {
  expect(isOwn(led(said), [], 'www.stad.nl')).toBe(true)
})
test.each([
  ['Broncode'],
  ['Broncode van OpenZaak'],
  ['Broncode van onze leverancier'],
  ['Open source software van de buren'],
  ['Onze gedragscode'],
])('"%s" may be of anybody', (said) => {
  expect(isOwn(led(said), [], 'www.stad.nl')).toBe(false)
})
test('what stands on the site, or says to be of it, is its own', () => {
  expect(isOwn(led('', 'https://git.stad.nl/publiccode.yml'), [], 'www.stad.nl')).toBe(true)
  expect(isOwn(led('Broncode'), ['elders.nl', 'data.stad.nl'], 'www.stad.nl')).toBe(true)
  expect(isOwn(led('Broncode'), ['elders.nl'], 'www.stad.nl')).toBe(false)
})
