/** The site as tools for language models. */
@NullMarked
package org.affogato.api.mcp;

import org.jspecify.annotations.NullMarked;
