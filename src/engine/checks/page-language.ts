/**
 * The language of the page, which a screen reader speaks it in (WCAG 3.1.1; HTML §3.2.6.2; BCP 47).
 * Trips on: no `lang`, an empty one, `nl_NL`, `dutch`. Near misses: `NL`, `nl-NL`, `en-Latn-GB`, `fy`, `nds-NL`, `pap`.
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, whole } from '../reading/claims.ts'

/** ISO 639-1. Of three letters there are thousands, so those are only looked at for their form. */
const TWO_LETTERS = new Set(
  `
  aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
  el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is
  it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
  mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si
  sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh
  yi yo za zh zu
`
    .trim()
    .split(/\s+/),
)

export const pageLanguage = defineCheck({
  id: 'page-language',
  needs: { session: ['before-consent'] },
  reasons: {
    present: whole('met', 'content'),
    invalid: whole('unmet', 'content'),
    missing: whole('unmet', 'content'),
    'partly-missing': whole('partly', 'content'),
    'no-page': 'unknown',
  },
  judge({ session }) {
    // An error page is often the server's own, not the site's.
    const pages = session
      .filter(({ value }) => value.status < 400)
      .map(({ page, value }) => ({ page, lang: value.lang?.trim() ?? '' }))
    if (pages.length === 0) return { reason: 'no-page' }
    const missing = pages.filter(({ lang }) => lang === '')
    const invalid = pages.filter(({ lang }) => lang !== '' && !plausible(lang))
    const bad = [...missing, ...invalid]
    const seen = {
      pages: pages.length,
      bad: bad.length,
      language: clip([...new Set(pages.map(({ lang }) => lang))].filter((lang) => lang !== '').join(', '), 60),
      details: (bad.length > 0 ? bad : pages).slice(0, 20).map(({ page, lang }) => clip(`lang="${lang}" · ${page}`)),
    }
    if (bad.length === 0) return { reason: 'present', seen }
    if (bad.length < pages.length) return { reason: 'partly-missing', seen }
    return { reason: invalid.length > 0 ? 'invalid' : 'missing', seen }
  },
})

/**
 * Whether the first part can be a language: two letters that ISO 639-1 knows, or three letters; the rest is not looked
 * at.
 */
function plausible(lang: string): boolean {
  const [primary = '', ...rest] = lang.toLowerCase().split('-', 10)
  return (TWO_LETTERS.has(primary) || /^[a-z]{3}$/.test(primary)) && rest.every((part) => /^[a-z\d]{1,8}$/.test(part))
}
