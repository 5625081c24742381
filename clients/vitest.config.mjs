import { readFileSync } from 'node:fs';
import vue from '@vitejs/plugin-vue';
import frappeui from 'frappe-ui/vite';
import { defineConfig } from 'vitest/config';

const site = JSON.parse(readFileSync(new URL('./site.json', import.meta.url)));

export default defineConfig({
  plugins: [frappeui({ frappeProxy: false, jinjaBootData: false, buildConfig: false }), vue()],
  define: { __VUE_PROD_DEVTOOLS__: false },
  test: {
    include: ['tests/**/*.test.{mjs,ts}'],
    environmentOptions: { jsdom: { url: site.url } },
    server: { deps: { inline: ['frappe-ui', 'frappe-react-sdk'] } },
    fileParallelism: false,
    testTimeout: 20_000,
  },
});
