/** security.txt by its grammar; the examples are those of RFC 9116 §2.5 and §2.6. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { isPage, momentOf, readSecurityTxt } from './security-txt.ts'

const PLACE = 'https://example.com/.well-known/security.txt'
const read = (text: string) => readSecurityTxt(text, [PLACE])
const GOOD = 'Contact: mailto:a@example.com\nExpires: 2027-12-31T18:37:07z\n'

test('the example of §2.6.2, signed', () => {
  expect(
    read(
      [
        '-----BEGIN PGP SIGNED MESSAGE-----',
        'Hash: SHA256',
        '',
        '# Canonical URI',
        `Canonical: ${PLACE}`,
        '',
        '# Our security address',
        'Contact: mailto:security@example.com',
        'Expires: 2027-12-31T18:37:07z',
        '- - geen veld',
        '-----BEGIN PGP SIGNATURE-----',
        'Version: GnuPG v2.2',
        '',
        'iQ==',
        '-----END PGP SIGNATURE-----',
        '',
      ].join('\r\n'),
    ),
  ).toEqual({
    contacts: ['mailto:security@example.com'],
    expires: ['2027-12-31T18:37:07z'],
    faults: ['§4: - geen veld'],
  })
})

test.each([
  GOOD,
  `# Commentaar: zonder veld\n\n  \t\n${GOOD}`,
  GOOD.replaceAll('\n', '\r\n'),
  GOOD.trimEnd(),
  `CONTACT: https://example.com/lek\ncontact: tel:+1-201-555-0123\nexpires: 2027-12-31T18:37:07.123+02:00\t\n`,
  `${GOOD}Canonical: https://example.com/security.txt\nCanonical: HTTPS://EXAMPLE.com/.well-known/security.txt\n`,
  `${GOOD}Encryption: openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f\n`,
  `${GOOD}Encryption: dns:5d2d37ab76d47d36._openpgpkey.example.com?type=OPENPGPKEY\n`,
  `${GOOD}Preferred-Languages: nl, en-GB,fr\nX-Eigen: veld\nCSAF: https://example.com/p.json\n`,
])('%j is well written', (text) => {
  expect(read(text).faults).toEqual([])
})

test.each(['Contact:mailto:a@example.com', 'Contact : mailto:a@example.com', 'Contact:\tmailto:a@example.com'])(
  '%j says where to report, with a fault',
  (line) => {
    const found = read(`${line}\nExpires: 2027-12-31T18:37:07z`)
    expect(found).toMatchObject({ contacts: ['mailto:a@example.com'], faults: [`§4: ${line}`] })
  },
)

test.each([
  ['mailto:a@example.com,b@example.com?subject=Lek', true],
  ['https://[2001:db8::1]/lek', true],
  ['mailto:a@example.com,b', false],
  ['mailto:,', false],
  ['https://intern/lek', false],
])('a contact %s is an address: %s', (contact, sound) => {
  expect(read(`${GOOD}Contact: ${contact}`).faults).toHaveLength(sound ? 0 : 1)
})

test.each([
  ['Contact:mailto:a@example.com', '§4: Contact:mailto:a@example.com'],
  ['Contact : mailto:a@example.com', '§4: Contact : mailto:a@example.com'],
  ['Contact:', '§4: Contact:'],
  ['zomaar een zin', '§4: zomaar een zin'],
  [' Policy: https://example.com/p', '§4:  Policy: https://example.com/p'],
  ['Contact: a@example.com', '§2.5.3: contact: a@example.com'],
  ['Contact: http://example.com/lek', '§2.5.3: contact: http://example.com/lek'],
  ['Contact: mailto:', '§2.5.3: contact: mailto:'],
  ['Contact: mailto:a', '§2.5.3: contact: mailto:a'],
  ['Contact: tel:bel ons', '§2.5.3: contact: tel:bel ons'],
  ['Contact: https://', '§2.5.3: contact: https://'],
  ['Acknowledgments: http://example.com/dank', '§2.5.1: acknowledgments: http://example.com/dank'],
  ['Encryption: http://example.com/key', '§2.5.4: encryption: http://example.com/key'],
  ['Hiring: werk', '§2.5.6: hiring: werk'],
  ['Policy: /beleid', '§2.5.7: policy: /beleid'],
  ['Canonical: https://www.example.com/s.txt', '§2.5.2: canonical: https://www.example.com/s.txt'],
  ['Expires: 2027-12-31T18:37:07z', '§2.5.5: 2× expires'],
  ['Preferred-Languages: Nederlands en Engels', '§2.5.8: preferred-languages: Nederlands en Engels'],
  ['Preferred-Languages: nl\nPreferred-Languages: en', '§2.5.8: 2× preferred-languages'],
])('%j is told as %j', (line, fault) => {
  expect(read(`${GOOD}${line}\n`).faults).toEqual([fault])
})

test('line ends of a lone CR are none', () => {
  expect(read(GOOD.replaceAll('\n', '\r'))).toMatchObject({ contacts: [], expires: [] })
})

test('outside the signed part nothing counts, and a signature has an end', () => {
  const signed = (text: string) => `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${text}`
  const end = '-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n'
  expect(read(`${signed(GOOD)}${end}`).faults).toEqual([])
  expect(read(`Contact: mailto:b@example.com\n${signed(GOOD)}${end}`)).toMatchObject({
    contacts: ['mailto:a@example.com'],
    faults: ['§2.3: … -----BEGIN PGP SIGNED MESSAGE-----'],
  })
  expect(read(`${signed(GOOD)}${end}Contact: mailto:b@example.com\n`)).toMatchObject({
    contacts: ['mailto:a@example.com'],
    faults: ['§2.3: -----END PGP SIGNATURE----- …'],
  })
  expect(read(signed(GOOD)).faults).toContain('§2.3: -----BEGIN PGP SIGNATURE-----')
})

test.each([
  ['2027-12-31T18:37:07z', Date.UTC(2027, 11, 31, 18, 37, 7)],
  ['2027-12-31T18:37:07.5+02:00', Date.UTC(2027, 11, 31, 16, 37, 7)],
  ['2028-02-29T00:00:00-01:30', Date.UTC(2028, 1, 29, 1, 30)],
  ['2026-12-31T23:59:60Z', Date.UTC(2026, 11, 31, 23, 59, 59)],
])('%s is a moment', (value, moment) => {
  expect(momentOf(value)).toBe(moment)
})

test.each([
  '2027-02-29T00:00:00Z',
  '2027-02-30T00:00:00Z',
  '2027-13-01T00:00:00Z',
  '2027-00-10T00:00:00Z',
  '2027-04-31T00:00:00Z',
  '2027-01-01T24:00:00Z',
  '2027-01-01T00:60:00Z',
  '2027-01-01T00:00:61Z',
  '2027-01-01T00:00:00+24:00',
  '2027-01-01T00:00:00',
  '2027-01-01T00:00Z',
  '2027-01-01 00:00:00Z',
  '2027-01-01',
  'Thu, 31 Dec 2027 18:37:07 GMT',
  '1 mei 2027',
  '',
])('%j is none', (value) => {
  expect(momentOf(value)).toBeNull()
})

test.each([
  ['<!doctype html><p>Contact: bel', 'text/html', true],
  ['\n <html lang=nl>', 'text/plain', true],
  ['<?xml version="1.0"?><html>', 'application/xhtml+xml', true],
  ['<script>x</script>\nContact: mailto:a@b.nl', 'text/html; charset=utf-8', true],
  [GOOD, 'text/html', false],
  [GOOD, 'text/plain', false],
  ['# <title> is geen pagina\n', 'text/plain', false],
  ['', 'text/html', false],
])('%j of type %s is a page: %s', (text, type, page) => {
  expect(isPage(text, type)).toBe(page)
})

test('a hostile file costs no time', () => {
  const begun = cpuMs()
  for (const text of [
    'Contact: x\n'.repeat(3_000),
    ':'.repeat(32_000),
    ' '.repeat(32_000),
    `Contact: ${'a-'.repeat(16_000)}:`,
  ])
    read(text)
  expect(cpuMs() - begun).toBeLessThan(1_500)
})
