/** The file in which a site says where to report a leak. */
import { expect, test } from 'vitest'
import { http, judgeWith, textFile, unseen } from '../../../test/evidence.ts'
import type { TextFile } from '../../model/evidence.ts'
import { securityTxt } from './security-txt.ts'

const file = (text: string, over: Partial<TextFile> = {}) =>
  judgeWith(securityTxt, {
    http: http({ securityTxt: textFile({ url: 'https://www.voorbeeld.nl/.well-known/security.txt', text, ...over }) }),
  })
const BEGIN = '-----BEGIN PGP SIGNED MESSAGE-----'
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----\n\nab\n-----END PGP SIGNATURE-----'
const CONTACT = 'Contact: mailto:lek@voorbeeld.nl'
const EXPIRES = 'Expires: 2027-05-01T00:00:00Z'

test.each([
  [`${CONTACT}\n${EXPIRES}\n`, 'valid'],
  [
    '# Welkom\r\ncontact: https://a.nl/lek\r\nEXPIRES: 2027-05-01T00:00:00.000+02:00\r\nPreferred-Languages: nl\r\n',
    'valid',
  ],
  [`${BEGIN}\nHash: SHA256\n\n${CONTACT}\n${EXPIRES}\n${SIGNATURE}\n`, 'valid'],
  [`${CONTACT}\nExpires: 2029-01-01T00:00:00Z`, 'valid-long'],
  [`${CONTACT}\nExpires: 2026-11-23T12:00:00Z`, 'expired'],
  [`${CONTACT}\nExpires: 2020-01-01T00:00:00Z`, 'expired'],
  [CONTACT, 'invalid'],
  [`${CONTACT}\n${EXPIRES}\n${EXPIRES}`, 'invalid'],
  [`${CONTACT}\nExpires: 1 mei 2027`, 'invalid'],
  [`${CONTACT}\nExpires: 2027-02-30T00:00:00Z`, 'invalid'],
  [`${CONTACT}\n${EXPIRES}\nCanonical: https://ander.nl/.well-known/security.txt`, 'invalid'],
  [`${CONTACT}\n${EXPIRES}\nCanonical: https://www.voorbeeld.nl/.well-known/security.txt`, 'valid'],
  [`Contact: lek@voorbeeld.nl\n${EXPIRES}`, 'invalid'],
  [`Contact: http://voorbeeld.nl/lek\n${EXPIRES}`, 'invalid'],
  [EXPIRES, 'no-contact'],
  [`Contact:\n${EXPIRES}`, 'no-contact'],
  [`# ${CONTACT}\n${EXPIRES}`, 'no-contact'],
  ['', 'no-contact'],
])('%j is %s', (text, reason) => {
  expect(file(text).reason).toBe(reason)
})

test('the type of the file is text/plain', () => {
  const good = `${CONTACT}\n${EXPIRES}`
  expect(file(good, { contentType: 'text/plain' }).verdict).toBe('met')
  expect(file(good, { contentType: 'Text/Plain; charset="UTF-8"' }).verdict).toBe('met')
  expect(file(good, { contentType: 'text/plain; charset=iso-8859-1' })).toMatchObject({
    reason: 'invalid',
    verdict: 'partly',
  })
  expect(file(good, { contentType: 'text/html' })).toMatchObject({
    reason: 'invalid',
    seen: { details: ['§3: Content-Type: text/html'] },
  })
  expect(file(good, { contentType: null }).reason).toBe('invalid')
})

test('a page in its place and a 404 are no file', () => {
  expect(file('<!doctype html><p>Contact: bel ons', { contentType: 'text/html', status: 404 }).reason).toBe('missing')
  expect(file('<!doctype html><title>Welkom</title>', { contentType: 'text/html' })).toMatchObject({
    reason: 'page-instead',
    verdict: 'unmet',
  })
})

test('a page that answers every address is no file, whatever stands in it or it calls itself', () => {
  const page = `<!doctype html>\n<title>Welkom</title>\n${CONTACT}\n${EXPIRES}\n`
  for (const contentType of ['text/html', 'text/plain', null])
    expect(file(page, { contentType }).reason).toBe('page-instead')
  expect(file('{"fout":404}', { contentType: 'application/json' }).reason).toBe('page-instead')
})

test('a file of which the end was not read is not judged', () => {
  expect(file(CONTACT, { cut: true })).toMatchObject({ reason: 'too-long', verdict: 'unknown' })
})

test('a redirect of the whole file may name either place', () => {
  const text = `${CONTACT}\n${EXPIRES}\nCanonical: https://www.voorbeeld.nl/.well-known/security.txt\n`
  expect(file(text, { url: 'https://koepel.nl/.well-known/security.txt' }).reason).toBe('valid')
})

test('a wall, a fault or no answer is unknown', () => {
  expect(file('', { status: 403 }).verdict).toBe('unknown')
  expect(file('', { status: 503 }).verdict).toBe('unknown')
  expect(judgeWith(securityTxt, { http: http({ securityTxt: unseen('timeout') }) })).toMatchObject({
    reason: 'not-seen',
    verdict: 'unknown',
  })
})
test('a file that is gone for good is missing; a year and a day may still be a leap year', () => {
  expect(file('', { status: 410 }).reason).toBe('missing')
  const until = (date: string) => file(`${CONTACT}\nExpires: ${date}`).reason
  expect(until('2027-11-24T12:00:00Z')).toBe('valid')
  expect(until('2027-11-24T12:00:01Z')).toBe('valid-long')
})
test('languages are preferred once', () => {
  const languages = 'Preferred-Languages: nl'
  expect(file(`${CONTACT}\n${EXPIRES}\n${languages}`).reason).toBe('valid')
  expect(file(`${CONTACT}\n${EXPIRES}\n${languages}\n${languages}`).reason).toBe('invalid')
})

test('where a page stands in the way of the site, another page or text says nothing of the file', () => {
  const lacks = { answer: ['in-the-way'] } as const
  const behind = (text: string, over: Partial<TextFile> = {}) =>
    judgeWith(securityTxt, { http: http({ lacks, securityTxt: textFile({ text, ...over }) }) })
  const wall = behind('<!doctype html><title>Een moment</title>', { contentType: 'text/html' })
  expect(wall).toMatchObject({ reason: 'half-seen.in-the-way', verdict: 'unknown' })
  expect(behind('Even geduld').verdict).toBe('unknown')
  // What is there is there, and the word of a server that it is not.
  expect(behind(`${CONTACT}\n${EXPIRES}`).verdict).not.toBe('unknown')
  expect(behind('', { status: 404 })).toMatchObject({ reason: 'missing', verdict: 'unmet' })
})
