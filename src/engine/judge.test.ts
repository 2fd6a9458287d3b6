import { expect, test } from 'vitest'
import type { Evidence } from '../model/evidence.ts'
import type { Catalogue } from '../model/norm.ts'
import type { Lists } from '../model/lists.ts'
import type { AnyCheck } from '../model/check.ts'
import { checks } from './checks/all.ts'
import { judge, type Rules } from './judge.ts'
import { shown, whole } from './reading/claims.ts'

const rulesWith = (check: Partial<AnyCheck>, criterion: object = {}): Rules => ({
  lists: {} as Lists,
  checks: new Map([
    [
      'c',
      {
        id: 'c',
        needs: { session: ['before-consent'] },
        reasons: { good: whole('met', 'requests'), bad: shown('unmet'), unsure: 'unknown' },
        judge: () => ({ reason: 'good' }),
        ...check,
      } as AnyCheck,
    ],
  ]),
  catalogue: {
    norms: [
      {
        id: 'N',
        criteria: [
          {
            id: 'N.c',
            subjects: ['website'],
            onlyPublicBodies: false,
            means: { by: 'check', check: 'c', options: { most: 3 } },
            ...criterion,
          },
        ],
      },
    ],
  } as unknown as Catalogue,
})
const subject = { kind: 'website' as const, address: 'www.x.test', publicBody: false }
const evidence = (pages: readonly object[]) =>
  ({ ended: '2026-11-23T10:00:00Z', host: [], pages }) as unknown as Evidence
const page = (result: object, url = 'https://www.x.test/') => ({
  probe: 'session',
  page: url,
  role: 'landing',
  phase: 'before-consent',
  profile: 'desktop',
  result,
})

test('of evidence of before it was looked at, what rests on a probe is unknown', () => {
  const later = checks.filter(({ needs }) => 'descriptions' in needs || 'handshakes' in needs || 'documents' in needs)
  expect(later.length).toBeGreaterThan(8)
  for (const check of later)
    expect(judge(evidence([]), subject, rulesWith(check))).toMatchObject([
      { verdict: 'unknown', reason: 'unseen.probe-failed' },
    ])
})

test('what was not seen is unknown, with the reason, and the check is not asked', () => {
  const asked = rulesWith({
    judge: () => {
      throw new Error('asked')
    },
  })
  expect(judge(evidence([page({ seen: false, why: 'timeout', detail: '30 s' })]), subject, asked)).toMatchObject([
    { verdict: 'unknown', reason: 'unseen.timeout', seen: { detail: '30 s' } },
  ])
  expect(judge(evidence([]), subject, asked)).toMatchObject([{ verdict: 'unknown', reason: 'unseen.probe-failed' }])
})
test('a check hears of the pages that were seen, of its options, and of the moment of the evidence', () => {
  const heard: unknown[] = []
  const rules = rulesWith({
    judge: (seen: never, context) => {
      heard.push(seen, context.options, context.at)
      return { reason: 'bad', seen: { n: 1 } }
    },
  })
  const findings = judge(
    evidence([
      page({ seen: false, why: 'timeout', detail: '' }),
      page({ seen: true, value: 'S' }, 'https://www.x.test/2'),
    ]),
    subject,
    rules,
  )
  expect(findings).toEqual([
    {
      norm: 'N',
      criterion: 'N.c',
      verdict: 'unmet',
      reason: 'bad',
      seen: { n: 1 },
      strength: 'measured',
      source: 'visit',
      at: '2026-11-23T10:00:00Z',
    },
  ])
  expect(heard).toMatchObject([
    { session: [{ page: 'https://www.x.test/2', value: 'S' }] },
    { most: 3 },
    '2026-11-23T10:00:00Z',
  ])
})
test('what is asked of public bodies only does not apply to others', () => {
  const rules = rulesWith({}, { onlyPublicBodies: true })
  const seen = evidence([page({ seen: true, value: 'S' })])
  expect(judge(seen, subject, rules)).toMatchObject([{ verdict: 'not-applicable', reason: 'not-public-body' }])
  expect(judge(seen, { ...subject, publicBody: true }, rules)).toMatchObject([{ verdict: 'met' }])
})
test('criteria for another kind of subject, and those that people establish, are left to them', () => {
  const seen = evidence([page({ seen: true, value: 'S' })])
  expect(judge(seen, subject, rulesWith({}, { subjects: ['mail-domain'] }))).toEqual([])
  expect(judge(seen, subject, rulesWith({}, { means: { by: 'question', question: '?' } }))).toEqual([])
})
test('an answer that a check did not declare is a bug, not a finding', () => {
  const rules = rulesWith({ judge: () => ({ reason: 'invented' }) })
  expect(() => judge(evidence([page({ seen: true, value: 'S' })]), subject, rules)).toThrow(
    /undeclared reason invented/,
  )
})

