/** What a browser asked for on a visit, as an HTTP Archive (HAR 1.2), so that other programs can read it. */
import type { Evidence, PageRecord, Request, Session } from '../model/evidence.ts'

type Looked = { readonly record: PageRecord; readonly session: Session; readonly moment: string }

/** The sessions that a record holds: a page as it was met, or those after a choice and after it was taken back. */
function sessionsIn(record: PageRecord): Looked[] {
  const of = (session: Session | null | undefined, moment: string): Looked[] =>
    session ? [{ record, session, moment }] : []
  if (record.probe === 'session' && record.result.seen) return of(record.result.value, record.phase)
  if (record.probe !== 'consent' || !record.result.seen) return []
  const { next, withdrawal } = record.result.value
  return [...of(next, record.phase), ...of(withdrawal?.next, 'after-withdrawal')]
}

/**
 * One page per page × phase × profile of which the session was seen, those after a choice among them. What we do not
 * keep (times, sizes, bodies, headers of other answers than the page's own) says so: -1, or nothing, as the format has
 * it for what is not known.
 */
export function harOf(evidence: Evidence): object {
  const looked = evidence.pages.flatMap(sessionsIn)
  return {
    log: {
      version: '1.2',
      creator: { name: 'Leidraad', version: evidence.versions['leidraad'] ?? '' },
      ...(evidence.versions['browser'] && { browser: { name: 'Chromium', version: evidence.versions['browser'] } }),
      pages: looked.map(({ record, session, moment }, at) => ({
        startedDateTime: record.at,
        id: idOf(at),
        title: session.title,
        pageTimings: { onContentLoad: -1, onLoad: -1 },
        comment: `${moment}, ${record.profile}`,
      })),
      entries: looked.flatMap(({ record, session }, at) =>
        session.requests.map((one) => entryOf(one, record, session, at)),
      ),
      comment: 'Times, sizes and bodies are not kept; headers only of the page itself.',
    },
  }
}

const idOf = (at: number) => `page_${at + 1}`

function entryOf(request: Request, record: PageRecord, session: Session, at: number): object {
  const own = request.url === session.finalUrl && request.type === 'document'
  return {
    pageref: idOf(at),
    startedDateTime: record.at,
    time: -1,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: '',
      cookies: [],
      headers: request.referrer === null ? [] : [{ name: 'referer', value: request.referrer }],
      queryString: [...(URL.parse(request.url)?.searchParams ?? [])].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: request.status ?? 0,
      statusText: request.failed ?? '',
      httpVersion: '',
      cookies: [],
      headers: own ? session.headers.map(([name, value]) => ({ name, value })) : [],
      content: { size: -1, mimeType: '' },
      redirectURL: session.requests.find(({ redirectedFrom }) => redirectedFrom === request.url)?.url ?? '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: -1, wait: -1, receive: -1 },
    _resourceType: request.type,
    ...(request.outcome && { comment: request.outcome }),
  }
}
