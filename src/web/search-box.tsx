/** The box in the head of the public site with which everything on it is found; a plain form, without script. */
import { href, type View } from './view.ts'

export function SearchBox({ view }: { view: View }) {
  const { m } = view
  return (
    <form
      method="get"
      action={href({ ...view, publication: undefined }, '/zoeken')}
      role="search"
      aria-label={m.search.label}
      className="ld-searchbox"
    >
      <label className="ld-hidden" htmlFor="zoekwoord">
        {m.search.label}
      </label>
      <input
        className="utrecht-textbox utrecht-textbox--html-input"
        id="zoekwoord"
        name="q"
        type="search"
        maxLength={100}
        autoComplete="off"
        enterKeyHint="search"
      />
      <button type="submit" className="nl-button nl-button--secondary">
        {m.list.submit}
      </button>
    </form>
  )
}
