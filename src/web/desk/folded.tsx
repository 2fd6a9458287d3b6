/**
 * The menu of the desk: its doors, and, behind one that leads to several places, those places. On a phone it is folded,
 * with where one is; on a screen the style opens it.
 */
import type { Door } from './menu.ts'

/** `path`: where one is. */
export function Menu({ doors, path }: { doors: readonly Door[]; path: string }) {
  const within = (to: string) => path === to || (to !== '/balie' && path.startsWith(`${to}/`))
  const isIn = ({ places }: Door) => places.some(({ to, also = [] }) => [to, ...also].some(within))
  const line = (to: string, name: string, inside: boolean) => (
    <li key={to}>
      <a href={to} aria-current={path === to ? 'page' : inside ? 'true' : undefined}>
        {name}
      </a>
    </li>
  )
  const current = doors.find(isIn)
  const here = current && current.places.length > 1 ? current : undefined
  const place = here?.places.find(({ to, also = [] }) => [to, ...also].some(within))
  return (
    <details className="ld-fold">
      <summary className="ld-page">
        Menu{current === undefined ? '' : ': '}
        <span className="ld-fold__here">
          {[current?.name, place?.name === current?.name ? undefined : place?.name].filter(Boolean).join(', ')}
        </span>
      </summary>
      <nav aria-label="Hoofdmenu" className="ld-menu">
        <ul className="ld-page">{doors.map((door) => line(door.places[0]!.to, door.name, isIn(door)))}</ul>
      </nav>
      {here === undefined ? null : (
        <nav aria-label={here.name} className="ld-menu ld-menu--places">
          <ul className="ld-page">
            {here.places.map(({ to, name, also = [] }) => line(to, name, [to, ...also].some(within)))}
          </ul>
        </nav>
      )}
    </details>
  )
}
