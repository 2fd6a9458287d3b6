/** Whether pages share a worker: what that asks of others passes no session of a page, and is not seen. */
import type { Browser, CDPSession } from 'playwright-core'

const KIND = 'shared_worker'

/** Watches the browser of this page; `there`: whether one came in the page's context. `end` when that closes. */
export async function watchShared(
  browser: Browser,
  page: CDPSession,
): Promise<{ there(): boolean; end(): Promise<void> }> {
  const [all, { targetInfo: own }] = await Promise.all([
    browser.newBrowserCDPSession(),
    page.send('Target.getTargetInfo'),
  ])
  let there = false
  all.on('Target.targetCreated', ({ targetInfo: { type, browserContextId } }) => {
    there ||= type === KIND && browserContextId === own.browserContextId
  })
  await all.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: KIND }] })
  return { there: () => there, end: () => all.detach() }
}
