/** The drawings of lessons, as data: paths that are lined, filled softly or with ink, on a sheet of 120 by 80. */
import type { PictureName } from '../../vocabulary/lesson.ts'

export type Drawing = { readonly soft?: string; readonly line?: string; readonly ink?: string }

/** A rectangle with round corners. */
const box = (x: number, y: number, w: number, h: number, r = 3): string =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
  `h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`
const dot = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
/** Lines of writing below each other, the last one shorter. */
const lines = (x: number, y: number, w: number, count: number, gap = 7): string =>
  Array.from({ length: count }, (_, at) => `M${x} ${y + at * gap}h${at === count - 1 ? w * 0.6 : w}`).join('')
/** Somebody, from the shoulders up, standing at this place. */
const someone = (x: number, y: number): string => `${dot(x, y, 9)}M${x - 15} ${y + 32}v-6a15 13 0 0 1 30 0v6z`
const envelope = (x: number, y: number, w: number, h: number): string =>
  `${box(x, y, w, h)}M${x} ${y + 3}l${w / 2} ${h / 2}l${w / 2} ${-h / 2}`
/** A sole and a heel; the toes above them. */
const foot = (x: number, y: number): string =>
  `M${x - 7} ${y - 6}a7 7 0 0 1 14 0q0 6 -3 9h-8q-3 -3 -3 -9z${dot(x, y + 9, 4)}`
const toes = (x: number, y: number): string =>
  [-7, -2.5, 2.5, 7].map((by, at) => dot(x + by, y - (at % 3 ? 18 : 15), 1.8)).join('')
const phone = box(42, 6, 36, 68, 5)
const padlock = (x: number, y: number): string => `M${x - 6} ${y}v-5a6 6 0 0 1 12 0v5`
const sheet = box(34, 6, 52, 68, 2)
const screen = `${box(28, 12, 64, 46)}M60 58v10M46 70h28`

