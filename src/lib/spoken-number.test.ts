/** A number that is read out: what was misheard is no number. */
import { expect, test } from 'vitest'
import { isSpokenNumber, newSpokenNumber, spoken, squeezedNumber } from './spoken-number.ts'

const SIGNS = '23456789CFGHJMPRVWX'

test('a new one is right, of signs that do not look alike, and none comes twice', () => {
  const made = Array.from({ length: 500 }, newSpokenNumber)
  expect(made.every(isSpokenNumber)).toBe(true)
  expect(new Set(made).size).toBe(500)
  for (const each of made) expect(each).not.toMatch(/[01OILSBQUAEN]/)
})

test('one wrong sign, and any two that changed places, are seen', () => {
  const number = newSpokenNumber()
  for (let at = 0; at < number.length; at++) {
    for (const sign of SIGNS)
      expect(isSpokenNumber(number.slice(0, at) + sign + number.slice(at + 1))).toBe(sign === number[at])
    for (let other = at + 1; other < number.length; other++) {
      const signs = [...number]
      ;[signs[at], signs[other]] = [signs[other]!, signs[at]!]
      expect(isSpokenNumber(signs.join(''))).toBe(number[at] === number[other])
    }
  }
})

test('it is read in any case, with or without its dash', () => {
  const number = newSpokenNumber()
  expect(squeezedNumber(spoken(number).toLowerCase())).toBe(number)
  expect(squeezedNumber(` ${number.slice(0, 5)} – ${number.slice(5)}`)).toBe(number)
  expect(isSpokenNumber('')).toBe(false)
  expect(isSpokenNumber(number.slice(1))).toBe(false)
  expect(isSpokenNumber(`${number}2`)).toBe(false)
})
