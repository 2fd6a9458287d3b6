/** Prints a page of our own to PDF: tagged, with an outline and page numbers, without script and without network. */
import { launchBrowser } from './browser.ts'
import { within } from './within.ts'

/** Milliseconds for one document; a case of a hundred pages takes a few seconds. */
const PATIENCE = 30_000
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * The bytes of an A4 document that a screen reader can walk through. `html` is whole: nothing is fetched. `foot`: what
 * stands beside the page number. A poster is one sheet to hang up, without either.
 */
export async function printPdf(html: string, foot: string, sheet: 'letter' | 'poster' = 'letter'): Promise<Uint8Array> {
  const browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  const print = async () => {
    const context = await browser.browser.newContext({ javaScriptEnabled: false, offline: true })
    const page = await context.newPage()
    await page.setContent(html)
    return page.pdf({
      format: 'A4',
      tagged: true,
      outline: true,
      printBackground: true,
      margin: { top: '20mm', bottom: sheet === 'poster' ? '15mm' : '22mm', left: '20mm', right: '20mm' },
      displayHeaderFooter: sheet === 'letter',
      headerTemplate: '<span></span>',
      footerTemplate:
        `<div style="width:100%;margin:0 20mm;font:8pt ` +
        `sans-serif;color:#444;display:flex;justify-content:space-between"><span>${escape(foot)}</span>` +
        '<span>pagina <span class="pageNumber"></span> van <span class="totalPages"></span></span></div>',
    })
  }
  try {
    return new Uint8Array(await within(PATIENCE, 'printing', print()))
  } finally {
    await browser.close()
  }
}
