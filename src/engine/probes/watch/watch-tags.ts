/** ETags that stand for one visitor: other ones for each, and sent back on the next page (RFC 9110 §8.8.3). */
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import type { Behaviour } from '../../../model/evidence.ts'
import { go, type LookOptions } from '../page/look.ts'
import { settle } from '../page/settle.ts'
import { openPage, type VisitedPage } from '../page/visited-page.ts'
import { bareUrl, type Tag } from './watch-traffic.ts'

/** Files that are looked at further, and visitors who then ask for them. */
const CANDIDATES = 3
const VISITORS = 2
const TOO_LATE = 3_000

/**
 * Files that gave two visitors another ETag, and that the browser showed on the next page and was told still held. Two
 * servers that number their files each in their own way do the same to two visitors: so two more ask, and all four have
 * to hear something else. undefined: there was no time to ask.
 */
export async function changing(
  page: VisitedPage,
  [mine, others]: readonly [ReadonlyMap<string, Tag>, ReadonlyMap<string, Tag>],
  options: LookOptions & { between(): Promise<void> },
  deadline: number,
): Promise<NonNullable<Behaviour['tags']> | undefined> {
  const candidates = [...mine].filter(([url, { value, shown }]) => {
    const other = others.get(url)
    return shown && other !== undefined && other.value !== value
  })
  const found: { host: string; url: string }[] = []
  for (const [url, { value }] of candidates.slice(0, CANDIDATES)) {
    const values = new Set([value, others.get(url)!.value])
    for (let visitor = 0; visitor < VISITORS; visitor++) {
      if (deadline - Date.now() < TOO_LATE) return undefined
      await options.between()
      const tag = await tagFor(page, url, options)
      if (tag === undefined) return undefined
      values.add(tag)
    }
    if (values.size === 2 + VISITORS) found.push({ host: new URL(url).hostname, url: bareUrl(url) })
  }
  return found
}

/** The ETag that a new visitor gets who asks for the file alone; undefined: none came. */
async function tagFor(
  { browser, host, comeBack }: VisitedPage,
  url: string,
  { refused }: LookOptions,
): Promise<string | undefined> {
  const opening = openPage(browser, url, { host, profile: 'desktop', comeBack, ...(refused && { refused }) })
  const visitor = await within(5_000, 'another visitor', opening)
  let tag: string | undefined
  try {
    visitor.cdp.on('Network.responseReceivedExtraInfo', ({ headers }) => {
      tag ??= Object.entries(headers).find(([name]) => name.toLowerCase() === 'etag')?.[1]
    })
    await go(visitor)
    await settle(visitor, { load: 2_000, quiet: 100 })
  } catch (error) {
    // A file that is no page opens as a download: its headers came all the same.
    if (!(error instanceof NotSeen)) throw error
  } finally {
    await within(3_000, 'closing the page', visitor.context.close()).catch(() => browser.kill())
  }
  return tag?.slice(0, 300)
}
