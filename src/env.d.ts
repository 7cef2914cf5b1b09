/** The runtime of src/worker, bundled as the text of a classic script (vite.config.ts). */
declare module "virtual:sandbox-worker" {
  const source: string;
  export default source;
}
