// Texts that try a layout: longer than there is room, without a space, and from right to left.

export const longLabel = "How many of the things that were counted last week are still there to be counted this week";

export const longText = `${"Where a line ends is for the field to say, and not for the text. ".repeat(12)}${"unbroken".repeat(20)}`;

export const arabic = { label: "الاسم الكامل", info: "كما هو مكتوب في جواز السفر", text: "مرحبا بالعالم، هذا نص طويل" };
