import clsx from 'clsx'
import type { ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'

/** Nothing but text with structure: no styles, no raw HTML, no scheme but these, no picture but our own. */
const schema = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: [] },
}
const ownPicture = /^\/api\/pictures\/[\w-]+$/

type Level = 1 | 2 | 3 | 4
const headings = (top: Level): Components => {
  const at = (depth: number, look: string) =>
    function Heading({ children, id }: { children?: ReactNode; id?: string | undefined }) {
      const Tag = `h${Math.min(6, top + depth) as 1 | 2 | 3 | 4 | 5 | 6}` as const
      return (
        <Tag id={id} className={clsx('mt-6 mb-2 font-serif font-semibold first:mt-0', look)}>
          {children}
        </Tag>
      )
    }
  return {
    h1: at(0, 'text-xl'),
    h2: at(1, 'text-lg'),
    h3: at(2, 'text-base'),
    h4: at(3, 'text-base'),
    h5: at(4, 'text-sm'),
    h6: at(5, 'text-sm'),
  }
}

const parts: Components = {
  p: ({ children }) => <p className="my-2.5 first:mt-0 last:mb-0">{children}</p>,
  ul: ({ children }) => <ul className="my-2.5 list-disc space-y-1 ps-6">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="my-2.5 list-decimal space-y-1 ps-6">
      {children}
    </ol>
  ),
  a: ({ children, href }) => (
    <a
      href={href}
      rel="noopener noreferrer"
      {...(href?.startsWith('#') ? {} : { target: '_blank' })}
      className="text-accent underline underline-offset-2"
    >
      {children}
    </a>
  ),
  blockquote: ({ children }) => (
    <blockquote className="my-3 border-s-3 border-line ps-4 text-ink-soft">{children}</blockquote>
  ),
  code: ({ children }) => <code className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{children}</code>,
  pre: ({ children }) => (
    <pre
      tabIndex={0}
      className="my-3 overflow-x-auto rounded-md border border-line bg-sunken p-3 text-sm [&_code]:bg-transparent [&_code]:p-0"
    >
      {children}
    </pre>
  ),
  hr: () => <hr className="my-5 border-line" />,
  table: ({ children }) => (
    <div tabIndex={0} role="group" className="my-3 overflow-x-auto">
      <table className="border-collapse text-sm">{children}</table>
    </div>
  ),
  th: ({ children }) => (
    <th className="border border-line bg-sunken px-2.5 py-1.5 text-start font-medium">{children}</th>
  ),
  td: ({ children }) => <td className="border border-line px-2.5 py-1.5 align-top">{children}</td>,
  img: ({ src, alt }) =>
    typeof src === 'string' && ownPicture.test(src) ? (
      // Stored in the database at its own size; next/image would only copy it.
      // oxlint-disable-next-line next/no-img-element
      <img src={src} alt={alt ?? ''} loading="lazy" className="my-3 max-w-full rounded-md border border-line" />
    ) : (
      <span className="text-ink-soft">[{alt}]</span>
    ),
}

/** Markdown that somebody wrote, as text: guidelines, rationales. `top` is the level its first heading takes. */
export function MarkdownView({
  source,
  top = 2,
  lang,
  className,
}: {
  source: string
  top?: Level
  lang?: string
  className?: string
}) {
  return (
    <div lang={lang} className={clsx('min-w-0 leading-relaxed', className)}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        components={{ ...parts, ...headings(top) }}
      >
        {source}
      </Markdown>
    </div>
  )
}
