import { useStore } from '../../state/state.ts'
import { ArticleList } from './article-list.tsx'
import { ArticlePage } from './article-page.tsx'
import './read.css'

/** Articles: the list, or one of them with its entities marked. */
export function Reader() {
  const article = useStore((s) => s.article)
  return article ? <ArticlePage key={article} id={article} /> : <ArticleList />
}
