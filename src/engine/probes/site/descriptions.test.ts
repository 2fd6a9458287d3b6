/** Which files behind links are asked for, on which hosts, and what is told of those that are not there or not read. */
import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { openComeBack } from '../../../outside/come-back.ts'
import { openEgress } from '../../../outside/egress.ts'
import { network, serveHttp, stopAll } from '../../../outside/test-net.ts'
import { descriptionsProbe } from './descriptions.ts'

afterEach(stopAll)

const PUBLICCODE = 'publiccodeYmlVersion: "0.5"\nname: Site\nlegal:\n  license: EUPL-1.2\n'
const OPENAPI = '{"openapi":"3.0.3","info":{"title":"Standen","version":"1"},"paths":{}}'
const FORGE = 'http://gitlab.forge.test'
type Answers = Readonly<Record<string, string | ((response: ServerResponse) => void)>>
type Link = readonly [text: string, href: string]

async function look(links: readonly Link[], answers: Answers = {}, robots = '') {
  const asked: string[] = []
  const port = await serveHttp((request, response) => {
    const at = `${request.headers.host}${request.url}`
    asked.push(at)
    const answer = answers[at]
    if (typeof answer === 'function') return answer(response)
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(answer ?? 'Niet hier')
  })
  const egress = openEgress(network({ ports: { 80: port, 443: 1 }, hosts: { '*.test': '127.0.0.1' } }))
  const url = 'http://www.stad.test/'
  const seen = await descriptionsProbe.look(
    {
      subject: { kind: 'website', address: 'www.stad.test', publicBody: true },
      robots,
      said: [
        { url, text: '', lang: 'nl', links: links.map(([text, href]) => ({ text, href: new URL(href, url).href })) },
      ],
    },
    { egress: { ...egress, comeBack: openComeBack('www.stad.test') }, signal: new AbortController().signal },
  )
  return { ...seen, asked }
}

test('of a site that links to neither nothing is asked', async () => {
  const seen = await look([
    ['Nieuws', '/nieuws/'],
    ['GitHub', 'https://github.com/twbs/bootstrap'],
  ])
  expect(seen).toEqual({ software: { found: 0, looked: [] }, interfaces: { found: 0, looked: [] }, asked: [] })
})

test('a repository is read at its raw address, with what stands beside it', async () => {
  const at = 'gitlab.forge.test/stad/site/-/raw/HEAD/'
  const { software, asked } = await look([['Broncode van deze site', `${FORGE}/stad/site/-/tree/main`]], {
    [`${at}publiccode.yml`]: PUBLICCODE,
    [`${at}LICENSE`]: 'EUROPEAN UNION PUBLIC LICENCE',
  })
  expect(asked).toEqual(['gitlab.forge.test/robots.txt', `${at}publiccode.yml`, `${at}LICENSE`])
  expect(software).toMatchObject({
    found: 1,
    looked: [
      {
        said: 'Broncode van deze site',
        page: 'http://www.stad.test/',
        file: `http://${at}publiccode.yml`,
        files: ['LICENSE'],
        result: { seen: true, value: { name: 'Site', licence: 'EUPL-1.2' } },
      },
    ],
  })
})

test('the other name is tried, and the README shows that there is a repository', async () => {
  const at = 'gitlab.forge.test/stad/site/-/raw/HEAD/'
  const yaml = await look([['Broncode', `${FORGE}/stad/site`]], { [`${at}publiccode.yaml`]: PUBLICCODE })
  expect(yaml.software.looked).toMatchObject([{ file: `http://${at}publiccode.yaml`, result: { seen: true } }])
  const bare = await look([['Broncode', `${FORGE}/stad/site`]], { [`${at}README.md`]: '# Site' })
  expect(bare.software.looked).toMatchObject([{ files: ['README.md'], result: { seen: false, why: 'gone' } }])
  const nothing = await look([['Broncode', `${FORGE}/stad/site`]])
  expect(nothing.software.looked).toMatchObject([{ files: [], result: { seen: false, why: 'gone' } }])
})

test('three repositories at most, each once', async () => {
  const links = ['a', 'b', 'a', 'c', 'd'].map((name): Link => ['Broncode', `${FORGE}/stad/${name}`])
  const { software, asked } = await look(links)
  expect(software).toMatchObject({ found: 4, looked: { length: 3 } })
  expect(asked.filter((at) => at.endsWith('/robots.txt'))).toHaveLength(1)
  // A robots.txt, and per repository two names and three files beside them.
  expect(asked).toHaveLength(1 + 3 * 5)
})

