/** The site's API as OpenAPI 3.1, made from its metadata. */
@NullMarked
package org.affogato.api.openapi;

import org.jspecify.annotations.NullMarked;
