/** What several lack beside each other is told as one. */
import { expect, test } from 'vitest'
import { tellAsOne } from './lull.ts'

test('what one lacks is told until that one has it, whoever else is fine again', () => {
  const told: unknown[] = []
  const telling = tellAsOne((lack) => told.push(lack))
  const [visits, files] = [telling(), telling()]
  visits('store')
  files('space')
  files(null)
  visits(null)
  files(null)
  expect(told).toEqual(['store', 'space', 'store', null, null])
})
