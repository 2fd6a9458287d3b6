/** The form that searches and sorts organisations. */
import type { View } from '../../web/view.ts'
import { SearchFrame, Select } from '../search-frame.tsx'
import type { Book } from '../store.ts'
import type { Directory } from './store.ts'
import { themeName } from '../texts.ts'

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
  const { m } = view
  const choice = (words: readonly string[]) => [
    { value: '', name: m.organisations.all },
    ...words.map((each) => ({ value: each, name: each })),
  ]
  return (
    <SearchFrame view={view} to="/organisaties" label={m.organisations.form} words={m.organisations.search} q={asked.q}>
      <Select name="soort" label={m.organisations.kind} value={asked.soort} options={choice(directory.kinds)} />
      {directory.streets.length === 0 ? null : (
        <Select name="straat" label={m.organisations.street} value={asked.straat} options={choice(directory.streets)} />
      )}
      <Select
        name="thema"
        label={m.organisations.theme}
        value={asked.thema}
        options={[
          { value: '', name: m.organisations.all },
          ...themes.map((id) => ({ value: id, name: themeName(view, book, id) })),
        ]}
      />
      <Select
        name="sorteer"
        label={m.organisations.sort}
        value={asked.sorteer}
        options={[
          { value: '', name: '–' },
          { value: 'naam', name: m.organisations.byName },
          { value: 'hoog', name: m.organisations.high },
          { value: 'laag', name: m.organisations.low },
        ]}
      />
    </SearchFrame>
  )
}
