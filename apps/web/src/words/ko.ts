import { find } from './ko/find.ts'
import { front } from './ko/front.ts'
import { parts } from './ko/parts.ts'
import { path } from './ko/path.ts'
import { programmes } from './ko/programmes.ts'
import { shell } from './ko/shell.ts'
import { subjects } from './ko/subjects.ts'

/** Everything the site says in Korean, a file a page. */
export const ko = { shell, parts, subjects, front, find, path, programmes }
