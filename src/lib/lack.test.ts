import { expect, test } from 'vitest'
import { Lacking, lackOf } from './lack.ts'

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code })

test.each([
  [coded('ENOSPC'), 'space'],
  [coded('53100'), 'space'],
  [coded('EROFS'), 'read-only'],
  [coded('25006'), 'read-only'],
  [coded('EMFILE'), 'files'],
  [coded('53300'), 'files'],
  [coded('ESTALE'), 'store'],
  [new Error('de browser start niet', { cause: coded('EMFILE') }), 'files'],
  [new Error('spawn: ENOMEM, cannot allocate memory'), 'memory'],
  [new Lacking('store', coded('EACCES')), 'store'],
  [new Lacking('store', coded('ENOSPC')), 'space'],
  [new AggregateError([new Error('one'), coded('ENOSPC')], 'all of them'), 'space'],
])('%s is something we lack: %s', (error, lack) => expect(lackOf(error)).toBe(lack))

test.each([
  [coded('ECONNREFUSED')],
  [coded('ENOENT')],
  [new Error('Target crashed')],
  [new Error('no space between words')],
  [coded('toString')],
  ['ENOSPC'],
  [undefined],
])('%s is not', (error) => expect(lackOf(error)).toBeUndefined())

test('an error that is its own cause ends', () => {
  const error = new Error('round')
  error.cause = error
  expect(lackOf(error)).toBeUndefined()
})
