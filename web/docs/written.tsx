/** A description of the document: paragraphs, `code` and **strong** of our own texts. */
export function Written({ text }: { text: string }) {
  return (
    <div class="written">
      {text.split(/\n\n+/).map((paragraph) => (
        <p key={paragraph}>{spoken(paragraph)}</p>
      ))}
    </div>
  );
}

/** One line of such a text. */
export function spoken(text: string) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return <code key={part}>{part.slice(1, -1)}</code>;
    if (part.startsWith('**')) return <strong key={part}>{part.slice(2, -2)}</strong>;
    return part;
  });
}
