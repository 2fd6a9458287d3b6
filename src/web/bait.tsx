/** A field that people leave empty and programs fill in; it says so in plain words to whoever meets it all the same. */

/** `label`: “Laat dit leeg”. Named `website`, which a program likes to fill in and no browser does by itself. */
export function Bait({ label }: { label: string }) {
  return (
    <div className="ld-bait" aria-hidden="true">
      <label htmlFor="veld-website">{label}</label>
      <input id="veld-website" name="website" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
