/** {@code /mcp}: the site as tools for language models, by the Model Context Protocol. */
@NullMarked
package org.affogato.api.mcp;

import org.jspecify.annotations.NullMarked;
