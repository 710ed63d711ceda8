// remark with the checks of a publication: its usual rules, and the schema of the front matter.
import { readFileSync } from "node:fs";

const schema = JSON.parse(readFileSync(new URL("front-matter.schema.json", import.meta.url), "utf8"));

export default {
  plugins: ["remark-frontmatter", ["remark-lint-frontmatter-schema", { embed: schema }], "remark-preset-lint-recommended"],
};
