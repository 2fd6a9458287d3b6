/**
 * The positive control of the axe probe: a document of our own with a known fault, which both engines must find in this
 * browser before what they do not find elsewhere means anything.
 */
import type { ScanBrowser } from '../../../outside/browser.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import { runAxe } from './axe-run.ts'
import { openPage } from '../page/visited-page.ts'

/** A picture without a text, and nothing else that a rule could be about. */
const FAULT =
  '<!doctype html><html lang="nl"><head><title>Proef</title></head><body><main><h1>Proef</h1>' +
  '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main></body></html>'
const PATIENCE = 10_000

const known = new WeakMap<ScanBrowser, Promise<void>>()

/**
 * Once per browser. Throws NotSeen('probe-failed') when an engine does not find the fault: then nothing is known of any
 * page either. A control that could not be done is tried again at the next page.
 */
export function foundTheFault(browser: ScanBrowser): Promise<void> {
  const asked = known.get(browser) ?? look(browser)
  known.set(browser, asked)
  asked.catch(() => known.delete(browser))
  return asked
}

async function look(browser: ScanBrowser): Promise<void> {
  const page = await within(PATIENCE, 'the control', openPage(browser, 'about:blank', { host: '', profile: 'desktop' }))
  try {
    const { frame: frameId } = page.document
    await within(PATIENCE, 'the control', page.cdp.send('Page.setDocumentContent', { frameId, html: FAULT }))
    const { violations } = await runAxe(page)
    const fault = violations.find(({ rule }) => rule === 'image-alt')
    if (!fault) throw new NotSeen('probe-failed', 'axe does not find a fault that is there')
    if (fault.confirmed !== 1)
      throw new NotSeen('probe-failed', 'the second engine does not find a fault that is there')
  } finally {
    await within(3_000, 'closing the control', page.context.close()).catch(() => browser.kill())
  }
}
