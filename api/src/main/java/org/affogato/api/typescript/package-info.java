/** A TypeScript client with the types of a site's own DocTypes and methods. */
@NullMarked
package org.affogato.api.typescript;

import org.jspecify.annotations.NullMarked;
