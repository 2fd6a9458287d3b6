/** Pages that bot protection and captcha services show instead of the page that was asked for. */
import type { Headers } from '../../model/evidence.ts'

/** What a glance at a document tells; gathered in an isolated world. */
export type Glance = {
  readonly title: string
  readonly textLength: number
  /** The first 2,000 characters of visible text. */
  readonly text: string
  /** Elements in the body that show or ask something without being text. */
  readonly things: number
  readonly links: number
  /** Addresses of scripts and frames and ids that only challenge pages carry. */
  readonly marks: readonly string[]
}

/** Runs in the page. Clobber-safe: a document's own names (`<img name=body>`) do not reach these calls. */
export function glance(): Glance {
  const all = (selector: string) => Document.prototype.querySelectorAll.call(document, selector)
  const get = (name: 'title' | 'body'): unknown =>
    Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document)
  const body = get('body')
  const text = body instanceof HTMLElement ? body.innerText.trim() : ''
  const marked = all('script[src], iframe[src], form[action], [id^="cf-"], [id^="challenge"], [class*="captcha" i]')
  const marks = Array.from({ length: Math.min(marked.length, 200) }, (_, at) =>
    ['src', 'action', 'id', 'class']
      .map((name) => (Element.prototype.getAttribute.call(marked[at], name) ?? '').slice(0, 300))
      .join(' ')
      .slice(0, 300),
  )
  const shown = 'img, svg, picture, video, audio, canvas, iframe, object, embed, input, button, select, textarea'
  return {
    title: String(get('title') ?? '').slice(0, 300),
    textLength: text.length,
    text: text.slice(0, 2_000),
    things: all(shown).length,
    links: all('a[href]').length,
    marks,
  }
}

const anyOf = (signs: readonly string[], start = '') => new RegExp(`${start}(${signs.join('|')})`, 'i')
const TITLES = anyOf(
  [
    'just a moment',
    'attention required! \\| cloudflare',
    'access denied',
    'pardon our interruption',
    'sucuri website firewall',
    'ddos-guard',
    'please wait\\.\\.\\. \\| cloudflare',
    'bot verification',
    'are you a robot',
    'human verification',
    'security check',
    'request rejected',
    'een moment geduld',
    'even geduld',
    'verifi(ë|e)ren dat u een mens bent',
  ],
  '^',
)
const TEXTS = anyOf([
  'checking your browser',
  'enable javascript and cookies to continue',
  'verify(ing)? (that )?you are (a )?human',
  'the requested url was rejected',
  'reference #[\\da-f]{1,3}\\.',
  'incapsula incident id',
  'unusual traffic from your',
  'you have been blocked',
  'sucuri website firewall',
  'press & hold',
  'bewijs dat u geen robot bent',
])
const MARKS = anyOf([
  '/cdn-cgi/challenge-platform',
  '\\bcf-(error-details|challenge|wrapper)',
  'challenge-(form|running|stage)',
  '_incapsula_resource',
  'captcha-delivery\\.com',
  'geo\\.captcha',
  'perimeterx',
  'px-captcha',
  'awswaf\\.com',
  'ddos-guard',
  'sucuri',
  'hcaptcha\\.com',
  'recaptcha',
  'challenges\\.cloudflare\\.com',
  'g-recaptcha',
  'h-captcha',
  'kasada',
  'ak-challenge',
])

/** Names the sign by which a document is a wall, not a page; null if it is not one. */
export function wall(status: number, headers: Headers, page: Glance): string | null {
  const header = (name: string) => headers.find(([key]) => key === name)?.[1] ?? ''
  if (/challenge/i.test(header('cf-mitigated'))) return 'cf-mitigated: challenge'
  if (header('x-datadome') && status >= 400) return 'x-datadome'
  if (/challenge|captcha/i.test(header('x-amzn-waf-action'))) return 'x-amzn-waf-action'
  // Real pages carry captchas in their forms too: a wall has next to nothing else.
  const thin = page.textLength < 1_500 && page.links < 5
  if (!thin) return null
  const title = TITLES.exec(page.title)?.[0]
  if (title) return `title: ${title}`
  const text = TEXTS.exec(page.text)?.[0]
  if (text) return `text: ${text}`
  const mark =
    page.textLength < 400 && page.links < 3 ? page.marks.map((one) => MARKS.exec(one)?.[0]).find(Boolean) : undefined
  return mark ? `mark: ${mark}` : null
}
