import { useMemo } from 'react';
import { readMarkdown } from './markdown.js';
import styles from './strategy.module.css';

/** A document of the graph, its headings below those of the page. */
export function Document({ text }: { text: string }) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return (
    <div className={styles.document}>
      {blocks.map((block, index) => {
        const key = `${block.kind} ${index}`;
        if (block.kind === 'heading') return block.level < 3 ? <h3 key={key}>{block.text}</h3> : <h4 key={key}>{block.text}</h4>;
        if (block.kind === 'paragraph') return <p key={key}>{block.text}</p>;
        if (block.kind === 'list')
          return (
            <ul key={key}>
              {block.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          );
        return (
          <div key={key} className={styles.scroll}>
            <table>
              <thead>
                <tr>
                  {block.head.map((cell) => (
                    <th key={cell} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {block.rows.map((row) => (
                  <tr key={row.join('|')}>
                    {row.map((cell, column) => (
                      <td key={`${block.head[column]}`}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </div>
  );
}
