/** Prints a page of our own to PDF: tagged, with an outline, without script and without network. */
import { launchBrowser } from './browser.ts'

/** The bytes of an A4 document that a screen reader can walk through. `html` is whole: nothing is fetched. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  try {
    const context = await browser.browser.newContext({ javaScriptEnabled: false, offline: true })
    const page = await context.newPage()
    await page.setContent(html, { timeout: 10_000 })
    return new Uint8Array(await page.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true, margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' } }))
  } finally { await browser.close() }
}
