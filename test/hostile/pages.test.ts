/** Pages that burn, flood and bomb the browser that looks at them. */
import { pages } from './pages.ts'
import { testEach } from './measure.ts'

testEach(pages, 2)
