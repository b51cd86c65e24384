import eslint from "@eslint/js";
import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

const WORKSPACES = [
  ...["core", "encryption", "golden-ami", "snapshot-lifecycle", "load-balancing", "network", "instance-fleet"],
  ...["preflight", "stacks", "packages"],
];

/** A rule against relative paths into a workspace. */
function importsAcross(workspaces) {
  const regex = `^(\\.\\./)+(${workspaces.join("|")})(/|$)`;
  const message = "Import another workspace by its package name, as any other team would.";
  return ["error", { patterns: [{ regex, message }] }];
}

export default tseslint.config(
  {
    ignores: [
      "packages/preflight/index.d.ts",
      "**/dist/**",
      "policies/bin/**",
      "**/node_modules/**",
      "**/fixtures/**",
      "**/examples/**",
    ],
  },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "no-restricted-imports": importsAcross([...WORKSPACES, "policies"]),
    },
  },
  {
    files: ["packages/*/src/**/*.ts", "stacks/**/*.ts"],
    ignores: ["**/test/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...[
          "Literal[value=/^arn:aws/]",
          "Literal[regex.pattern=/arn:aws/]",
          "TemplateElement[value.raw=/arn:aws/]",
        ].map((selector) => ({
          selector,
          message: "A Region has a partition: let arn() of @groundwork/core begin the ARN.",
        })),
      ],
    },
  },
  {
    // It has a folder of that name itself.
    files: ["packages/preflight/**/*.ts"],
    rules: { "no-restricted-imports": importsAcross(WORKSPACES) },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        require: "readonly",
        module: "writable",
        __dirname: "readonly",
        __filename: "readonly",
      },
    },
  },
  prettier,
);
