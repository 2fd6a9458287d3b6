/** A table that is shown as blocks on a narrow screen. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Table } from './table.tsx'

const heads = (stacked: boolean, ...names: string[]) =>
  renderToStaticMarkup(
    <Table
      id="t"
      caption="Verslag"
      stacked={stacked}
      columns={[{ head: 'Minuut' }, { head: 'Wat' }]}
      rows={names.map((name) => ({ key: name, cells: [name, 'x'] }))}
    />,
  ).replaceAll(/<[^>]*>/g, '|')

test('a block that is named by a number alone says of what, and one with a name does not', () => {
  expect(heads(true, '0', 'Bakkerij 3')).toContain('|Minuut |0|')
  expect(heads(true, 'Bakkerij 3')).not.toContain('Minuut |Bakkerij')
  expect(heads(false, '0')).not.toContain('Minuut |0')
})
