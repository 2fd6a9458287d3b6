/** What a page is on paper: how many sheets, and the words that are on them. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

/** Of the page as it stands. With SHOTS=FOLDER it leaves the sheets there, as a PDF. */
export async function onPaper(page: Page): Promise<{ readonly sheets: number; readonly words: string }> {
  await page.emulateMedia({ media: 'print' })
  const words = await page.evaluate(() => document.body.innerText)
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  await page.emulateMedia({ media: null })
  const folder = process.env['SHOTS']
  if (folder !== undefined) {
    const name = new URL(page.url()).pathname.replaceAll(/[^a-z0-9]+/gi, '-').slice(1, 80)
    writeFileSync(path.join(folder, `${name}.pdf`), pdf)
  }
  return { sheets: pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, words }
}
