/** The badge as a file: sound XML that asks for nothing, whatever its holder is called. */
import { badgeState } from '../../vocabulary/badge.ts'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import type { PublicBadge } from '../../model/badge.ts'
import { badgeDrawing, badgeFileName, badgeSnippet, BADGE_SIZES, type BadgeLook } from './drawing.ts'
import { cutTo, linesOf, widthIn } from './fit.ts'

const ORIGIN = 'https://leidraad.sluiswijk.nl'
const badge = (holder: string, kind: PublicBadge['kind'] = 'signed'): PublicBadge => ({
  number: '7HX3M9WF2C',
  kind,
  holder,
  place: 'Havenstraat',
  told: {
    covenant: kind === 'signed' ? { no: 1, title: 'Veilige winkels', version: 2 } : null,
    promised: 'Iets',
    norms: [{ id: 'PRV-13', title: 'Cookies' }],
    seenBy: 'schouwer',
    seenOn: '2026-11-12',
    givenBy: 'accountmanager',
  },
  validFrom: '2026-11-20',
  validUntil: '2027-11-12',
  ground: 'holds',
  groundOn: null,
  ended: null,
  endedOn: null,
  reason: '',
})
const LOOKS: readonly BadgeLook[] = (['groot', 'klein'] as const).flatMap((size) =>
  (['licht', 'donker'] as const).flatMap((paper) => (['nl', 'en'] as const).map((lang) => ({ size, paper, lang }))),
)
const HOSTILE = [
  'Bakkerij De Korenaar',
  '"><script>alert(1)</script>',
  'O\'Neill & Zonen <b>"groot"</b> ]]> --> <!-- &amp;',
  'مخبز النور في سلويسويك',
  '\u202Egnp.ezijrp\u202C en \u0000\u0007 niets \uFFFE',
  '🥖👨‍👩‍👧‍👦 Brood & Zo 🇳🇱',
  'x'.repeat(200),
  'Stichting Samenwerkende Zorginstellingen Groot-Sluiswijk en Omstreken, locatie Havenkwartier',
]

test('it is sound, has a title and a description, and asks for nothing', () => {
  for (const holder of HOSTILE)
    for (const kind of ['signed', 'seen'] as const)
      for (const look of LOOKS) {
        const file = badgeDrawing(badge(holder, kind), look, ORIGIN)
        expect(XMLValidator.validate(file), holder).toBe(true)
        const { svg } = new XMLParser({ ignoreAttributes: false }).parse(file) as { svg: Record<string, unknown> }
        expect(
          Object.keys(svg)
            .filter((key) => !key.startsWith('@_'))
            .toSorted(),
        ).toEqual(['desc', 'g', 'path', 'rect', 'text', 'title'].filter((tag) => tag !== 'path' || kind === 'seen'))
        expect(svg['@_role']).toBe('img')
        expect(JSON.stringify(svg['desc'])).toContain(`${ORIGIN}/badges/7HX3M-9WF2C`)
        // Nothing is loaded or run: no reference but the name of the language of SVG itself.
        expect(file.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
          /(?:href|src|style|on\w+)\s*=|url\(|@import|@font-face|<(?:script|image|use|foreignObject|style|a)\b|<!|<\?/i,
        )
        // oxlint-disable-next-line no-control-regex -- that is what must not be there
        expect(file).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u2066-\u2069\uFFFE]/)
      }
})

test('holder, kind and end date are drawn in it, and the two kinds differ in words and in shape', () => {
  const signed = badgeDrawing(badge('Bakkerij De Korenaar'), LOOKS[0]!, ORIGIN)
  const seen = badgeDrawing(badge('Bakkerij De Korenaar', 'seen'), LOOKS[0]!, ORIGIN)
  const words = (file: string) => [...file.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text)
  expect(words(signed)).toEqual(
    expect.arrayContaining(['Heeft getekend', 'Bakkerij De Korenaar', '12 november 2027', 'leidraad.sluiswijk.nl']),
  )
  expect(words(seen)).toEqual(expect.arrayContaining(['Gezien: voldoet', 'Bakkerij De Korenaar', '12 november 2027']))
  const shapes = (file: string) => file.replaceAll(/<text.*|<title.*|<desc.*/g, '').replaceAll(/#[0-9a-f]{6}/g, '')
  expect(shapes(signed)).not.toBe(shapes(seen))
  for (const file of [signed, seen]) expect(file).not.toMatch(/keurmerk|certified|gecertificeerd|score|%/i)
})

test('what is drawn stays within the drawing', () => {
  for (const holder of HOSTILE)
    for (const look of LOOKS) {
      const { width, height } = BADGE_SIZES[look.size]
      for (const [, x, y, size, text] of badgeDrawing(badge(holder), look, ORIGIN).matchAll(
        /<text x="(\d+)" y="(\d+)" font-size="([\d.]+)"[^>]*>([^<]*)</g,
      )) {
        expect(Number(y)).toBeLessThan(height)
        const plain = text!.replaceAll(/&\w+;/g, '&')
        expect(Number(x) + widthIn(plain, Number(size)), plain).toBeLessThan(width + 8)
      }
    }
})

test('the line to paste tells nobody who came by, and cannot be broken out of', () => {
  const line = badgeSnippet(badge('"><script>alert(1)</script>'), LOOKS[0]!, ORIGIN)
  expect(line).toContain(`href="${ORIGIN}/badges/7HX3M-9WF2C" rel="noopener" referrerpolicy="no-referrer"`)
  expect(line).toContain(`src="${badgeFileName('7HX3M9WF2C', LOOKS[0]!)}"`)
  expect(line).not.toContain('<script')
  expect(line.match(/</g)).toHaveLength(3)
})

test('a long text is cut between words, with a sign that there was more', () => {
  expect(linesOf('een twee drie vier', 10, 60, 2)).toEqual(['een twee', 'drie vier'])
  expect(linesOf('', 10, 60, 2)).toEqual([])
  expect(linesOf('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 10, 60, 2)).toHaveLength(2)
  expect(cutTo('kort', 10, 100)).toBe('kort')
  expect(cutTo('veel te lang voor dit', 10, 60)).toMatch(/^veel.*…$/)
  const family = '👨‍👩‍👧‍👦'
  expect(cutTo(family.repeat(3), 10, 30)).toBe(`${family}…`)
})

test('a badge stands by its date and its ground, and what a person did goes first', () => {
  const at = (today: string, more: Partial<PublicBadge> = {}) => badgeState({ ...badge('X'), ...more }, today)
  expect(at('2027-10-12')).toBe('valid')
  expect(at('2027-10-13')).toBe('ending')
  expect(at('2027-11-12')).toBe('ending')
  expect(at('2027-11-13')).toBe('ended')
  expect(at('2027-01-01', { ground: 'left' })).toBe('doubtful')
  expect(at('2027-11-13', { ground: 'left' })).toBe('ended')
  expect(at('2027-11-13', { ended: 'withdrawn' })).toBe('withdrawn')
  expect(at('2027-01-01', { ended: 'handed-back', ground: 'left' })).toBe('handed-back')
})
