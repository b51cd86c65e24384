import * as ts from "typescript";

/** A declaration that a schema's type can be made of, by its name. */
export type Declaration = ts.Node & { readonly name: ts.Identifier };

/**
 * Writes what docstrings say in tags into their text, since Pulumi's inference takes the text alone: whoever reads the
 * schema would not know a property's default.
 */
export function foldTags(node: ts.Node): void {
  for (const doc of ts.getJSDocCommentsAndTags(node)) {
    if (ts.isJSDoc(doc) && doc.parent === node) {
      // The tree belongs to one analysis.
      (doc as { comment?: string }).comment = description(doc);
    }
  }
  ts.forEachChild(node, foldTags);
}

/** What a declaration's docstring says, once it is folded. */
export function descriptionOf(declaration: Declaration): string {
  // The docstring of a variable stands before its statement.
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => doc.comment as string)
    .join(" ");
}

/** The interfaces, enums, classes and objects of constants that a file declares. */
export function declarationsIn(file: ts.SourceFile): Declaration[] {
  return file.statements
    .flatMap((node): ts.Node[] => (ts.isVariableStatement(node) ? [...node.declarationList.declarations] : [node]))
    .filter(
      (node): node is Declaration =>
        (ts.isInterfaceDeclaration(node) ||
          ts.isEnumDeclaration(node) ||
          ts.isClassDeclaration(node) ||
          ts.isVariableDeclaration(node)) &&
        node.name !== undefined &&
        ts.isIdentifier(node.name),
    );
}

function description(doc: ts.JSDoc): string {
  const tagged = (name: string): string[] =>
    // The parser takes the scheme of a URL for the name that `@see` refers to, so its text is read from the source.
    (doc.tags ?? [])
      .filter((tag) => tag.tagName.text === name)
      .map((tag) =>
        flowing(
          tag
            .getText()
            .slice(`@${name}`.length)
            .replace(/^- |\n\s*\*/g, " "),
        ),
      );
  return [
    flowing(ts.getTextOfJSDocComment(doc.comment) ?? ""),
    ...tagged("default").map((text) => `Default: ${text.replace(/^- /, "")}.`),
    ...tagged("see").map((text) => `See ${text.startsWith("https:") ? `<${text}>` : text}.`),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

/** Text without the source's line breaks and links. */
function flowing(text: string): string {
  return text
    .replace(/\{@link ([^}]+)\}/g, "`$1`")
    .replace(/\s+/g, " ")
    .trim();
}