test('robots.txt of the site and of each other host is heeded', async () => {
  const seen = await look(
    [
      ['Broncode', `${FORGE}/stad/site`],
      ['API', '/api/'],
    ],
    { 'gitlab.forge.test/robots.txt': 'User-agent: *\nDisallow: /*/raw/' },
    'User-agent: *\nDisallow: /api/',
  )
  expect(seen.asked).toEqual(['gitlab.forge.test/robots.txt', 'www.stad.test/openapi.json'])
  expect(seen.software.looked).toMatchObject([{ result: { seen: false, why: 'robots' } }])
  expect(seen.interfaces.looked).toMatchObject([{ result: { seen: false, why: 'robots' } }])
})

test('an interface is found at the address of the link, at the usual ones, and behind its page', async () => {
  const direct = await look([['API', '/data/openapi.json']], { 'www.stad.test/data/openapi.json': OPENAPI })
  expect(direct.interfaces).toMatchObject({
    found: 1,
    looked: [{ result: { seen: true, value: { title: 'Standen' } } }],
  })
  const usual = await look([['API', '/api/']], {
    'www.stad.test/api/': '<!doctype html><title>API</title>',
    'www.stad.test/api/v1/openapi.json': OPENAPI,
  })
  expect(usual.interfaces.looked).toMatchObject([
    { file: 'http://www.stad.test/api/v1/openapi.json', result: { seen: true } },
  ])
  const page = await look([['API', '/api/']], {
    'www.stad.test/api/': '<!doctype html><a href="/stukken/swagger.yaml">Beschrijving</a>',
    'www.stad.test/stukken/swagger.yaml': 'swagger: "2.0"\ninfo: {title: a, version: "1"}\npaths: {}',
  })
  expect(page.interfaces.looked).toMatchObject([{ result: { seen: true, value: { version: '2.0', lacks: [] } } }])
})

test('on the host of another only a file is asked for, and what is no description is gone', async () => {
  const seen = await look(
    [
      ['API', 'http://elders.test/uitleg/'],
      ['API', 'http://elders.test/openapi.json'],
      ['Voor ontwikkelaars', '/dev/'],
    ],
    { 'elders.test/openapi.json': '{"fout": true}', 'www.stad.test/openapi.json': '<!doctype html>Overal dezelfde' },
  )
  expect(seen.asked.filter((at) => at.startsWith('elders'))).toEqual([
    'elders.test/robots.txt',
    'elders.test/openapi.json',
  ])
  expect(seen.interfaces).toMatchObject({ found: 3, looked: { length: 2 } })
  expect(seen.interfaces.looked.map(({ result }) => !result.seen && result.why)).toEqual(['gone', 'gone'])
})

const later = (response: ServerResponse) => void response.writeHead(429, { 'retry-after': '60' }).end()
test.each<[string, string, (response: ServerResponse) => void]>([
  ['says to come back later', 'rate-limited', later],
  ['is for others', 'blocked', (r) => void r.writeHead(403).end()],
  ['has an error', 'http-error', (r) => void r.writeHead(500).end()],
  ['leads elsewhere', 'redirected-away', (r) => void r.writeHead(302, { location: 'http://ander.test/' }).end()],
  ['leads inside', 'redirected-away', (r) => void r.writeHead(302, { location: 'http://10.0.0.1/' }).end()],
  ['is long', 'too-large', (r) => void r.end(`publiccodeYmlVersion: ${'x'.repeat(300_000)}`)],
  ['has more parts than we read', 'too-heavy', (r) => void r.end(`publiccodeYmlVersion: [${'1,'.repeat(90_000)}]`)],
])('a description that %s is not read', { timeout: 20_000 }, async (_, why, answer) => {
  const at = 'gitlab.forge.test/stad/site/-/raw/HEAD/publiccode.yml'
  const { software } = await look([['Broncode', `${FORGE}/stad/site`]], { [at]: answer })
  expect(software.looked).toMatchObject([{ result: { seen: false, why } }])
})

test('after a host said to come back later nothing more is asked of it', async () => {
  const at = 'gitlab.forge.test/stad/site/-/raw/HEAD/publiccode.yml'
  const { asked } = await look([['Broncode', `${FORGE}/stad/site`]], { [at]: later })
  expect(asked).toEqual(['gitlab.forge.test/robots.txt', at])
})
