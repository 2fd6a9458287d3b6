import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readNetwork } from './network-file.ts'

function file(content: unknown): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-network-'))
  writeFileSync(path.join(dir, 'ca.pem'), 'PEM')
  writeFileSync(path.join(dir, 'network.json'), typeof content === 'string' ? content : JSON.stringify(content))
  return path.join(dir, 'network.json')
}

test('reads a network, the authority from beside the file, names in lower case', () => {
  expect(
    readNetwork(
      file({
        allow: ['127.0.0.0/8', '::1'],
        resolver: '127.0.0.1:5353',
        hosts: { '*.Stad.test': '127.0.0.2' },
        ports: { 443: 8443 },
        ca: 'ca.pem',
        registries: { test: 'https://rdap.test/v1/', 'stil.test': null },
      }),
    ),
  ).toEqual({
    allow: ['127.0.0.0/8', '::1'],
    resolver: '127.0.0.1:5353',
    hosts: { '*.stad.test': '127.0.0.2' },
    ports: { 443: 8443 },
    ca: 'PEM',
    registries: { test: 'https://rdap.test/v1/', 'stil.test': null },
  })
})

test('what is not in the file is closed', () => {
  expect(readNetwork(file({}))).toEqual({ allow: [], hosts: {}, ports: {} })
})

test.each([
  [{ allow: ['127.0.0.0/33'] }, /allow\.0/],
  [{ allow: ['localhost'] }, /allow\.0/],
  [{ resolver: '127.0.0.1' }, /resolver/],
  [{ hosts: { 'a.test': 'b.test' } }, /hosts\.a\.test/],
  [{ ports: { http: 80 } }, /ports/],
  [{ ports: { 80: 70_000 } }, /ports\.80/],
  [{ registries: { test: 'http://rdap.test/' } }, /registries\.test/],
  [{ registries: { 'Een naam': null } }, /registries/],
  [{ alow: [] }, /alow/],
  ['{', /network\.json/],
  [{ ca: 'elders.pem' }, /elders\.pem/],
])('refuses %j and says where', (content, where) => {
  expect(() => readNetwork(file(content))).toThrow(where)
})

test('says so when there is no file', () => {
  expect(() => readNetwork('/nergens/network.json')).toThrow(/\/nergens\/network\.json/)
})
