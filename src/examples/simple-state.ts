import * as gr from "interstate";

function addItems(items: string[], cart: string[]) {
  return [...cart, ...items];
}

export default gr.Blocks(() => {
  const cart = gr.State<string[]>([]);
  const items = gr.CheckboxGroup(["Cereal", "Milk", "Orange Juice", "Water"], { label: "Items" });
  gr.Button("Add Items", { variant: "primary" }).click({ fn: addItems, inputs: [items, cart], outputs: cart });

  const size = gr.Number({ label: "Cart Size" });
  // State is invisible, but it can be listened to: this runs when what is in the cart has changed.
  cart.change({ fn: (cart: string[]) => cart.length, inputs: cart, outputs: size });
});
