import * as gr from "interstate";

type Board = string[][];

function place(board: Board, turn: string, evt = gr.SelectData<[row: number, column: number]>()) {
  const [row, column] = evt.index;
  const cells = board[row];
  if (evt.value || !cells) return [board, turn];
  cells[column] = turn;
  return [board, turn === "X" ? "O" : "X"];
}

export default gr.Blocks(() => {
  const turn = gr.Textbox("X", { label: "Turn", interactive: false });
  const empty = ["", "", ""];
  const board = gr.Dataframe([empty, empty, empty], { label: "Board", type: "array", datatype: "str", interactive: false });
  board.select({ fn: place, inputs: [board, turn], outputs: [board, turn], showProgress: "hidden" });
});
