/** npm run -s life-cycle: draws docs/life-cycle.md from the life cycle's data. A test compares the two. */
import { writeFileSync } from 'node:fs';
import { lifeCyclePage } from './life-cycle/page';

writeFileSync('docs/life-cycle.md', lifeCyclePage());
