// Which habits does the code keep? Layout is Prettier's business.

import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', '.astro/', 'test-results/', 'playwright-report/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers in templates are what drawings are made of.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A key that may be missing may be written as one.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Widths of text and reading order go by code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A default says what happens to all the rest.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // == null asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['src/**/*.ts'],
    // Declarations describe what others export.
    ignores: ['**/*.d.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name the export.' },
        {
          selector: "ClassDeclaration[superClass.name!='Error']",
          message: 'Plain objects and functions, no classes.',
        },
        {
          selector: 'Program > VariableDeclaration[kind=/let|var/]',
          message: 'No mutable state of a module.',
        },
      ],
    },
  },
  {
    files: ['**/*.astro'],
    // Without types: astro check knows those.
    extends: [tseslint.configs.strict, astro.configs.recommended],
  },
);
