import * as gr from "interstate";

/** What is in a zip file. Its list of contents stands at its end, so only that is read, however large the file is. */
async function zipToJson(zip: File) {
  const end = new DataView(await zip.slice(-22).arrayBuffer());
  if (end.byteLength < 22 || end.getUint32(0, true) !== 0x06054b50) throw new Error(`${zip.name} is no zip file.`);
  const count = end.getUint16(10, true);
  const start = end.getUint32(16, true);
  const list = new DataView(await zip.slice(start, start + end.getUint32(12, true)).arrayBuffer());

  const files = [];
  for (let i = 0, at = 0; i < count; i++) {
    const length = list.getUint16(at + 28, true);
    files.push({
      name: new TextDecoder().decode(new Uint8Array(list.buffer, at + 46, length)),
      size: list.getUint32(at + 24, true),
      compressed: list.getUint32(at + 20, true),
    });
    at += 46 + length + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
  }
  return files;
}

const sample = "UEsDBBQAAAAIAAAAIVzpTNriCwAAAHgAAAAKAAAAcmVhZG1lLnR4dPNIzcnJV/CgOwkAUEsDBBQAAAAIAAAAIVy6RQ0XCwAAAHwAAAAOAAAAZGF0YS90YWJsZS5jc3ZL1EniMtQxGhAMAFBLAQIUAxQAAAAIAAAAIVzpTNriCwAAAHgAAAAKAAAAAAAAAAAAAACAAQAAAAByZWFkbWUudHh0UEsBAhQDFAAAAAgAAAAhXLpFDRcLAAAAfAAAAA4AAAAAAAAAAAAAAIABMwAAAGRhdGEvdGFibGUuY3N2UEsFBgAAAAACAAIAdAAAAGoAAAAAAA==";

export default gr.Interface({
  fn: zipToJson,
  inputs: gr.File({
    label: "Zip file",
    fileTypes: [".zip"],
    value: { name: "sample.zip", content: Uint8Array.from(atob(sample), (char) => char.charCodeAt(0)) },
  }),
  outputs: gr.JSON({ label: "Contents" }),
});