export const drawings: Readonly<Record<PictureName, Drawing>> = {
  adres: {
    soft: box(10, 22, 100, 20, 10),
    line: `${box(10, 22, 100, 20, 10)}M20 32h30${dot(74, 44, 18)}M87 57l14 15`,
    ink: box(66, 40, 18, 6, 2),
  },
  agenda: {
    soft: box(28, 14, 64, 12),
    line: `${box(28, 14, 64, 58)}M28 28h64M42 8v10M78 8v10${dot(70, 54, 9)}`,
    ink: [38, 54, 70].flatMap((x) => [box(x, 36, 6, 5, 1), box(x, 51, 6, 5, 1)]).join(''),
  },
  alarm: {
    soft: box(28, 12, 64, 46),
    line: `${screen}M60 19l18 31h-36z`,
    ink: `${box(58, 29, 4, 11, 1)}${dot(60, 45, 2.5)}`,
  },
  'back-up': {
    soft: box(14, 26, 40, 34),
    line: `${box(14, 26, 40, 34)}M14 38h40${box(74, 26, 34, 34)}M74 38h34M58 43h11M65 38l5 5l-5 5`,
    ink: `${dot(34, 49, 3)}${dot(91, 49, 3)}`,
  },
  beeldtekst: {
    soft: box(26, 8, 68, 44),
    line: `${box(26, 8, 68, 44)}M28 48l20 -20l14 14l10 -8l18 16${lines(30, 62, 60, 2, 8)}`,
    ink: dot(78, 20, 5),
  },
  besluit: {
    soft: sheet,
    line: `${sheet}${lines(42, 18, 36, 3)}${dot(70, 56, 11)}`,
    ink: 'M64 56l4 5l8 -10l2 2l-10 13l-6 -7z',
  },
  brief: {
    soft: sheet,
    line: `${sheet}${lines(42, 18, 36, 2)}M52 42a8 8 0 1 1 10 8q-2 1 -2 5`,
    ink: dot(60, 62, 2.5),
  },
  'brief-met-haak': {
    soft: box(14, 30, 66, 40),
    line: `${envelope(14, 30, 66, 40)}M98 4v44a11 11 0 0 1 -22 0v-4l-5 6M76 44l5 6`,
    ink: dot(98, 6, 3.5),
  },
  contrast: {
    soft: box(14, 18, 44, 44),
    line: `${box(14, 18, 44, 44)}M24 52l10 -24l10 24M28 44h12`,
    ink: `${box(62, 18, 44, 44)}M72 52l10 -24h4l10 24h-5l-2.4 -6h-9.200l-2.400 6zM81 42h6l-3 -8z`,
  },
  formulier: {
    soft: `${box(42, 24, 36, 10, 2)}${box(42, 44, 36, 10, 2)}`,
    line: `${sheet}M42 18h16M42 39h22${box(42, 24, 36, 10, 2)}${box(42, 44, 36, 10, 2)}`,
    ink: box(42, 60, 20, 8, 2),
  },
  'kaart-speld': {
    soft: 'M12 26l30 -10l36 12l30 -10v46l-30 10l-36 -12l-30 10z',
    line:
      'M12 26l30 -10l36 12l30 -10v46l-30 10l-36 -12l-30 10zM42 16v46M78 28v46' +
      'M60 52q-13 -15 -13 -24a13 13 0 0 1 26 0q0 9 -13 24z',
    ink: dot(60, 28, 5),
  },
  keuze: {
    soft: `${box(12, 28, 44, 24)}${box(64, 28, 44, 24)}`,
    line: `${box(12, 28, 44, 24)}${box(64, 28, 44, 24)}M27 40l5 6l10 -12M80 34l12 12M92 34l-12 12`,
  },
  kluis: {
    soft: box(26, 8, 68, 58),
    line: `${box(26, 8, 68, 58)}${box(33, 15, 54, 44)}${dot(52, 37, 12)}M52 25v24M40 37h24M36 66v6M84 66v6`,
    ink: `${dot(76, 32, 4)}${box(74.5, 34, 3, 14, 1)}${box(77, 42, 4, 3, 1)}`,
  },
  koekje: {
    soft: 'M88 30a30 30 0 1 1 -26 -20a9 9 0 0 0 10 10a11 11 0 0 0 16 10z',
    line: 'M88 30a30 30 0 1 1 -26 -20a9 9 0 0 0 10 10a11 11 0 0 0 16 10z',
    ink: `${dot(46, 34, 4)}${dot(62, 46, 4)}${dot(48, 54, 3)}${dot(74, 56, 3)}${dot(60, 28, 3)}`,
  },
  machtiging: {
    soft: `${someone(24, 26)}${someone(96, 26)}`,
    line: `${someone(24, 26)}${someone(96, 26)}${box(48, 34, 24, 32, 2)}${lines(53, 43, 14, 3, 6)}`,
    ink: dot(67, 62, 3),
  },
  'mens-en-computer': {
    soft: `${someone(28, 26)}${box(58, 18, 50, 36)}`,
    line: `${someone(28, 26)}${box(58, 18, 50, 36)}M83 54v8M70 64h26M68 30h14M68 38h28M68 46h20`,
  },
  mensen: {
    soft: `${someone(24, 22)}${someone(60, 22)}`,
    line:
      `${someone(24, 22)}M44 40v34${someone(60, 22)}${dot(96, 20, 8)}M96 29v18h12l6 16M84 36h12` +
      'M90 40a16 16 0 1 0 16 24',
  },
  opruimen: {
    soft: box(28, 40, 64, 32),
    line:
      `${box(28, 40, 64, 32)}M28 40l-10 -12M92 40l10 -12${box(40, 12, 22, 28, 2)}M58 22l18 -6l8 24` +
      `${lines(45, 20, 12, 2)}`,
    ink: box(50, 54, 20, 5, 2),
  },
  pas: {
    soft: box(14, 16, 92, 52, 5),
    line:
      `${box(14, 16, 92, 52, 5)}${dot(36, 36, 8)}M22 58v-2a14 11 0 0 1 28 0v2${dot(68, 34, 6)}M74 34h22` +
      `M90 34v6M84 34v5M62 54h34`,
  },
  rekenhulp: {
    soft: `${box(8, 28, 26, 20)}${box(86, 28, 26, 20)}`,
    line: `${box(8, 28, 26, 20)}M34 38h9M60 22l16 16l-16 16l-16 -16zM76 38h10${box(86, 28, 26, 20)}M60 54v14h-39v-20`,
    ink: 'M40 34l7 4l-7 4zM83 34l7 4l-7 4z',
  },
  schuiven: {
    soft: [14, 33, 52].map((y) => box(34, y, 52, 14, 7)).join(''),
    line:
      `${box(34, 14, 52, 14, 7)}${dot(42, 21, 5)}${box(34, 33, 52, 14, 7)}${dot(42, 40, 5)}` +
      `${box(34, 52, 52, 14, 7)}`,
    ink: dot(78, 59, 5),
  },
  slot: {
    soft: [10, 46, 82].map((x) => box(x, 10, 28, 60, 2)).join(''),
    line: [10, 46, 82].map((x) => box(x, 10, 28, 60, 2) + padlock(x + 14, 36)).join(''),
    ink: [10, 46, 82].map((x) => box(x + 6, 36, 16, 12, 2)).join(''),
  },
  stadhuis: {
    soft: 'M16 32l44 -22l44 22z',
    line:
      `M16 32l44 -22l44 22z${box(22, 32, 76, 40, 1)}M34 38v26M46 38v26M74 38v26M86 38v26M54 72v-26h12v26` +
      `M66 46l8 -3v26`,
    ink: dot(60, 24, 4),
  },
  stekker: {
    soft: box(78, 20, 30, 40, 4),
    line: `${box(78, 20, 30, 40, 4)}${dot(93, 40, 9)}M6 40h18${box(24, 28, 22, 24, 4)}M46 34h12M46 46h12`,
    ink: `${dot(90, 40, 2)}${dot(96, 40, 2)}`,
  },
  'stop-hand': {
    soft: 'M44 8h32l22 22v22l-22 22h-32l-22 -22v-22z',
    line:
      'M44 8h32l22 22v22l-22 22h-32l-22 -22v-22zM46 46v-20a4 4 0 0 1 8 0v12v-16a4 4 0 0 1 8 0v16' +
      'v-12a4 4 0 0 1 8 0v14v-6a4 4 0 0 1 8 0v14q0 16 -14 16q-10 0 -14 -8l-8 -12q-2 -4 4 -5z',
  },
  telefoon: {
    soft: phone,
    line: `${phone}M54 68h12${[48, 63].flatMap((x) => [16, 32, 48].map((y) => box(x, y, 9, 9, 2))).join('')}`,
  },
  'telefoon-bellen': {
    soft: phone,
    line: `${phone}M54 68h12M86 26q10 14 0 28M94 18q18 22 0 44`,
    ink: 'M51 28l5 -3l4 8l-3 4q2 6 6 8l4 -3l6 5l-4 5q-4 2 -10 -4q-9 -9 -8 -20z',
  },
  'telefoon-code': {
    soft: box(47, 30, 26, 14, 2),
    line: `${phone}M54 68h12${box(47, 30, 26, 14, 2)}M50 20h20`,
    ink: [52, 58, 64, 69].map((x) => dot(x - 0.5, 37, 1.8)).join(''),
  },
  toetsenbord: {
    soft: box(8, 20, 104, 42, 4),
    line: `${box(8, 20, 104, 42, 4)}${[0, 1, 2, 3, 4].map((at) => box(36 + at * 14, 27, 10, 8, 1)).join('')}${[
      0, 1, 2, 3,
    ]
      .map((at) => box(46 + at * 14, 39, 10, 8, 1))
      .join('')}M36 55h48`,
    ink: `${box(14, 39, 26, 8, 1)}${box(14, 27, 16, 8, 1)}`,
  },
  voetstappen: {
    soft: [20, 44, 68, 92].map((x, at) => foot(x, at % 2 ? 26 : 56)).join(''),
    line: [20, 44, 68, 92].map((x, at) => foot(x, at % 2 ? 26 : 56)).join(''),
    ink: [20, 44, 68, 92].map((x, at) => toes(x, at % 2 ? 26 : 56)).join(''),
  },
  vraag: {
    soft: box(10, 10, 58, 34, 6),
    line:
      `${box(10, 10, 58, 34, 6)}M24 44v12l12 -12` +
      'M52 52v8a6 6 0 0 0 6 6h30l12 10v-10h4a6 6 0 0 0 6 -6v-18a6 6 0 0 0 -6 -6h-30',
    ink: `${dot(26, 27, 3)}${dot(39, 27, 3)}${dot(52, 27, 3)}`,
  },
  winkel: {
    soft: 'M18 30l6 -18h72l6 18z',
    line:
      `M18 30l6 -18h72l6 18zM18 30q7 8 14 0q7 8 14 0q7 8 14 0q7 8 14 0q7 8 14 0q7 8 14 0M24 36v36h72v-36` +
      `${box(32, 42, 34, 20)}M74 72v-28h14v28`,
    ink: box(38, 48, 22, 4, 1),
  },
  woorden: {
    soft: [6, 34, 62, 90].map((x) => box(x, 28, 24, 24)).join(''),
    line: [6, 34, 62, 90].map((x) => box(x, 28, 24, 24) + lines(x + 5, 37, 14, 2, 7)).join(''),
  },
  zoekmachine: {
    soft: box(20, 6, 60, 68, 2),
    line: `${box(20, 6, 60, 68, 2)}${lines(28, 34, 42, 4)}${dot(72, 34, 20)}M86 48l18 20`,
    ink: box(28, 16, 30, 7, 2),
  },
}
