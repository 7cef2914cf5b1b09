// What to put into another page to show an app there.

export function embedSnippet(title: string, link: string): string {
  return `<iframe src="${escape(link)}" title="${escape(title)}" width="100%" height="480" style="border: 0"></iframe>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
