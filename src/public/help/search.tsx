/** The form with which somebody looks for help or a course: where first, then what narrows it. */
import { HELP_LANGUAGES, HELP_SUBJECTS } from '../../vocabulary/help.ts'
import { languageName } from '../../web/language.ts'
import { Details, Link } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { Select } from '../search-frame.tsx'
import type { AskedFor } from './asked.ts'
import { isNarrowed } from './asked.ts'
import { says as saysOffer } from './messages-offer.ts'
import { says } from './messages.ts'

type Props = {
  readonly view: View
  readonly asked: AskedFor
  readonly districts: readonly string[]
  /** What is not right about the postcode; undefined when nothing is. */
  readonly problem: string | undefined
  readonly map: boolean
}

export function HelpSearch({ view, asked, districts, problem, map }: Props) {
  const [t, o] = [says(view.lang), saysOffer(view.lang)]
  const [action] = href(view, '/leren/hulp').split('?')
  const described = problem === undefined ? 'uitleg-postcode' : 'uitleg-postcode fout-postcode'
  return (
    <form method="get" action={action} role="search" aria-label={t.search} className="ld-form">
      {map ? <input type="hidden" name="weergave" value="kaart" /> : null}
      <div className="utrecht-form-field ld-field">
        <label className="utrecht-form-label" htmlFor="veld-postcode">
          {t.postcode}
        </label>
        <span className="ld-small" id="uitleg-postcode">
          {t.postcodeHint}
        </span>
        {problem === undefined ? null : (
          <span className="ld-problem" id="fout-postcode">
            {problem}
          </span>
        )}
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          id="veld-postcode"
          name="postcode"
          maxLength={100}
          autoComplete="postal-code"
          defaultValue={asked.pc4 || asked.wrong}
          aria-describedby={described}
          aria-invalid={problem === undefined ? undefined : true}
        />
      </div>
      {districts.length === 0 ? null : (
        <Select
          name="wijk"
          label={t.district}
          value={asked.district}
          options={[{ value: '', name: t.anyDistrict }, ...districts.map((each) => ({ value: each, name: each }))]}
        />
      )}
      <Select
        name="onderwerp"
        label={t.subject}
        value={asked.subject}
        options={[
          { value: '', name: t.anySubject },
          ...HELP_SUBJECTS.map((each) => ({ value: each, name: o.subjects[each] })),
        ]}
      />
      <Details summary={t.more} open={isNarrowed({ ...asked, subject: '' })}>
        <div className="ld-form__more">
          <Select
            name="taal"
            label={t.language}
            value={asked.language}
            options={[
              { value: '', name: t.anyLanguage },
              ...HELP_LANGUAGES.map((each) => ({ value: each, name: languageName(view.lang, each) })),
            ]}
          />
          <Select
            name="soort"
            label={t.kind}
            value={asked.kind}
            options={[
              { value: '', name: t.anyKind },
              { value: 'place', name: t.kinds.place },
              { value: 'course', name: t.kinds.course },
            ]}
          />
          <fieldset className="ld-ticks">
            <legend className="ld-hidden">{t.only}</legend>
            <Tick name="vandaag" label={t.onlyToday} on={asked.today} />
            <Tick name="drempelvrij" label={t.onlyStepFree} on={asked.stepFree} />
            <Tick name="gratis" label={t.onlyFree} on={asked.free} />
            <Tick name="telefoon" label={t.onlyPhone} on={asked.phone} />
          </fieldset>
        </div>
      </Details>
      <div className="ld-form__submit">
        <button type="submit" className="nl-button nl-button--primary">
          {view.m.list.submit}
        </button>{' '}
        {isNarrowed(asked) || asked.pc4 !== '' || asked.district !== '' ? (
          <Link to={href(view, '/leren/hulp', map ? { weergave: 'kaart' } : {})}>{t.wipe}</Link>
        ) : null}
      </div>
    </form>
  )
}

function Tick({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <label className="ld-tick">
      <input type="checkbox" name={name} value="ja" defaultChecked={on} /> {label}
    </label>
  )
}
