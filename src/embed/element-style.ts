// How <interstate-app> looks before the app is there. What the page around it says of the element itself goes first.

const css = `
:host { display: block; box-sizing: border-box; min-height: 120px; padding: 1px; color-scheme: light dark }
:host([theme="light"]) { color-scheme: light }
:host([theme="dark"]) { color-scheme: dark }
:host([hidden]) { display: none }
iframe { display: block; box-sizing: border-box; width: 100%; height: 320px; border: 0;
  border-radius: 12px; box-shadow: 0 0 0 1px light-dark(#e4e3df, #2c2c32); background: light-dark(#f6f6f4, #141416); color-scheme: inherit }
button, p { box-sizing: border-box; width: 100%; min-height: 120px; margin: 0; padding: 16px; border-radius: 12px;
  border: 1px solid light-dark(#d4d2cc, #3b3b43); background: light-dark(#fff, #1b1b1f); color: light-dark(#1c1b1a, #ececea);
  font: 600 15px/1.4 ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif }
button { display: flex; align-items: center; justify-content: center; gap: 10px; cursor: pointer }
button::before { content: ""; border: solid transparent; border-width: 6px 0 6px 10px; border-left-color: currentColor }
button:hover { background: light-dark(#f0efec, #26262b) }
button:focus-visible { outline: 2px solid light-dark(#1c1b1a, #ececea); outline-offset: 2px }
p { font-weight: 400; color: light-dark(#b3261e, #ff8f85) }
`;

export function style(): HTMLStyleElement {
  const element = document.createElement("style");
  element.textContent = css;
  return element;
}
