/** Where somebody comes by or calls who would rather not use the site. */
import { Facts } from './parts.tsx'
import type { View } from './view.ts'

/** Name, address, hours and telephone of the counter, as far as the municipality wrote them down. */
export function Counter({ view: { contact, m, lang } }: { view: Pick<View, 'contact' | 'm' | 'lang'> }) {
  const { name = '', address = '', hours = '' } = contact?.counter ?? {}
  const t = m.wrong.counter
  const dutch = (said: string) => (lang === 'en' ? <span lang="nl">{said}</span> : said)
  const items = [
    { name: t.where, value: dutch([name, address].filter((part) => part !== '').join(', ')), told: name + address },
    { name: t.open, value: dutch(hours), told: hours },
    { name: t.phone, value: contact?.phone, told: contact?.phone ?? '' },
  ].filter(({ told }) => told !== '')
  return items.length === 0 ? null : <Facts items={items} />
}
