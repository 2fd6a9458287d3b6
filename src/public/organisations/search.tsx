/** The form that searches and sorts organisations. */
import type { View } from '../../web/view.ts'
import { SearchFrame, Select } from '../search-frame.tsx'
import type { Book } from '../store.ts'
import type { Directory } from './store.ts'
import { themeName } from '../texts.ts'
import { says } from './messages.ts'

/** The form as it was sent, in the words of the address. */
export type Asked = {
  readonly q: string
  readonly soort: string
  readonly straat: string
  readonly thema: string
  readonly sorteer: '' | 'naam' | 'hoog' | 'laag'
  readonly pagina: number
}

export function SearchForm({
  view,
  book,
  directory,
  asked,
  themes,
}: {
  view: View
  book: Book
  directory: Directory
  asked: Asked
  themes: readonly string[]
}) {
  const t = says(view.lang)
  const choice = (words: readonly string[]) => [
    { value: '', name: t.organisations.all },
    ...words.map((each) => ({ value: each, name: each })),
  ]
  return (
    <SearchFrame view={view} to="/organisaties" label={t.organisations.form} words={t.organisations.search} q={asked.q}>
      <Select name="soort" label={t.organisations.kind} value={asked.soort} options={choice(directory.kinds)} />
      {directory.streets.length === 0 ? null : (
        <Select name="straat" label={t.organisations.street} value={asked.straat} options={choice(directory.streets)} />
      )}
      <Select
        name="thema"
        label={t.organisations.theme}
        value={asked.thema}
        options={[
          { value: '', name: t.organisations.all },
          ...themes.map((id) => ({ value: id, name: themeName(view, book, id) })),
        ]}
      />
      <Select
        name="sorteer"
        label={t.organisations.sort}
        value={asked.sorteer}
        options={[
          { value: '', name: '–' },
          { value: 'naam', name: t.organisations.byName },
          { value: 'hoog', name: t.organisations.high },
          { value: 'laag', name: t.organisations.low },
        ]}
      />
    </SearchFrame>
  )
}
