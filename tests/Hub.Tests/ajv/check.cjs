// Prints, for each example, whether its schema refuses it: [{"file": "valid/…", "refused": false, "why": ""}, …]
const fs = require("node:fs");
const path = require("node:path");
const Ajv = require("ajv/dist/2020");
const formats = require("ajv-formats");

const [schemaFolder, exampleFolder] = process.argv.slice(2);
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), "utf8"));

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false, allErrors: true });
ajv.addVocabulary(["x-data-class", "x-codes"]);
formats(ajv);

const schemas = new Map(
  fs.readdirSync(schemaFolder).filter((file) => file.endsWith(".schema.json")).map((file) => {
    const schema = read(schemaFolder, file);
    return [schema.properties.kind.const, ajv.compile(schema)];
  }),
);

function judge(file, record) {
  const validate = schemas.get(record.kind);
  const refused = !validate || !validate(record);
  return { file, refused, why: validate ? ajv.errorsText(validate.errors) : "no schema has this kind" };
}

const examples = (folder, recordOf) =>
  fs.readdirSync(path.join(exampleFolder, folder)).map((file) => judge(`${folder}/${file}`, recordOf(read(exampleFolder, folder, file))));

console.log(JSON.stringify([...examples("valid", (record) => record), ...examples("invalid", (example) => example.record)]));
