// The files of a drop. A folder stands for what is in it, at any depth, or for nothing.

import { maxFiles } from "../../spec/files.ts";

export async function filesOfDrop(transfer: DataTransfer, folders: boolean): Promise<readonly File[]> {
  // All at once: after the first turn the list is empty.
  const entries = [...transfer.items].filter(({ kind }) => kind === "file").map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  if (!folders) return files.filter((_, index) => entries[index]?.isDirectory !== true);
  const found: File[] = [];
  for (const [index, entry] of entries.entries()) {
    const file = files[index];
    if (entry?.isDirectory) await walk(entry as FileSystemDirectoryEntry, found);
    else if (file) found.push(file);
  }
  return found;
}

async function walk(folder: FileSystemDirectoryEntry, found: File[]): Promise<void> {
  const reader = folder.createReader();
  // A reader gives a part at a time.
  for (let part = await read(reader); part.length > 0; part = await read(reader)) {
    for (const entry of part) {
      if (found.length > maxFiles) return;
      if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, found);
      else found.push(await open(entry as FileSystemFileEntry));
    }
  }
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function open(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
