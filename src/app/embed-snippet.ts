// What to put into another page to show an app there: a frame alone, or the element that interstate.js defines, which is as
// high as its app, waits for a press, and can be called from that page's code.

export type EmbedForm = "element" | "frame";

/** `site`: where this site stands, with a slash at the end. */
export function embedSnippet(form: EmbedForm, title: string, link: string, site: string): string {
  if (form === "frame") {
    return `<iframe src="${escape(link)}" title="${escape(title)}" width="100%" height="480" style="border: 0"></iframe>`;
  }
  const script = `<script src="${escape(`${site}interstate.js`)}" async></script>`;
  return `${script}\n<interstate-app src="${escape(link)}" title="${escape(title)}"></interstate-app>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