const saying = (reason: string) => rulesWith({ judge: () => ({ reason, seen: { n: 1 } }) })
const seenWhole = page({ seen: true, value: { lacks: {} } })
const lacking = (lacks: object, url?: string) => page({ seen: true, value: { lacks } }, url)

test('an answer that rests on a part stands when that part was seen whole, on every page', () => {
  expect(judge(evidence([seenWhole]), subject, saying('good'))).toMatchObject([{ verdict: 'met', reason: 'good' }])
  const other = lacking({ storage: ['frames'] }, 'https://www.x.test/2')
  expect(judge(evidence([seenWhole, other]), subject, saying('good'))).toMatchObject([{ verdict: 'met' }])
})
test.each([
  ['one page among several that was cut', [lacking({ requests: ['cut'] }, 'https://www.x.test/2')], 'cut'],
  ['a page that did not come in time', [page({ seen: false, why: 'timeout', detail: '' })], 'page-unseen'],
])('%s is doubt, and what was shown stands', (_what, more, lack) => {
  const pages = evidence([seenWhole, ...more])
  expect(judge(pages, subject, saying('good'))).toMatchObject([{ verdict: 'unknown', reason: `half-seen.${lack}` }])
  expect(judge(pages, subject, saying('bad'))).toMatchObject([{ verdict: 'unmet', reason: 'bad', seen: { n: 1 } }])
  expect(judge(pages, subject, saying('unsure'))).toMatchObject([{ verdict: 'unknown', reason: 'unsure' }])
})
test.each(['http-error', 'empty', 'redirect-loop', 'unreachable'])(
  'a page that failed when we came (%s) may hold what was found nowhere else',
  (why) => {
    const pages = evidence([seenWhole, page({ seen: false, why, detail: '' }, 'https://www.x.test/2')])
    expect(judge(pages, subject, saying('good'))).toMatchObject([
      { verdict: 'unknown', reason: 'half-seen.page-unseen' },
    ])
  },
)
test.each(['gone', 'not-html', 'redirected-away', 'robots'])(
  'a link that led to no page of the site (%s) is no doubt',
  (why) => {
    const pages = evidence([seenWhole, page({ seen: false, why, detail: '' }, 'https://www.x.test/2')])
    expect(judge(pages, subject, saying('good'))).toMatchObject([{ verdict: 'met' }])
  },
)
test('a check hears only of the phases it is about', () => {
  const later = { ...page({ seen: true, value: { lacks: { requests: ['cut'] } } }), phase: 'after-reject' }
  const heard: unknown[] = []
  const rules = rulesWith({
    judge: (seen: never) => {
      heard.push(seen)
      return { reason: 'good' }
    },
  })
  expect(judge(evidence([later]), subject, rules)).toMatchObject([{ reason: 'unseen.probe-failed' }])
  expect(judge(evidence([seenWhole, later]), subject, rules)).toMatchObject([{ verdict: 'met' }])
  expect(heard).toMatchObject([{ session: [{ phase: 'before-consent' }] }])
})

test('a check hears of a computer alone, unless it compares guises', () => {
  const phone = { ...page({ seen: true, value: { lacks: { requests: ['cut'] } } }), profile: 'phone' }
  const heard: unknown[] = []
  const judging = (seen: never) => {
    heard.push(seen)
    return { reason: 'good' }
  }
  expect(judge(evidence([seenWhole, phone]), subject, rulesWith({ judge: judging }))).toMatchObject([
    { verdict: 'met' },
  ])
  const both = rulesWith({ judge: judging, profiles: ['desktop', 'phone'] })
  expect(judge(evidence([seenWhole, phone]), subject, both)).toMatchObject([{ verdict: 'unknown' }])
  expect(heard).toMatchObject([
    { session: [{ profile: 'desktop' }] },
    { session: [{ profile: 'desktop' }, { profile: 'phone' }] },
  ])
})

test('a statement is judged with what the browser showed of it', () => {
  const url = 'https://www.x.test/privacy'
  const statement = { url, status: 200, text: 'Privacy', links: [], lang: 'nl' }
  const host = [{ probe: 'statements', result: { seen: true, value: { privacy: { seen: true, value: statement } } } }]
  const text = 'U mag uw gegevens bekijken.'
  const session = { url, finalUrl: url, status: 200, text, links: [], lacks: {} }
  const rules = rulesWith({
    needs: { statements: true },
    reasons: { good: whole('met', 'statements'), bad: whole('unmet', 'statements') },
    judge: ({ statements }: { statements: { privacy: { value: { text: string } } } }) => ({
      reason: statements.privacy.value.text.includes('bekijken') ? 'good' : 'bad',
    }),
  } as never)
  const judged = (pages: readonly object[]) =>
    judge({ ...evidence(pages), host } as unknown as Evidence, subject, rules)
  expect(judged([page({ seen: true, value: session }, url)])).toMatchObject([{ verdict: 'met' }])
  expect(judged([])).toMatchObject([{ verdict: 'unknown', reason: 'half-seen.page-unseen' }])
})
