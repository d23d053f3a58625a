// Validates SARIF files against the OASIS schema, by the validator that GitHub's
// upload action uses. Arguments: the schema, then the files.
"use strict";
const fs = require("fs");
const { Validator } = require("jsonschema");

const [schema, ...files] = process.argv.slice(2);
const rules = JSON.parse(fs.readFileSync(schema, "utf8"));
let wrong = 0;
for (const file of files) {
  const result = new Validator().validate(JSON.parse(fs.readFileSync(file, "utf8")), rules);
  for (const e of result.errors) {
    console.log(`${file}: ${e.stack}`);
    wrong++;
  }
}
console.log(`${files.length} files, ${wrong} errors`);
process.exit(wrong ? 1 : 0);
