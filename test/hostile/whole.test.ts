/** The whole walk over sites that misbehave: questions, forms, the phone, statements and documents too. */
import { test } from 'vitest'
import { website } from '../../src/engine/walks/website.ts'
import { testEach } from './measure.ts'
import { ORDINARY, whole } from './whole.ts'

testEach(whole, 2, { walk: website }, (gathered, timeout) => {
  test.concurrent('each walk has something to do there', { timeout }, async ({ expect }) => {
    const { host, pages } = await gathered(`${ORDINARY.name}.test`)
    const answered = pages.flatMap((record) =>
      record.probe === 'consent' && record.result.seen ? [record.result.value.outcome] : [],
    )
    expect(answered).toEqual(['gone', 'gone'])
    const typed = pages.flatMap((record) =>
      record.probe === 'behaviour' && record.result.seen ? [record.result.value.typed?.fields ?? 0] : [],
    )
    // On one of its two forms at least, however slow it goes here.
    expect(typed[0]).toBeGreaterThan(0)
    const documents = host.find(({ probe }) => probe === 'documents')
    expect(documents?.probe === 'documents' && documents.result.seen && documents.result.value.found).toBe(1)
  })
})
