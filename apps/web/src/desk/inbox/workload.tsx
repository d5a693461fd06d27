import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../parts/with-korean.tsx'
import { useSaid } from '../../words/use-language.ts'
import { ofPost } from '../client/paths.ts'
import type { Post } from '../client/shapes.ts'
import { useAsked } from '../client/use-asked.ts'

/** How much lies with each post of the agency: counts only. */
export function Workload({ post }: { post: string }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { value } = useAsked<{ posts: readonly Post[] }>(ofPost(post).posts)
  const posts = value?.posts.filter(({ role }) => role === 'desk-officer' || role === 'programme-owner') ?? []
  if (posts.length === 0) return null
  return (
    <section className="desk-workload">
      <h2>{t('desk.workload.title')}</h2>
      <div className="desk-table-frame">
        <table className="desk-table">
          <caption className="only-heard">{t('desk.workload.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('desk.workload.post')}</th>
              <th scope="col">{t('desk.workload.holders')}</th>
              <th scope="col" className="number">
                {t('desk.workload.receiving')}
              </th>
              <th scope="col" className="number">
                {t('desk.workload.overdue')}
              </th>
              <th scope="col" className="number">
                {t('desk.workload.sending')}
              </th>
            </tr>
          </thead>
          <tbody>
            {posts.map(({ id, name, holders, open }) => (
              <tr key={id}>
                <th scope="row">
                  {said(name)}
                  {id === post ? <small> {t('desk.workload.own')}</small> : null}
                </th>
                <td>
                  {holders.length > 0 ? (
                    <WithKorean text={holders.map(holder => holder.name).join(', ')} />
                  ) : (
                    t('desk.workload.vacant')
                  )}
                </td>
                <td className="number">{open.receiving}</td>
                <td className="number" data-late={open.overdue > 0 || undefined}>
                  {open.overdue}
                </td>
                <td className="number">{open.sending}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
