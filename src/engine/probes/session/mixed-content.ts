/** What the browser says of parts over http on a page over https: those it blocked, and those it asked over https. */
import type { CDPSession } from 'playwright-core'
import type { Mixed } from '../../../model/evidence.ts'
import { ADDRESS, keptUrl } from '../page/kept-url.ts'

const KEPT = 200
const AS: Readonly<Record<string, Mixed['became']>> = {
  MixedContentBlocked: 'blocked',
  MixedContentAutomaticallyUpgraded: 'upgraded',
}

/** Listens from now on; `read` gives what was told, in order, each once, and whether there was more. */
export async function watchMixed(cdp: CDPSession): Promise<{ read(): { mixed: Mixed[]; more: boolean } }> {
  const found = new Map<string, Mixed>()
  let more = false
  cdp.on('Audits.issueAdded', ({ issue: { details } }) => {
    const told = details.mixedContentIssueDetails
    // Where a form leads is no part of the page.
    if (!told || told.resourceType === 'Form') return
    const url = keptUrl(told.insecureURL, ADDRESS)
    const became = AS[told.resolutionStatus] ?? 'asked'
    const key = `${became} ${url}`
    if (found.has(key)) return
    if (found.size < KEPT) found.set(key, { url, became })
    else more = true
  })
  await cdp.send('Audits.enable')
  return { read: () => ({ mixed: [...found.values()], more }) }
}
