/** Whether a text holds what looks like a Dutch citizen service number (BSN): nine digits that pass the eleven test. */

/** With a point, a dash or a space here and there, as people write it; not part of a longer number. */
const NINE = /(?<![\d.])\d(?:[ .-]?\d){8}(?![ .-]?\d)/g

function passes(digits: string): boolean {
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
  return sum % 11 === 0 && Number(digits) > 0
}

/** Whether one stands in it. */
export const holdsCitizenNumber = (text: string): boolean =>
  (text.match(NINE) ?? []).some((found) => passes(found.replaceAll(/\D/g, '')))
