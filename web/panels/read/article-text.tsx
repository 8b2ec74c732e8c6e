import { memo } from 'react'
import type { ArticleDetail } from '../../../model/api.ts'
import { ENTITY_TYPES, type EntityType } from '../../../model/ontology.ts'
import { useStore } from '../../state/state.ts'
import type { Paragraph, Stretch } from './paragraphs.ts'

interface TextProps {
  article: ArticleDetail
  paragraphs: readonly Paragraph[]
  hidden: ReadonlySet<EntityType>
  chosen: string
  sentence: string
  onEntity(entity: string): void
  onSentence(sentence: string): void
}

/** The text with its names as buttons; a click beside them chooses the sentence. */
export const ArticleText = memo(function ArticleText(props: TextProps) {
  const { article, paragraphs, sentence, onSentence } = props
  return paragraphs.map((paragraph) => (
    <p key={paragraph.start} className={paragraph.aside ? 'aside' : ''}>
      {paragraph.sentences.map((own) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: choosing a sentence is a convenience; its address is on every piece of evidence too
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <span
          key={own.start}
          className={own.id && own.id === sentence ? 'sentence here' : 'sentence'}
          data-sentence={own.id || undefined}
          onClick={() => own.id && getSelection()?.isCollapsed !== false && onSentence(own.id)}
        >
          {own.stretches.map((stretch) => (
            <Piece key={stretch.start} stretch={stretch} text={article.text} {...props} />
          ))}
        </span>
      ))}
    </p>
  ))
})

function Piece({
  stretch: { start, end, mention },
  text,
  hidden,
  chosen,
  onEntity,
}: TextProps & { stretch: Stretch; text: string }) {
  const theme = useStore((s) => s.theme)
  const words = text.slice(start, end)
  if (!mention || hidden.has(mention.type)) return words
  return (
    // a link, for a button would not break over two lines as text does
    <a
      href={`#view=explore&id=${encodeURIComponent(mention.entity)}`}
      className={mention.entity === chosen ? 'name chosen' : 'name'}
      data-start={start}
      data-entity={mention.entity}
      style={{ '--c': ENTITY_TYPES[mention.type][theme] } as React.CSSProperties}
      onClick={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onEntity(mention.entity)
      }}
    >
      {words}
    </a>
  )
}
