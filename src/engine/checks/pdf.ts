/**
 * What documents for reading (PDF) tell of themselves to who has them read aloud, one check per question (EN 301 549
 * §10; WCAG 2.1). A sample: nobody sees from outside whether all of it can be used, so it never says "accessible".
 * Trips on: sheets out of a scanner, text without tags, text without a language, no title or only the name of a file.
 * Near misses: a letter with a scanned sheet behind it, a language said per part, a poster with a few words, a document
 * of before 23 September 2018 (Directive (EU) 2016/2102 art. 1(4)(a)), a file that could not be read.
 */
import { clip } from '../../lib/headers.ts'
import type { Check } from '../../model/check.ts'
import type { Pdf } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { DOUBT } from '../reading/extent.ts'

/** Documents that were put on a site before this day need not follow the norm unless they are still worked with. */
const SINCE = '2018-09-23'
/** Letters from which a document is text to read, not a few words on a poster. */
const TEXT = 300
/** What a program writes as a title when nobody gave one. */
const NO_TITLE = /^(?:microsoft (?:word|excel|powerpoint) -|untitled|naamloos|titel$|about:|[^\p{L}]*$)/iu
/** The whole of what a program calls a new file, a sheet, a print or a scan. */
const NEW_FILE = new RegExp(
  '^(?:(?:document|presentati(?:e|on)|power ?point[ -]presentati(?:e|on)|dia|slide|blad|sheet|map|book|werkmap|' +
    'afdruk(?:ken)?|print|scan(?:ned)?(?: document)?|img|image|layout|lay-out|nieuw document|new document)' +
    '[ _-]?(?:vn?)?[\\d_ -]*|microsoft power ?point|word document)$',
  'i',
)
const FILE_NAME = /\.(?:docx?|odt|pptx?|xlsx?|indd|qxp|pub|rtf|pdf|tmp)$/i

const isScan = ({ pictures, blank, read, letters }: Pdf) => letters === 0 && pictures > 0 && pictures + blank === read
const isText = ({ letters }: Pdf) => letters >= TEXT
const titled = ({ title }: Pdf) =>
  title !== null && !NO_TITLE.test(title) && !NEW_FILE.test(title.slice(0, 100).trim()) && !FILE_NAME.test(title)

type Question = {
  readonly kind: 'text' | 'tags' | 'language' | 'title'
  /** The success criterion it is about. */
  readonly criterion: string
  /** What is claimed when each document that was read has it: the name of a file may be a title too (§10.2.4.2). */
  readonly sure: 'unmet' | 'partly'
  /** Which documents the question is about. */
  readonly about: (pdf: Pdf) => boolean
  readonly wrong: (pdf: Pdf) => boolean
  /** What was seen, in the words of the format. */
  readonly said: (pdf: Pdf) => string
}
const QUESTIONS: readonly Question[] = [
  {
    kind: 'text',
    criterion: '1.1.1',
    sure: 'unmet',
    about: (pdf) => isScan(pdf) || pdf.letters > 0,
    wrong: (pdf) => isScan(pdf) && !pdf.tagged,
    said: ({ pictures, read }) => `image only: ${pictures}/${read}`,
  },
  {
    kind: 'tags',
    criterion: '1.3.1',
    sure: 'unmet',
    about: isText,
    wrong: ({ tagged }) => !tagged,
    said: () => 'MarkInfo: –',
  },
  {
    kind: 'language',
    criterion: '3.1.1',
    sure: 'unmet',
    about: isText,
    wrong: ({ language, parts }) => language === null && !parts,
    said: () => 'Lang: –',
  },
  {
    kind: 'title',
    criterion: '2.4.2',
    sure: 'partly',
    about: () => true,
    wrong: (pdf) => !titled(pdf) || !pdf.titleShown,
    said: (pdf) => (titled(pdf) ? 'DisplayDocTitle: false' : 'Title: –'),
  },
]

type Reason = 'all' | 'some' | 'none-found' | 'not-read' | 'older' | 'nothing-to-read' | 'no-documents'

/** The checks `pdf-text`, `pdf-tags`, `pdf-language` and `pdf-title`. */
export const pdfChecks: readonly Check<'documents' | 'session', Reason>[] = QUESTIONS.map(
  ({ kind, criterion, sure, about, wrong, said }) =>
    defineCheck({
      id: `pdf-${kind}`,
      needs: { documents: true, session: ['before-consent'] },
      reasons: {
        all: shown(sure),
        some: shown('partly'),
        'none-found': whole('met', 'content'),
        'not-read': 'unknown',
        older: 'unknown',
        'nothing-to-read': 'unknown',
        'no-documents': whole('not-applicable', 'content'),
      },
      judge({ documents: { found, looked } }) {
        const read = looked.flatMap(({ url, page, result }) => (result.seen ? [{ url, page, pdf: result.value }] : []))
        const unread = looked.filter(({ result }) => !result.seen && DOUBT.has(result.why)).length
        const recent = read.filter(({ pdf: { made } }) => made !== null && made >= SINCE)
        const asked = recent.filter(({ pdf }) => about(pdf))
        const bad = asked.filter(({ pdf }) => wrong(pdf))
        const seen = {
          found,
          documents: asked.length,
          elements: bad.length,
          unread,
          older: read.length - recent.length,
          criterion,
          details: bad.map(({ url, page, pdf }) => clip([url, said(pdf), pdf.made, page].join(' · '))),
        }
        // What could not be read may be in order.
        if (bad.length > 0) return { reason: bad.length < asked.length || unread > 0 ? 'some' : 'all', seen }
        if (unread > 0) return { reason: 'not-read', seen }
        if (asked.length > 0) return { reason: 'none-found', seen }
        if (seen.older > 0) return { reason: 'older', seen }
        if (read.length > 0) return { reason: 'nothing-to-read', seen }
        // A link that led to no document is no proof that there is none.
        return found === 0
          ? { reason: 'no-documents', seen }
          : { reason: 'not-read', seen: { ...seen, unread: looked.length } }
      },
    }),
)
