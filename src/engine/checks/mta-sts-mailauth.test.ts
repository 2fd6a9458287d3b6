/** What we read in policies of MTA-STS, beside what mailauth reads in the same. Each difference says why. */
import { parsePolicy, validateMx } from 'mailauth/lib/mta-sts.js'
import { expect, test } from 'vitest'
import { judgeWith, mail, textFile } from '../../../test/evidence.ts'
import { mtaSts } from './mta-sts.ts'

const url = 'https://mta-sts.voorbeeld.nl/.well-known/mta-sts.txt'
const policy = (mode: string, mx: string, age: string, version = 'STSv1') =>
  `version: ${version}\nmode: ${mode}\n${mx}max_age: ${age}\n`
const ours = (text: string): string => {
  const txt = ['v=STSv1; id=1']
  return judgeWith(mtaSts, { mail: mail({ mtaSts: { txt, policy: textFile({ url, text }) } }) }).reason
}
/** Where the mail of the test domain comes in. */
const HOST = 'mx1.mail.example'
function theirs(text: string): string {
  try {
    const read = parsePolicy(text)
    return read.mode === 'none' ? 'none' : validateMx(HOST, read).valid ? 'covered' : 'bare'
  } catch {
    return 'invalid'
  }
}
const same = (reason: string): string =>
  ({ enforce: 'covered', testing: 'covered', short: 'covered', 'mx-differs': 'bare', 'mode-none': 'none' })[reason] ??
  reason

const MX = ['', 'mx: mx1.mail.example\n', 'mx: MX1.Mail.Example\n', 'mx: *.mail.example\n', 'mx: mail.example\n']
const all = ['enforce', 'testing', 'none', 'streng'].flatMap((mode) =>
  [...MX, 'mx: a.example\nmx: mx1.mail.example\n'].flatMap((mx) =>
    ['1209600', '86400', '-1', 'lang'].flatMap((age) =>
      ['STSv1', 'STSv2'].map((version) => policy(mode, mx, age, version)),
    ),
  ),
)

test('of 192 policies both say the same', () => {
  expect(all).toHaveLength(192)
  for (const text of all) expect(same(ours(text)), text).toBe(theirs(text))
})

test('a star is one label for us, as RFC 8461 §4.1 says, and any number for mailauth', () => {
  const text = policy('enforce', 'mx: *.example\n', '1209600')
  expect([ours(text), theirs(text)]).toEqual(['mx-differs', 'covered'])
})

test('an age over a year is in the grammar (§3.2) and longer than asked; mailauth refuses the file', () => {
  const text = policy('enforce', 'mx: mx1.mail.example\n', '31557601')
  expect([ours(text), theirs(text)]).toEqual(['enforce', 'invalid'])
})
