/** Requests of a page's workers: they do not pass the page's own CDP session, so Playwright listens to the workers'. */
import type { Request as PlaywrightRequest } from 'playwright-core'
import { clean } from '../../../lib/clean.ts'
import type { Request } from '../../../model/evidence.ts'
import { ADDRESS, hostname, keptUrl, outward } from '../page/kept-url.ts'
import { nothingYet, outcomeOf } from './request-outcome.ts'
import type { VisitedPage } from '../page/visited-page.ts'

const WORKERS = 200
const HEARD = 2_000

/** By which one request is known on both ways. */
export const keyOf = (method: string, url: string): string => `${method} ${url.slice(0, ADDRESS)}`

/** Milliseconds in which a worker that got an answer may ask on. */
const ASKS_ON = 100

/**
 * Listens to all requests; `read` gives those that are not among the known ones, and how many were not kept;
 * `underWay`: whether one of those is still to be answered, or was answered just now.
 */
export function watchWorkers({ context, document, refused }: VisitedPage): {
  read(known: readonly string[]): { requests: Request[]; omitted: number }
  underWay(known: readonly string[]): boolean
} {
  const heard: PlaywrightRequest[] = []
  const answers = new Map<string, { readonly status: number; readonly statusText: string; readonly at: number }>()
  context.on('request', (request) => {
    if (heard.length < HEARD) heard.push(request)
  })
  context.on('response', (response) => {
    const key = keyOf(response.request().method(), response.url())
    if (answers.size >= HEARD) return
    answers.set(key, { status: response.status(), statusText: response.statusText(), at: Date.now() })
  })
  const answerTo = (request: PlaywrightRequest) => answers.get(keyOf(request.method(), request.url()))
  const without = (known: readonly string[]): PlaywrightRequest[] => {
    const left = new Map<string, number>()
    for (const key of known) left.set(key, (left.get(key) ?? 0) + 1)
    return heard.filter((request) => {
      const key = keyOf(request.method(), request.url())
      const count = left.get(key) ?? 0
      left.set(key, count - 1)
      return count <= 0 && outward(request.url())
    })
  }
  return {
    underWay: (known) =>
      without(known).some((request) => {
        const answer = answerTo(request)
        return answer ? Date.now() - answer.at < ASKS_ON : request.failure() === null
      }),
    read(known) {
      const others = without(known)
      const requests = others.slice(0, WORKERS).map((request): Request => {
        const answer = answerTo(request)
        const error = request.failure()?.errorText ?? null
        const failed = error === null ? null : { error, blocked: null, cors: null }
        const url = keptUrl(request.url(), ADDRESS)
        return {
          url,
          ...(request.url().length > ADDRESS && { cut: true as const }),
          host: hostname(url),
          method: request.method(),
          type: request.resourceType(),
          status: answer?.status ?? null,
          failed: clean(error ?? '', 100) || null,
          outcome: outcomeOf(
            {
              ...nothingYet(request.url()),
              status: answer?.status ?? null,
              statusText: answer?.statusText ?? '',
              failed,
            },
            refused(hostname(request.url())),
          ),
          initiator: { kind: 'worker', url: null },
          frame: keptUrl(document.current()?.url ?? ''),
          redirectedFrom: null,
          referrer: keptUrl(request.headers()['referer'] ?? '', ADDRESS) || null,
        }
      })
      return { requests, omitted: others.length - requests.length }
    },
  }
}
